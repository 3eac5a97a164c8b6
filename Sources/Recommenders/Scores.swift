import Engine

/// Where a recommender writes the scores of some users: a row for each of them, in their order,
/// with a score for every item, in the order of their ids.
///
/// ```swift
/// for (place, user) in users.enumerated() {
///   for item in 0..<scores.items { scores[place][item] = similarity(user, item) }
/// }
/// ```
/// It has a row and an item at least: where nobody is asked about, no recommender is. It is there
/// while scores are asked for, and must not be kept.
package struct ScoreMatrix {
  /// How many users are asked about.
  package let rows: Int
  /// How many items there are.
  package let items: Int
  /// The first score, of [rows, items] row-major, for kernels; nothing checks what is written
  /// there.
  package let pointer: UnsafeMutablePointer<Float>

  /// Room for the scores of so many users; nil where there is nobody, or nothing, to score.
  package init?(_ room: UnsafeMutableBufferPointer<Float>, rows: Int) {
    guard rows > 0, let pointer = room.baseAddress, !room.isEmpty else { return nil }
    precondition(room.count % rows == 0, "\(room.count) scores are no rows of \(rows) users")
    (self.rows, self.items, self.pointer) = (rows, room.count / rows, pointer)
  }

  private init(rows: Int, items: Int, _ pointer: UnsafeMutablePointer<Float>) {
    (self.rows, self.items, self.pointer) = (rows, items, pointer)
  }

  /// The scores of one user.
  package subscript(row: Int) -> ScoreRow {
    precondition(row >= 0 && row < rows, "row \(row) of \(rows)")
    return ScoreRow(pointer + row * items, count: items)
  }

  /// The scores of users who follow each other, one at least.
  package subscript(range: Range<Int>) -> ScoreMatrix {
    precondition(!range.isEmpty && range.lowerBound >= 0 && range.upperBound <= rows)
    return ScoreMatrix(rows: range.count, items: items, pointer + range.lowerBound * items)
  }

  /// Writes one score everywhere.
  package func fill(_ score: Float) { pointer.update(repeating: score, count: rows * items) }
}

/// Where the scores of one user are written, or those of a list of records: one a place, one at
/// least.
package struct ScoreRow {
  /// How many there are.
  package let count: Int
  /// The first score, for kernels; nothing checks what is written there.
  package let pointer: UnsafeMutablePointer<Float>

  /// Room for scores; nil where there are none to write.
  package init?(_ room: UnsafeMutableBufferPointer<Float>) {
    guard let pointer = room.baseAddress, !room.isEmpty else { return nil }
    (self.count, self.pointer) = (room.count, pointer)
  }

  fileprivate init(_ pointer: UnsafeMutablePointer<Float>, count: Int) {
    (self.count, self.pointer) = (count, pointer)
  }

  /// The score at a place: of the item of that id, or of the record at that place of the list.
  package subscript(place: Int) -> Float {
    get {
      precondition(place >= 0 && place < count, "place \(place) of \(count)")
      return pointer[place]
    }
    nonmutating set {
      precondition(place >= 0 && place < count, "place \(place) of \(count)")
      pointer[place] = newValue
    }
  }

  /// Writes one score everywhere.
  package func fill(_ score: Float) { pointer.update(repeating: score, count: count) }

  /// Writes scores to the places from `start` on.
  package func write(_ scores: [Float], from start: Int = 0) {
    scores.withUnsafeBufferPointer { write($0, from: start) }
  }

  /// Writes the elements in use of a tensor, row after row, to the places from `start` on.
  package func write(_ tensor: Engine.Tensor<Float>, from start: Int = 0) {
    write(UnsafeBufferPointer(start: tensor.value, count: tensor.count), from: start)
  }

  private func write(_ scores: UnsafeBufferPointer<Float>, from start: Int) {
    precondition(
      start >= 0 && start + scores.count <= count,
      "\(scores.count) scores from place \(start) of \(count)")
    guard let source = scores.baseAddress else { return }
    (pointer + start).update(from: source, count: scores.count)
  }
}
