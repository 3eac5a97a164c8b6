import Basics

/// Rows of several words each, as sets over one vocabulary.
struct SetVocabulary {
  /// Every word of the rows, by its bytes.
  let vocabulary: [String]
  /// rows × vocabulary.
  let sets: Interactions

  /// Collects rows of words.
  init(_ rows: [[String]]) {
    let words = Words(rows.flatMap(\.self))
    vocabulary = words.words
    var pairs: [(Int32, Int32)] = []
    var place = 0
    for (row, values) in rows.enumerated() {
      for _ in values {
        pairs.append((Int32(row), words.places[place]))
        place += 1
      }
    }
    sets = Interactions(users: rows.count, items: vocabulary.count, pairs: pairs)
  }

  /// The words of a cell: what stands between separators, or the elements of a JSON array.
  static func values(of cell: String, _ separator: String) -> [String] {
    let mark = String(UnicodeScalar(JSONLines.mark))
    let parts =
      cell.utf8.first == JSONLines.mark
      ? cell.split(separator: mark) : cell.split(separator: separator)
    return parts.map(String.init)
  }
}
