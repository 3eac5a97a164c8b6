/// How the rows of a batch fall into blocks, one after another: the items of one user's sequence.
///
/// A tensor of pairs, [rows, maxLength], has in the row of a block's i-th member its relation to
/// the members 0, 1, … of that block, and zeros beyond the last.
package final class RowBlocks {
  /// The most rows of a batch, over all its blocks.
  package let capacity: Int
  /// The most rows of a block.
  package let maxLength: Int
  /// The blocks of the present batch.
  package private(set) var count = 0
  private let starts: UnsafeMutablePointer<Int>

  /// Room for `blocks` blocks of at most `maxLength` rows.
  package init(blocks: Int, maxLength: Int) {
    (capacity, self.maxLength) = (blocks * maxLength, maxLength)
    starts = .allocate(capacity: blocks + 1)
    starts.initialize(repeating: 0, count: blocks + 1)
  }

  deinit { starts.deallocate() }

  package func removeAll() { count = 0 }

  /// Adds a block of `length` rows.
  package func append(length: Int) {
    precondition(
      length > 0 && length <= maxLength && starts[count] + length <= capacity,
      "a block of \(length) rows where \(maxLength) are the most")
    starts[count + 1] = starts[count] + length
    count += 1
  }

  /// The rows of all blocks.
  package var rows: Int { starts[count] }

  /// The first row of a block, and how many it has.
  package subscript(block: Int) -> (start: Int, length: Int) {
    (starts[block], starts[block + 1] - starts[block])
  }
}
