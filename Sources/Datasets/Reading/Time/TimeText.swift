import CTime

/// Moments as text files write them.
enum TimeText {
  /// A decimal number as its whole part and the billionths of the rest; nil where it is none, or
  /// beyond 64 bits. Digits beyond the ninth after the point are dropped.
  ///
  /// -1.25 is -2 and 0.75: the rest is never negative.
  static func decimal(_ bytes: ArraySlice<UInt8>) -> (whole: Int64, billionths: Int32)? {
    let isNegative = bytes.first == UInt8(ascii: "-")
    var (whole, billionths, digits, decimals) = (Int64(0), Int64(0), 0, -1)
    for byte in isNegative ? bytes.dropFirst() : bytes {
      if byte == UInt8(ascii: "."), decimals < 0, digits > 0 {
        decimals = 0
        continue
      }
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      if decimals < 0 {
        digits += 1
        guard digits <= 19 else { return nil }
        let (sum, isBeyond) = (whole &* 10).addingReportingOverflow(Int64(digit))
        guard !isBeyond, whole <= Int64.max / 10 else { return nil }
        whole = sum
      } else {
        decimals += 1
        if decimals <= 9 { billionths = billionths * 10 + Int64(digit) }
      }
    }
    guard digits > 0 else { return nil }
    for _ in min(max(decimals, 0), 9)..<9 { billionths *= 10 }
    guard isNegative else { return (whole, Int32(billionths)) }
    return billionths == 0 ? (-whole, 0) : (-whole - 1, Int32(1_000_000_000 - billionths))
  }

  /// `2015-03-02`, `2015-03-02T12:00`, `2015-03-02 12:00:01.5`, with `Z`, `+01:00` or `+0100`
  /// behind; without any it is UTC. Days and months may be divided by `/`. Nil where it is none of
  /// these.
  static func iso8601(_ bytes: ArraySlice<UInt8>) -> Timestamp? {
    var scan = Scan(rest: bytes)
    guard let year = scan.number(4), let mark = scan.any("-/"), let month = scan.number(2),
      scan.any(mark) != nil, let day = scan.number(2), (1...12).contains(month),
      (1...daysIn(month, year)).contains(day)
    else { return nil }
    var seconds = days(year, month, day) * 86_400
    var billionths: Int64 = 0
    if !scan.rest.isEmpty {
      guard scan.any("T t") != nil, let hour = scan.number(2), hour < 24, scan.any(":") != nil,
        let minute = scan.number(2), minute < 60
      else { return nil }
      seconds += hour * 3600 + minute * 60
      if scan.any(":") != nil {
        // A leap second counts as the one after it.
        guard let second = scan.number(2), second <= 60 else { return nil }
        seconds += second
        if scan.any(".,") != nil {
          guard let fraction = scan.fraction() else { return nil }
          billionths = fraction
        }
      }
      guard let offset = scan.offset() else { return nil }
      seconds -= offset
    }
    guard scan.rest.isEmpty else { return nil }
    return timestamp(seconds, billionths)
  }

  /// A moment as `strptime` reads it by a format such as `%d/%m/%Y %H:%M`; UTC unless `%z` says
  /// otherwise.
  static func formatted(_ text: String, as format: String) -> Timestamp? {
    var seconds: Int64 = 0
    return reprise_seconds_of_time(text, format, &seconds) ? timestamp(seconds, 0) : nil
  }

  private static func timestamp(_ seconds: Int64, _ billionths: Int64) -> Timestamp? {
    let (product, isBeyond) = seconds.multipliedReportingOverflow(by: Timestamp.second)
    let (sum, isBeyondToo) = product.addingReportingOverflow(billionths)
    return isBeyond || isBeyondToo ? nil : Timestamp(nanoseconds: sum)
  }

  /// Days from 1 January 1970 in the Gregorian calendar, years of 400 at a time.
  private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    // Years begin in March, so that a leap day is a year's last.
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func daysIn(_ month: Int64, _ year: Int64) -> Int64 {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}

/// What is left to read of a date.
private struct Scan {
  var rest: ArraySlice<UInt8>

  /// Just so many digits.
  mutating func number(_ digits: Int) -> Int64? {
    guard rest.count >= digits else { return nil }
    var value: Int64 = 0
    for byte in rest.prefix(digits) {
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      value = value * 10 + Int64(digit)
    }
    rest = rest.dropFirst(digits)
    return value
  }

  /// The next character, if it is one of these.
  mutating func any(_ characters: String) -> String? {
    guard let byte = rest.first, characters.utf8.contains(byte) else { return nil }
    rest = rest.dropFirst()
    return String(UnicodeScalar(byte))
  }

  /// Billionths, from the digits that come; those beyond the ninth are dropped.
  mutating func fraction() -> Int64? {
    var (value, digits) = (Int64(0), 0)
    while let byte = rest.first, byte &- UInt8(ascii: "0") <= 9 {
      if digits < 9 { value = value * 10 + Int64(byte &- UInt8(ascii: "0")) }
      digits += 1
      rest = rest.dropFirst()
    }
    guard digits > 0 else { return nil }
    for _ in min(digits, 9)..<9 { value *= 10 }
    return value
  }

  /// Seconds east of UTC; 0 where nothing is said.
  mutating func offset() -> Int64? {
    if rest.isEmpty || any("Zz") != nil { return 0 }
    guard let sign = any("+-"), let hours = number(2), hours < 24 else { return nil }
    _ = any(":")
    let minutes = rest.isEmpty ? 0 : number(2)
    guard let minutes, minutes < 60 else { return nil }
    return (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
  }
}
