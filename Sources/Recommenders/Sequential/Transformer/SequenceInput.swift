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
  /// The rows that tell something, and what.
  let predicted: IndexInput
  let targets: IndexInput
  /// Whose each predicted row is.
  private(set) var owners: [Int32] = []
  /// The rows step by step, for recurrent layers.
  let orders: [SequenceOrder]
  private let sequences: Sequences
  private let form: SequenceForm
  private let maskShare: Double
  private let mask: Int32

  /// Room for so many examples.
  ///
  /// - Parameters:
  ///   - mask: what stands for an item that is hidden.
  ///   - reversals: of each recurrent layer, whether it reads against time.
  init(
    _ sequences: Sequences, examples: Int, maxLength: Int, _ form: SequenceForm, mask: Int32,
    maskShare: Double, reversals: [Bool]
  ) {
    (self.sequences, self.form) = (sequences, form)
    (self.mask, self.maskShare) = (mask, maskShare)
    // A mask at the end has a place of its own.
    let longest = min(maxLength, sequences.longest(atMost: maxLength) + (form == .cloze ? 1 : 0))
    blocks = RowBlocks(blocks: examples, maxLength: longest)
    (items, positions) = (
      IndexInput(capacity: blocks.capacity), IndexInput(capacity: blocks.capacity)
    )
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
      let room = blocks.maxLength - (form == .cloze ? 1 : 0)
      var known = Array(sequences[example.user].prefix(example.count).suffix(room))
      if form == .cloze { known.append(mask) }
      let first = append(known[...])
      tell(first + known.count - 1, 0, example.user)
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
    for order in orders { order.take(blocks) }
  }

  /// Adds a block of these items; its first row.
  private func append(_ known: ArraySlice<Int32>) -> Int {
    let first = items.count
    blocks.append(length: known.count)
    for (place, item) in known.enumerated() {
      items.values[first + place] = item
      positions.values[first + place] = Int32(blocks.maxLength - known.count + place)
    }
    items.count += known.count
    return first
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
    for place in before..<predicted.count { items.values[Int(predicted.values[place])] = mask }
  }
}
