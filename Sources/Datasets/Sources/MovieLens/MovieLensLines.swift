import Basics

/// Reading lines that all have the same fields, as the files of MovieLens do.
extension TextReader {
  /// Calls `read` with the fields of each line that is left.
  ///
  /// Throws `Problem.data` if there are not exactly `count` lines, or if a line has not as many
  /// fields as `fields` names.
  mutating func forEachLine(
    _ count: Int, fields names: [String],
    _ read: (TextReader, [Cell]) throws(Problem) -> Void
  ) throws(Problem) {
    // Lines, not their numbers: empty ones are skipped.
    var lines = 0
    while try next() {
      lines += 1
      guard lines <= count else {
        throw problem("is one line too many; expected \(count)")
      }
      guard cells.count == names.count else {
        throw problem(
          "has \(cells.count) fields; expected \(names.count): \(names.joined(separator: " "))")
      }
      try read(self, cells)
    }
    guard lines == count else {
      throw .data(
        "\(file):\(number + 1): the file ends after \(lines) lines;"
          + " expected \(count)")
    }
  }

  /// The whole number in a field. Throws if it is none or outside the range.
  func integer(
    _ field: Cell, in range: ClosedRange<Int>, _ name: String
  ) throws(Problem) -> Int {
    guard let value = integer(field) else {
      throw problem("the \(name) \"\(shown(field))\" is not a whole number")
    }
    guard range.contains(value) else {
      throw problem(
        "the \(name) \(value) is not in \(range.lowerBound)…\(range.upperBound)")
    }
    return value
  }

  /// Throws unless the field holds this id: the lines of users and items are numbered.
  func expectID(_ field: Cell, _ id: Int, _ name: String) throws(Problem) {
    guard integer(field) == id else {
      throw problem("expected \(name) \(id), found \"\(shown(field))\"")
    }
  }

  /// "F" or "M". Throws on anything else.
  func gender(_ field: Cell) throws(Problem) -> String {
    let gender = shown(field)
    guard ["F", "M"].contains(gender) else {
      throw problem("the gender \"\(gender)\" is neither F nor M")
    }
    return gender
  }

  /// The film of a title, with the year at its end, and of genres in any order.
  /// Throws if it has no title or no genre, or one that is not in `known`.
  func film(
    _ title: String, genres marked: [String], of known: [String]
  ) throws(Problem) -> MovieLens.Film {
    for genre in marked where !known.contains(genre) {
      throw problem("unknown genre \"\(genre)\"" + suggestion(for: genre, among: known))
    }
    let (name, year) = splitTitle(title)
    guard !name.isEmpty, !marked.isEmpty else {
      throw problem(name.isEmpty ? "the title is empty" : "the film has no genre")
    }
    return .init(title: name, year: year, genres: known.filter(marked.contains))
  }
}
