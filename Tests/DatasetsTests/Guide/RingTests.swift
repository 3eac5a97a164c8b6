import Basics
import TestSupport
import Testing

@testable import Datasets

/// The data set that the guide shows.
@Suite struct RingTests {
  @Test func isWhatTheGuideShows() throws {
    let path = #filePath.replacing("RingTests.swift", with: "Ring.swift")
    #expect(try GuideCode.holds("Extending", as: "Ring.swift", in: path))
  }

  @Test func isMadeAsItsSettingsSay() async throws {
    let settings = try Ring(decoding: JSON.parse(#"{"people": 4, "liked": 2}"#, file: "spec"))
    let data = try await Ring.source.load(from: DataFolders(option: "nowhere"), settings)
    #expect(data.users == 4 && data.events.map(\.item) == [1, 2, 2, 3, 3, 0, 0, 1])
    #expect(try await Ring.source.load(from: DataFolders(option: "nowhere")).events.count == 1000)
  }
}
