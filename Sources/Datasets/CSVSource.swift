import Schema

/// The data set that CSV files of a user's own make: `"dataset": "csv", "csv": { … }`.
enum CSVSource {
  static let name = "csv"

  /// Its place in the list of data sets. It lies where the spec says, so there is nothing to fetch.
  static let source = DatasetSource.ofSpecs(
    name, title: "CSV files of your own",
    source: "the files that a spec names, with a header line, and columns that it describes")

  /// One data set of all records of these files, in the order given.
  ///
  /// Throws `Problem.data` naming file and line: for a column that is not in the header, a row with more or
  /// fewer cells, a cell that is not what the spec says – unless damaged records are dropped.
  static func load(_ settings: CSVSettings) throws(Problem) -> Dataset {
    var records = CSVRecords(settings)
    var digest = SHA256()
    for path in settings.files {
      let bytes = try Files.read(path)
      digest.update("\(bytes.count)\n")
      digest.update(bytes)
      try records.read(bytes, path)
    }
    return try records.dataset(digest: digest.finish())
  }
}

/// Records as they are read, cell by cell.
private struct CSVRecords {
  private let settings: CSVSettings
  /// By column of the settings, a cell each record; of numbers the text is dropped.
  private var texts: [[String]]
  private var numbers: [[Double]]
  private var dropped: [String: Int] = [:]
  private var count = 0

  init(_ settings: CSVSettings) {
    self.settings = settings
    texts = settings.columns.map { _ in [] }
    numbers = settings.columns.map { _ in [] }
  }

  mutating func read(_ bytes: [UInt8], _ path: String) throws(Problem) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .data("\(path): this is not UTF-8 text")
    }
    var reader = CSVReader(text, file: path)
    let header = try reader.next()?.fields ?? []
    var places: [Int] = []
    for column in settings.columns {
      guard let place = header.firstIndex(of: column.name) else {
        throw .data(
          "\(path):1: has no column \"\(column.name)\""
            + suggestion(for: column.name, among: header))
      }
      places.append(place)
    }
    var isOver = false
    while !isOver {
      do throws(Problem) {
        guard let row = try reader.next() else {
          isOver = true
          continue
        }
        guard row.fields.count == header.count else {
          throw row.problem("expected \(header.count) cells, found \(row.fields.count)")
        }
        try add(row, places)
      } catch {
        guard settings.damaged == .drop else { throw error }
        reader.skipBrokenLine()
        // The reason without the place, so that equal ones are counted together.
        let place = error.message.dropFirst(path.count + 1).prefix { $0 != " " }
        let reason = error.message.dropFirst(path.count + 1 + place.count + 1)
        dropped["damaged: \(reason.prefix { $0 != "\"" })".trimmed, default: 0] += 1
      }
    }
  }

  private mutating func add(_ row: CSV.Row, _ places: [Int]) throws(Problem) {
    for (column, place) in zip(settings.columns, places) where row.fields[place].isEmpty {
      guard settings.missing == .drop else { continue }
      dropped["\(column.name) is missing", default: 0] += 1
      return
    }
    var values: [Double] = []
    for (column, place) in zip(settings.columns, places) {
      values.append(try column.number(row, place))
    }
    for (index, place) in places.enumerated() {
      if settings.columns[index].kind.isNumber {
        numbers[index].append(values[index])
      } else {
        texts[index].append(row.fields[place])
      }
    }
    count += 1
  }

  func dataset(digest: String) throws(Problem) -> Dataset {
    guard count > 0 else { throw .data("\(settings.files[0]): has no records") }
    let users = Words(cells(of: .user) ?? [String](repeating: "everybody", count: count))
    let items = Words(cells(of: .item) ?? [String](repeating: "everything", count: count))
    let (ratings, times) = (values(of: .rating), values(of: .time))
    let events = (0..<count).map { record in
      Event(
        user: users.places[record], item: items.places[record],
        rating: ratings.map { $0[record].isNaN ? 0 : Float($0[record]) } ?? 0,
        time: times.map { $0[record].isNaN ? 0 : Int64($0[record]) } ?? 0)
    }
    return Dataset(
      name: CSVSource.name, events: events, userIDs: users.words, itemIDs: items.words,
      columns: settings.columns.indices.compactMap(column),
      dropped: dropped.sorted { $0.key < $1.key }.map { DroppedRecords($0.key, $0.value) },
      digest: digest)
  }

  private func cells(of kind: CSVColumn.Kind) -> [String]? {
    settings.columns.firstIndex { $0.kind == kind }.map { texts[$0] }
  }

  private func values(of kind: CSVColumn.Kind) -> [Double]? {
    settings.columns.firstIndex { $0.kind == kind }.map { numbers[$0] }
  }

  private func column(_ index: Int) -> Column? {
    let column = settings.columns[index]
    switch column.kind {
    case .user, .item, .rating, .time: return nil
    case .label, .number: return Column(column.name, .numbers(numbers[index].map { Float($0) }))
    case .category:
      let known = Words(texts[index])
      return Column(column.name, .categories(vocabulary: known.words, known.places))
    case .set:
      let rows = Words(texts[index])
      let values = rows.words.map { Set($0.split(separator: column.separator).map(String.init)) }
      let feature = Feature(name: column.name, values: values.map { $0.sorted() } + [[]])
      // A missing value is the last set, which is empty.
      let empty = Int32(rows.words.count)
      return Column(
        column.name,
        .sets(
          vocabulary: feature.vocabulary, sets: feature.values,
          rows.places.map { $0 < 0 ? empty : $0 }))
    }
  }
}

extension CSVColumn {
  /// The number that the cell is; NaN where it is none or missing.
  fileprivate func number(_ row: CSV.Row, _ place: Int) throws(Problem) -> Double {
    let cell = row.fields[place]
    if cell.isEmpty {
      switch kind {
      case .label, .user, .item: throw row.problem("\(name): the \(kind.rawValue) is missing")
      default: return .nan
      }
    }
    guard kind.isNumber else { return .nan }
    guard let value = Double(cell), value.isFinite, abs(value) < 0x1p53 else {
      throw row.problem("\(name): expected a number, found \"\(cell.prefix(40))\"")
    }
    if kind == .label, value != 0, value != 1 {
      throw row.problem("\(name): expected the label 0 or 1, found \"\(cell.prefix(40))\"")
    }
    return value
  }
}

extension CSVColumn.Kind {
  /// Whether its cells are numbers.
  fileprivate var isNumber: Bool { [.rating, .time, .label, .number].contains(self) }
}

extension String {
  /// Without what a cut leaves at the end.
  fileprivate var trimmed: String {
    var text = self
    while let last = text.last, last == " " || last == "," { text.removeLast() }
    return text
  }
}
