import Basics
import Datasets
import Engine

/// The newest items of some users as the input of a sequence model, and what it is to tell of them.
final class SequenceInput {
  let blocks: RowBlocks
  /// The item of each row; `mask` where it is hidden.
  let items: IndexInput
  /// Where each row stands, counted so that the newest has the last place.
  let positions: IndexInput
  /// The value of each row, of every mark.
  let marked: [IndexInput]
  /// The rows that tell something, and what.
  let predicted: IndexInput
  let targets: IndexInput
  /// Whose each predicted row is.
  private(set) var owners: [Int32] = []
  /// The rows step by step, for recurrent layers.
  let orders: [SequenceOrder]
  private let sequences: Sequences
  private let marks: [SequenceMark]
  private let form: SequenceForm
  private let maskShare: Double
  private let mask: Int32

  /// Room for so many examples.
  ///
  /// - Parameters:
  ///   - marks: what rows are told beside.
  ///   - mask: what stands for an item that is hidden.
  ///   - reversals: of each recurrent layer, whether it reads against time.
  init(
    _ sequences: Sequences, marks: [SequenceMark] = [], examples: Int, maxLength: Int,
    _ form: SequenceForm, mask: Int32, maskShare: Double, reversals: [Bool]
  ) {
    (self.sequences, self.marks, self.form) = (sequences, marks, form)
    (self.mask, self.maskShare) = (mask, maskShare)
    // A mask at the end has a place of its own.
    let longest = min(maxLength, sequences.longest(atMost: maxLength) + (form == .cloze ? 1 : 0))
    blocks = RowBlocks(blocks: examples, maxLength: longest)
    (items, positions) = (
      IndexInput(capacity: blocks.capacity), IndexInput(capacity: blocks.capacity)
    )
    marked = marks.map { [blocks] _ in IndexInput(capacity: blocks.capacity) }
    let telling = form == .lastOnly ? examples : blocks.capacity
    (predicted, targets) = (IndexInput(capacity: telling), IndexInput(capacity: telling))
    orders = reversals.map { [blocks] in SequenceOrder(of: blocks, reversed: $0) }
  }

  /// Makes what is known of these users the batch, to be learned from: each has an item after its
  /// prefix, but under cloze.
  func fill(_ examples: ArraySlice<SequencePrefix>, learning random: inout Random) {
    begin()
    for example in examples {
      let known = sequences[example.user].prefix(example.count).suffix(blocks.maxLength)
      let first = append(known)
      let row = sequences[example.user]
      switch form {
      case .causal, .leaky:
        let next = row.startIndex + example.count - known.count + 1
        for place in known.indices {
          tell(first + place - known.startIndex, row[next + place - known.startIndex], example.user)
        }
      case .lastOnly:
        tell(first + known.count - 1, row[row.startIndex + example.count], example.user)
      case .cloze: hide(known, first, example.user, &random)
      }
    }
    end()
  }

  /// Makes what is known of these users the batch, to tell what comes next.
  func fill(_ examples: ArraySlice<SequencePrefix>) {
    begin()
    for example in examples {
      let ending = form == .cloze ? 1 : 0
      let known = sequences[example.user].prefix(example.count).suffix(blocks.maxLength - ending)
      let first = append(known, masks: ending)
      if ending > 0 { hide(first + known.count) }
      tell(items.count - 1, 0, example.user)
    }
    end()
  }

  private func begin() {
    blocks.removeAll()
    (items.count, predicted.count) = (0, 0)
    owners.removeAll(keepingCapacity: true)
  }

  private func end() {
    (positions.count, targets.count) = (items.count, predicted.count)
    for input in marked { input.count = items.count }
    for order in orders { order.take(blocks) }
  }

  /// Adds a block of these items, with room for so many masks after them; its first row.
  private func append(_ known: ArraySlice<Int32>, masks: Int = 0) -> Int {
    let (first, count) = (items.count, known.count + masks)
    blocks.append(length: count)
    for place in 0..<count {
      // A row behind the items is of the same user.
      let own = known.startIndex + min(place, known.count - 1)
      items.values[first + place] = sequences.items[own]
      positions.values[first + place] = Int32(blocks.maxLength - count + place)
      for (mark, input) in zip(marks, marked) { input.values[first + place] = mark.values[own] }
    }
    items.count += count
    return first
  }

  /// Hides the item of a row, and what it was.
  private func hide(_ row: Int) {
    items.values[row] = mask
    for (mark, input) in zip(marks, marked) where mark.isOfItem { input.values[row] = 0 }
  }

  private func tell(_ row: Int, _ item: Int32, _ user: Int) {
    predicted.values[predicted.count] = Int32(row)
    targets.values[predicted.count] = item
    predicted.count += 1
    owners.append(Int32(user))
  }

  /// Hides each item with the share that is to be, and one at least.
  private func hide(
    _ known: ArraySlice<Int32>, _ first: Int, _ user: Int, _ random: inout Random
  ) {
    let before = predicted.count
    for place in 0..<known.count where random.uniformDouble() < maskShare {
      tell(first + place, known[known.startIndex + place], user)
    }
    if predicted.count == before {
      let place = random.below(known.count)
      tell(first + place, known[known.startIndex + place], user)
    }
    for place in before..<predicted.count { hide(Int(predicted.values[place])) }
  }
}
