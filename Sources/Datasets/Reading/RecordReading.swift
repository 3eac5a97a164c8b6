import Basics

/// The records of text files as they are read, column by column.
struct RecordReading {
  let settings: CSVSettings
  // Apart from the rest of a column, so that a row is read without counting references to its
  // names.
  private let kinds: [CSVColumn.Kind]
  /// By column of the settings, a cell each record; of columns of numbers and times none.
  private(set) var words: [WordColumn]
  /// By column of the settings, NaN where a cell is empty; of other columns none.
  private(set) var numbers: [[Double]]
  /// The cells of the one column of times.
  private(set) var times = TimeColumn()
  /// Records kept of each file.
  private(set) var counts: [Int] = []
  /// Records left out, by the reason.
  private var dropped: [String: Int] = [:]
  private let unknown: [[[UInt8]]]
  private let allowed: [[[UInt8]]]
  private var row: [ArraySlice<UInt8>] = []
  private var values: [Double] = []

  init(_ settings: CSVSettings) {
    self.settings = settings
    kinds = settings.columns.map(\.kind)
    words = settings.columns.map { _ in WordColumn() }
    numbers = settings.columns.map { _ in [] }
    unknown = settings.columns.map { $0.unknown.map { Array($0.utf8) } }
    allowed = settings.filters.map { $0.values.map { Array($0.utf8) } }
    if let time = settings.column(of: .time) {
      times = TimeColumn(TimeFormat(unit: time.unit, format: time.format))
    }
  }

  /// The number of records kept.
  var count: Int { counts.reduce(0, +) }

  /// What was left out.
  var droppedRecords: [DroppedRecords] {
    dropped.sorted { $0.key < $1.key }.map { DroppedRecords($0.key, $0.value) }
  }

  /// Adds the records of one file. Throws naming file and line – unless damaged records are
  /// dropped.
  mutating func read(_ bytes: [UInt8], _ path: String) throws(Problem) {
    var table = try TableReader(
      bytes, file: path, settings.format,
      columns: settings.columns.map(\.name) + settings.filters.map(\.column))
    if counts.isEmpty { reserve(table.rowEstimate) }
    counts.append(0)
    var isOver = false
    while !isOver {
      do throws(Problem) {
        if try table.next() { try add(table) } else { isOver = true }
      } catch {
        guard settings.damaged == .drop else { throw error }
        table.skipBrokenLine()
        dropped["damaged: \(Self.reason(error, path))", default: 0] += 1
      }
    }
  }

  private mutating func reserve(_ count: Int) {
    for (index, column) in settings.columns.enumerated() {
      if column.kind.isNumber {
        numbers[index].reserveCapacity(count)
      } else if column.kind == .time {
        times.reserveCapacity(count)
      } else {
        words[index].reserveCapacity(count)
      }
    }
  }

  /// The message without the place and without what was found there, so that equal ones are counted
  /// together.
  private static func reason(_ problem: Problem, _ path: String) -> String {
    var text = problem.message[...]
    if text.hasPrefix(path) { text = text.dropFirst(path.count) }
    text = text.drop { $0 == ":" || $0.isNumber }.drop { $0 == " " }
    if let found = text.firstRange(of: ", found \"") { text = text[..<found.lowerBound] }
    text = text.prefix { $0 != "\"" && $0 != ";" }
    while let last = text.last, last == " " || last == "," { text.removeLast() }
    return String(text)
  }

  /// Takes a row, or leaves it out; either every column gets its cell or none does.
  private mutating func add(_ table: TableReader) throws(Problem) {
    for (place, filter) in settings.filters.enumerated() {
      let cell = try table.cell(settings.columns.count + place)
      guard !allowed[place].contains(where: { cell.elementsEqual($0) }) else { continue }
      dropped[filter.reason, default: 0] += 1
      return
    }
    row.removeAll(keepingCapacity: true)
    for index in kinds.indices {
      let cell = try table.cell(index)
      row.append(
        unknown[index].isEmpty
          ? cell : unknown[index].contains { cell.elementsEqual($0) } ? [] : cell)
    }
    if settings.missing == .drop, let index = row.firstIndex(where: \.isEmpty) {
      dropped["\(settings.columns[index].name) is missing", default: 0] += 1
      return
    }
    try check(table)
    for (index, kind) in kinds.enumerated() where kind != .time {
      if kind.isNumber {
        numbers[index].append(values[index])
      } else {
        words[index].append(row[index])
      }
    }
    counts[counts.count - 1] += 1
  }

  /// Reads the numbers of the row, and last its time, which alone is kept at once.
  private mutating func check(_ table: TableReader) throws(Problem) {
    values.removeAll(keepingCapacity: true)
    var time: Int?
    for (index, kind) in kinds.enumerated() {
      let cell = row[index]
      if cell.isEmpty, kind == .user || kind == .item || kind == .label {
        throw table.problem("\(settings.columns[index].name): the \(kind.rawValue) is missing")
      }
      if kind == .time { time = index }
      if kind.isNumber, !cell.isEmpty {
        values.append(try number(cell, index, table))
      } else {
        values.append(.nan)
      }
    }
    guard let time else { return }
    if row[time].isEmpty {
      times.appendUnknown()
    } else if let expected = times.append(row[time]) {
      throw table.problem(
        "\(settings.columns[time].name): \(expected), found \"\(CSVColumn.shown(row[time]))\"")
    }
  }
}

extension RecordReading {
  /// The number that a cell of a column is.
  private func number(
    _ cell: ArraySlice<UInt8>, _ index: Int, _ table: TableReader
  ) throws(Problem) -> Double {
    let isLabel = kinds[index] == .label
    let value = isLabel ? CSVColumn.label(cell) : CellNumber.number(cell)
    guard let value, abs(value) < 0x1p53 else {
      throw table.problem(
        "\(settings.columns[index].name): expected \(isLabel ? "the label 0 or 1" : "a number"), found"
          + " \"\(CSVColumn.shown(cell))\"")
    }
    return value
  }
}

extension CSVColumn {
  /// 0 or 1, also as `false` and `true`; nil where it is neither.
  fileprivate static func label(_ cell: ArraySlice<UInt8>) -> Double? {
    if let number = CellNumber.number(cell) { return number == 0 || number == 1 ? number : nil }
    switch String(decoding: cell, as: UTF8.self).lowercased() {
    case "true": return 1
    case "false": return 0
    default: return nil
    }
  }

  /// The beginning of a cell for messages.
  fileprivate static func shown(_ cell: ArraySlice<UInt8>) -> String {
    String(String(decoding: cell.prefix(160), as: UTF8.self).prefix(40))
  }
}
