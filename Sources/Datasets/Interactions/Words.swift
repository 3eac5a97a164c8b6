import Basics

/// The words of a column, ascending, and each cell's place among them; −1 where it is empty.
///
/// Words ascend by value where all are whole numbers and by their bytes otherwise, so that places
/// do not depend on the order of the cells.
struct Words {
  let words: [String]
  let places: [Int32]

  /// The words of cells that are texts.
  init(_ cells: [String]) {
    var column = WordColumn()
    for cell in cells { column.append(Array(cell.utf8)[...]) }
    self = column.words()
  }

  fileprivate init(_ words: [String], _ places: [Int32]) {
    (self.words, self.places) = (words, places)
  }
}

/// The cells of a column of words as they are read.
struct WordColumn {
  private var interner = Interner()
  private var numbers: [Int32] = []

  mutating func reserveCapacity(_ count: Int) { numbers.reserveCapacity(count) }

  var count: Int { numbers.count }

  /// Adds a cell, perhaps an empty one.
  mutating func append(_ cell: ArraySlice<UInt8>) {
    numbers.append(cell.isEmpty ? -1 : interner.number(of: cell))
  }

  /// Whether a cell spells a whole number.
  func isWholeNumber(_ cell: Int) -> Bool {
    numbers[cell] >= 0 && CellNumber.integer(interner[Int(numbers[cell])]) != nil
  }

  /// The words and the places of all cells; bytes must be UTF-8.
  func words() -> Words {
    let texts = (0..<interner.count).map { String(decoding: interner[$0], as: UTF8.self) }
    let order = Self.order(texts)
    var places = [Int32](repeating: -1, count: texts.count)
    for (place, number) in order.enumerated() { places[number] = Int32(place) }
    return Words(order.map { texts[$0] }, numbers.map { $0 < 0 ? -1 : places[Int($0)] })
  }

  /// The places of distinct words, the words ascending.
  static func order(_ words: [String]) -> [Int] {
    let numbers = words.compactMap { Int($0) }
    guard numbers.count == words.count, Set(numbers).count == words.count else {
      return words.indices.sorted { words[$0].utf8.lexicographicallyPrecedes(words[$1].utf8) }
    }
    return words.indices.sorted { numbers[$0] < numbers[$1] }
  }
}

/// Finds the place of a word by its bytes.
struct WordIndex {
  private var interner = Interner()

  /// An index of distinct words.
  init(_ words: [String]) {
    for word in words { _ = interner.number(of: Array(word.utf8)[...]) }
  }

  /// The place of a word; nil where it is none of them.
  func place(of word: String) -> Int32? { interner.known(word.utf8) }
}
