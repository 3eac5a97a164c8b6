import Basics
import Testing

@testable import Experiments

@Suite struct ByteCountTests {
  @Test(
    arguments: [
      (0, "0 B"), (999, "999 B"), (1024, "1.0 KiB"), (23_798_638_144, "22 GiB"),
      (1.5 * 1_048_576, "1.5 MiB"), (1e30, "867361737988 EiB"),
    ] as [(Double, String)])
  func aNumberOfBytesIsSaidShortly(_ bytes: Double, _ text: String) {
    #expect(ByteCount.text(bytes) == text)
  }

  @Test(
    arguments: [
      ("12G", 12.0 * 1024 * 1024 * 1024), ("12GiB", 12 * 1024 * 1024 * 1024),
      ("1.5 gb", 1.5 * 1024 * 1024 * 1024), ("800M", 800 * 1024 * 1024), ("1k", 1024),
    ] as [(String, Double)])
  func aNumberWithAUnitIsRead(_ text: String, _ bytes: Double) throws {
    #expect(try ByteCount.parse(text, option: "--memory") == bytes)
  }

  @Test(arguments: ["", "12", "G", "-1G", "0G", "1.2.3G", "12X", "nan G", "12GG"])
  func anythingElseIsRefused(_ text: String) {
    #expect(throws: Problem.self) { try ByteCount.parse(text, option: "--memory") }
  }

  @Test(
    arguments: [
      (0.214, "0.21 s"), (12.3, "12 s"), (210, "3.5 min"), (43_200, "12 h"), (864_000, "10 days"),
    ] as [(Double, String)])
  func aTimeIsSaidShortly(_ seconds: Double, _ text: String) {
    #expect(TimeText.text(seconds) == text)
  }
}
