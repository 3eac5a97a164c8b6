import Basics
import Testing

@testable import Datasets

@Suite struct EncodedRecordsTests {
  private func encoded(_ fields: String, training: [Int32]) throws -> EncodedRecords {
    let json = try JSON.parse("{\"label\": \"bought\", \"fields\": [\(fields)]}", file: "")
    return EncodedRecords(
      try Records(shop, ClickSettings(decoding: json)), training: training)
  }

  private func column(_ encoded: EncodedRecords, _ field: Int) -> [Int32] {
    (0..<6).map { encoded.places[$0 * encoded.fields.count + field] }
  }

  @Test func aValueThatWasNotLearnedFromIsUnknown() throws {
    let encoded = try encoded("\"user\", \"place\"", training: [0, 1, 4])
    // user: unknown 0, u1 1, u3 2; place: unknown 3, home 4.
    #expect(column(encoded, 0) == [1, 1, 0, 0, 2, 2])
    #expect(column(encoded, 1) == [4, 4, 3, 3, 4, 3])
    #expect(encoded.rows == 5)
  }

  @Test func someOfTheFieldsAreEncodedAsIfThereWereNoOthers() throws {
    let json: JSON = ["label": "bought", "fields": ["place", "user"]]
    let records = try Records(shop, ClickSettings(decoding: json))
    let some = EncodedRecords(records, only: ["user"], training: [0, 1, 4])
    #expect(some == (try encoded("\"user\"", training: [0, 1, 4])))
  }

  @Test func aRareValueIsUnknown() throws {
    let encoded = try encoded("{\"field\": \"user\", \"minimumCount\": 2}", training: [0, 1, 2])
    #expect(column(encoded, 0) == [1, 1, 0, 0, 0, 0])
  }

  @Test func aSetIsABagOfKnownRows() throws {
    let all = try encoded("\"genre\"", training: [0, 1])
    #expect(all.fields[0].bags == [[1, 2], [2]])
    #expect(column(all, 0) == [0, 1, 0, 1, 0, 1])
    let wars = try encoded("\"genre\"", training: [1])
    #expect(wars.fields[0].bags == [[1], [1]])
    let none = try encoded("{\"field\": \"genre\", \"minimumCount\": 9}", training: [0, 1])
    #expect(none.fields[0].bags == [[0], [0]])
  }

  @Test func numbersAreStandardisedByTrainingRecords() throws {
    let encoded = try encoded("\"price\"", training: [0, 1, 2, 3])
    // 1, 2, 2: mean 5/3, variance 2/9.
    #expect(column(encoded, 0) == [1, 1, 1, 0, 1, 1])
    let factors = try #require(encoded.fields[0].factors)
    let expected: [Float] = [-1.4142135, 0.70710677, 0.70710677, 1, 4.9497476, 13.435028]
    #expect(zip(factors, expected).allSatisfy { abs($0 - $1) < 1e-5 })
    #expect(EncodedColumn.moments([3, 3]).deviation == 1)
    #expect(EncodedColumn.moments([.nan]) == (0, 1))
  }

  @Test func numbersFallIntoBucketsOfAboutEquallyManyTrainingRecords() throws {
    let encoded = try encoded("{\"field\": \"price\", \"buckets\": 2}", training: [0, 1, 2, 4, 5])
    // The bound is 2, the middle one of 1 2 2 4 8; missing is row 0.
    #expect(column(encoded, 0) == [1, 2, 2, 0, 2, 2])
    #expect(encoded.rows == 3)
    #expect(EncodedColumn.bounds([1, 1, 1, 1], buckets: 4) == [])
    #expect(EncodedColumn.bounds([4, 3, 2, 1], buckets: 4) == [2, 3, 4])
    #expect([0, 2, 3.5, 9].map { EncodedColumn.bucket($0, [2, 3, 4]) } == [1, 2, 3, 4])
  }
}
