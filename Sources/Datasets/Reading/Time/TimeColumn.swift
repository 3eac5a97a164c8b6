import Basics

/// How a column tells times; neither unit nor format: it is found out from what stands there.
struct TimeFormat: Sendable, Equatable {
  var unit: TimeUnit?
  /// As of `strptime`.
  var format: String?
}

/// The times of a column as they are read, cell by cell; what numbers count is known when all are.
struct TimeColumn {
  private enum Form { case numbers, dates }

  private let declared: TimeFormat
  private var form: Form?
  /// Whole numbers, or the nanoseconds of dates; `unknown` where a cell is empty.
  private var values: [Int64] = []
  /// Billionths of the unit; empty as long as all are 0.
  private var billionths: [Int32] = []
  private var largest: Int64 = 0
  private var isEmpty = true

  private static let unknown = Int64.min

  init(_ declared: TimeFormat = TimeFormat()) {
    self.declared = declared
    if declared.unit != nil { form = .numbers }
    if declared.format != nil { form = .dates }
  }

  mutating func reserveCapacity(_ count: Int) { values.reserveCapacity(count) }

  /// An empty cell.
  mutating func appendUnknown() { append(Self.unknown, 0) }

  /// Adds a cell that is not empty; returns what was expected where it is no time.
  mutating func append(_ cell: ArraySlice<UInt8>) -> String? {
    switch form {
    case .numbers?: return appendNumber(cell)
    case .dates?: return appendDate(cell)
    case nil:
      if appendNumber(cell) == nil {
        form = .numbers
      } else if appendDate(cell) == nil {
        form = .dates
      } else {
        return "expected a number or a date like 2015-03-02T12:00:01Z"
      }
      return nil
    }
  }

  private mutating func appendNumber(_ cell: ArraySlice<UInt8>) -> String? {
    guard let (whole, rest) = TimeText.decimal(cell) ?? Self.scientific(cell) else {
      return "expected a number of \(declared.unit?.rawValue ?? "seconds")"
        + (declared.unit == nil && form != nil ? ", as in the rows before" : "")
    }
    if let unit = declared.unit, Self.nanoseconds(whole, rest, unit) == nil {
      return "expected \(unit.rawValue) within the years 1677 to 2262"
    }
    if whole.magnitude > largest.magnitude { largest = whole }
    append(whole, rest)
    return nil
  }

  private mutating func appendDate(_ cell: ArraySlice<UInt8>) -> String? {
    let date =
      declared.format.map { TimeText.formatted(String(decoding: cell, as: UTF8.self), as: $0) }
      ?? TimeText.iso8601(cell)
    guard let date, date.nanoseconds != Self.unknown else {
      return declared.format.map { "expected a time of the format \"\($0)\"" }
        ?? "expected a date like 2015-03-02T12:00:01Z"
        + (form == nil ? "" : ", as in the rows before")
    }
    append(date.nanoseconds, 0)
    return nil
  }

  private mutating func append(_ value: Int64, _ rest: Int32) {
    if rest != 0, billionths.isEmpty { billionths = Array(repeating: 0, count: values.count) }
    values.append(value)
    if rest != 0 || !billionths.isEmpty { billionths.append(rest) }
    if value != Self.unknown { isEmpty = false }
  }

  /// What was found out rather than declared, such as `milliseconds`; nil where there is nothing to
  /// say.
  var found: String? {
    guard declared.unit == nil, declared.format == nil, !isEmpty else { return nil }
    return form == .dates ? "dates" : unit.rawValue
  }

  private var unit: TimeUnit { declared.unit ?? TimeUnit(largest: largest) }

  /// Throws, naming the record, where a number is beyond the years of a timestamp: its unit is
  /// another.
  func check(_ name: String, _ file: String) throws(Problem) {
    for place in values.indices where values[place] != Self.unknown && self[place] == nil {
      throw .data(
        "\(file), record \(place + 1): \(name): \(values[place]) \(unit.rawValue) are beyond the years 1677 to"
          + " 2262; expected \"unit\" or \"format\" to say what it counts")
    }
  }

  /// The time of a record; nil where it is unknown.
  subscript(place: Int) -> Timestamp? {
    let value = values[place]
    guard value != Self.unknown else { return nil }
    guard form == .numbers else { return Timestamp(nanoseconds: value) }
    let rest = billionths.isEmpty ? 0 : billionths[place]
    return Self.nanoseconds(value, rest, unit).map { Timestamp(nanoseconds: $0) }
  }

  /// Nil beyond what a timestamp holds.
  private static func nanoseconds(_ whole: Int64, _ billionths: Int32, _ unit: TimeUnit) -> Int64? {
    let (product, isBeyond) = whole.multipliedReportingOverflow(by: unit.nanoseconds)
    let rest = Int64(billionths) * unit.nanoseconds / Timestamp.second
    let (sum, isBeyondToo) = product.addingReportingOverflow(rest)
    return isBeyond || isBeyondToo || sum == unknown ? nil : sum
  }

  /// `1.4e9`, as spreadsheets write.
  private static func scientific(_ cell: ArraySlice<UInt8>) -> (Int64, Int32)? {
    guard let value = CellNumber.number(cell), value.magnitude < 1e18 else { return nil }
    let whole = value.rounded(.down)
    return (Int64(whole), Int32(((value - whole) * 1e9).rounded(.down)))
  }
}
