import Datasets
import Engine

/// The newest items of some prefixes, one block after another.
final class SequenceBlocks {
  let blocks: RowBlocks
  /// The item of each row.
  let items: IndexInput
  /// For each row, that of the newest item of its block.
  let newest: IndexInput
  private let sequences: Sequences

  /// Room for the newest `maxLength` items of each of `prefixes` prefixes.
  init(_ sequences: Sequences, prefixes: Int, maxLength: Int) {
    self.sequences = sequences
    blocks = RowBlocks(blocks: prefixes, maxLength: sequences.longest(atMost: maxLength))
    items = IndexInput(capacity: blocks.capacity)
    newest = IndexInput(capacity: blocks.capacity)
  }

  /// Makes the newest items of `prefixes` the batch.
  func fill(_ prefixes: ArraySlice<SequencePrefix>) {
    blocks.removeAll()
    var row = 0
    for prefix in prefixes {
      let length = min(prefix.count, blocks.maxLength)
      blocks.append(length: length)
      let known = sequences[prefix.user].prefix(prefix.count).suffix(length)
      let end = Int32(row + length - 1)
      for item in known {
        items.values[row] = item
        newest.values[row] = end
        row += 1
      }
    }
    (items.count, newest.count) = (row, row)
  }
}
