import Testing

@testable import Datasets

@Suite struct TimeTextTests {
  @Test(
    arguments: [
      ("0", 0, 0), ("12.5", 12, 500_000_000), ("-1.25", -2, 750_000_000), ("-3", -3, 0),
      ("1425297601000000000", 1_425_297_601_000_000_000, 0),
      ("9223372036854775807", .max, 0),
      ("1425301001.123456789123", 1_425_301_001, 123_456_789),
    ] as [(String, Int64, Int32)])
  func readsDecimals(text: String, whole: Int64, billionths: Int32) throws {
    let decimal = try #require(TimeText.decimal(Array(text.utf8)[...]))
    #expect(decimal.whole == whole && decimal.billionths == billionths)
  }

  @Test(arguments: ["", "-", ".5", "1e3", "9223372036854775808", "12345678901234567890", "12a"])
  func refusesOtherNumbers(text: String) {
    #expect(TimeText.decimal(Array(text.utf8)[...]) == nil)
  }

  // Seconds by Python's datetime: datetime.fromisoformat(text).timestamp().
  @Test(
    arguments: [
      ("1970-01-01", 0), ("2015-03-02T12:00:01Z", 1_425_297_601),
      ("2015-03-02 12:00", 1_425_297_600), ("2015-03-02T13:00:01+01:00", 1_425_297_601),
      ("2015-03-02T06:30:01-0530", 1_425_297_601), ("2016-02-29", 1_456_704_000),
      ("1969-12-31T23:59:59Z", -1), ("1900-03-01", -2_203_891_200), ("2100/03/01", 4_107_542_400),
      ("2000-12-31T23:59:60Z", 978_307_200),
    ] as [(String, Int64)])
  func readsDates(text: String, seconds: Int64) {
    #expect(TimeText.iso8601(Array(text.utf8)[...]) == Timestamp(seconds: seconds))
  }

  @Test func fractionsOfDatesCount() {
    let time = TimeText.iso8601(Array("2019-11-24 00:00:34.762830+00:00".utf8)[...])
    #expect(time?.nanoseconds == 1_574_553_634_762_830_000)
  }

  @Test(arguments: [
    "2015-02-29", "2015-13-01", "2015-3-2", "2015-03-02T25:00", "2015-03-02T12:60",
    "2015-03-02T12:00:01X", "2015-03-02T12:00:01+1", "yesterday", "2015-03/02", "9999-12-31",
  ])
  func refusesOtherDates(text: String) {
    #expect(TimeText.iso8601(Array(text.utf8)[...]) == nil)
  }

  @Test(
    arguments: [
      (100, .seconds), (1_425_297_600, .seconds), (-1_425_297_600, .seconds),
      (1_425_297_600_000, .milliseconds), (1_425_297_600_000_000, .microseconds),
      (1_425_297_600_000_000_000, .nanoseconds),
    ] as [(Int64, TimeUnit)])
  func theSizeTellsTheUnit(largest: Int64, unit: TimeUnit) {
    #expect(TimeUnit(largest: largest) == unit)
  }

  @Test(arguments: [
    (0, "0"), (1_500_000_000, "1.5"), (-250_000_000, "-0.25"), (-1_250_000_000, "-1.25"),
    (-2_000_000_000, "-2"), (1_425_301_001_900_000_000, "1425301001.9"),
  ])
  func isWrittenExactly(nanoseconds: Int64, text: String) throws {
    let time = Timestamp(nanoseconds: nanoseconds)
    #expect(time.text == text)
    let back = try #require(TimeText.decimal(Array(text.utf8)[...]))
    #expect(back.whole * 1_000_000_000 + Int64(back.billionths) == nanoseconds)
  }

  @Test func aNumberThatCountsSomethingElseIsRefused() throws {
    var times = TimeColumn()
    // The 2nd of March as digits: as milliseconds it would be the year 2608.
    #expect(times.append(Array("20150302120001".utf8)[...]) == nil)
    #expect(throws: (any Error).self) { try times.check("time", "log.csv") }
  }
}
