/// Between rows that lie block after block and the same rows packed step by step, as attention and
/// as recurrences want them; in the order of the blocks or against it.
package final class SequenceOrder {
  /// The packed rows.
  package let packed: PackedSequences
  /// For each packed row, that of the blocks.
  package let steps: IndexInput
  /// For each row of the blocks, the packed one.
  package let rows: IndexInput
  private let isReversed: Bool
  private var order: [Int]

  /// Room for the rows of these blocks.
  ///
  /// - Parameters:
  ///   - reversed: whether the last row of a block comes first.
  ///   - capacity: the most rows, where these are fewer than the blocks have room for.
  package init(of blocks: RowBlocks, reversed: Bool, capacity: Int? = nil) {
    let capacity = capacity ?? blocks.capacity
    packed = PackedSequences(capacity: capacity, maxLength: blocks.maxLength)
    (steps, rows) = (IndexInput(capacity: capacity), IndexInput(capacity: capacity))
    isReversed = reversed
    order = []
    order.reserveCapacity(blocks.capacity / max(1, blocks.maxLength))
  }

  /// Takes over the present blocks.
  package func take(_ blocks: RowBlocks) {
    order.removeAll(keepingCapacity: true)
    order.append(contentsOf: 0..<blocks.count)
    // The longest first, those of one length as they stand.
    order.sort { (blocks[$1].length, $0) < (blocks[$0].length, $1) }
    packed.set(count: blocks.count) { blocks[order[$0]].length }
    (steps.count, rows.count) = (blocks.rows, blocks.rows)
    for (sequence, block) in order.enumerated() {
      let (start, length) = blocks[block]
      for step in 0..<length {
        let row = start + (isReversed ? length - 1 - step : step)
        let place = packed.row(of: sequence, step: step)
        steps.values[place] = Int32(row)
        rows.values[row] = Int32(place)
      }
    }
  }
}
