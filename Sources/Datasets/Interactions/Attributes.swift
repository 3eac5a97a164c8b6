import Basics

/// What files say of the items, or of the users, of a data set: a row each, in their order.
///
/// Lines about others are passed over. Who has no line has no title but the id, and no values.
struct Attributes {
  /// Nil where no column is a title.
  private(set) var titles: [String]?
  private(set) var features: [Feature] = []

  /// Reads the files, whose bytes are added to `digest`.
  ///
  /// Throws `Problem.data` naming file and line on what cannot be read, on an id that is missing,
  /// and on a second line about the same.
  init(
    _ settings: AttributeSettings, of ids: [String], digest: inout SHA256
  ) throws(Problem) {
    let index = WordIndex(ids)
    let columns = settings.columns
    let id = columns.firstIndex { $0.kind == .id } ?? 0
    let unknown = columns.map { $0.unknown.map { Array($0.utf8) } }
    var rows = [[String]?](repeating: nil, count: ids.count)
    for path in settings.files {
      let bytes = try TextFile.read(path)
      digest.update("\(bytes.count)\n")
      digest.update(bytes)
      var table = try TableReader(
        bytes, file: path, settings.format, columns: columns.map(\.name))
      while try table.next() {
        var row: [String] = []
        for column in columns.indices {
          let cell = try table.cell(column)
          let isUnknown = unknown[column].contains { cell.elementsEqual($0) }
          row.append(isUnknown ? "" : String(decoding: cell, as: UTF8.self))
        }
        guard !row[id].isEmpty else {
          throw table.problem("\(columns[id].name): the id is missing")
        }
        guard let place = index.place(of: row[id]) else { continue }
        guard rows[Int(place)] == nil else {
          throw table.problem("\(columns[id].name): is a second line about \"\(row[id])\"")
        }
        rows[Int(place)] = row
      }
    }
    guard rows.contains(where: { $0 != nil }) else {
      throw .data(
        "\(settings.files.first ?? ""): has no line about any of the \(ids.count) ids of the records, such as"
          + " \"\(ids.first ?? "")\"")
    }
    for (place, column) in columns.enumerated() {
      let cells = rows.map { $0?[place] ?? "" }
      switch column.kind {
      case .id: break
      case .title: titles = zip(cells, ids).map { $0.isEmpty ? $1 : $0 }
      case .category:
        features.append(Feature(column.name, cells.map { $0.isEmpty ? [] : [$0] }))
      case .set:
        features.append(
          Feature(column.name, cells.map { SetVocabulary.values(of: $0, column.separator) }))
      }
    }
  }
}

extension Feature {
  fileprivate init(_ name: String, _ values: [[String]]) {
    let sets = SetVocabulary(values)
    self.init(
      name: name, vocabulary: sets.vocabulary,
      indices: (0..<values.count).map { sets.sets[$0].map(Int.init) })
  }
}
