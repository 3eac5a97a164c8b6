import Basics
import TestSupport
import Testing

/// A checkpoint that was changed and sealed anew, as a user meets it.
@Suite struct DamagedCheckpointTests {
  @Test func aForgedSealIsNoCrash() throws {
    let whole = try Files.read(Golden.path("checkpoint-format-1.h5"))
    let content = Array(whole.dropLast(73))
    // The collection of texts, of which HDF5 believes every length.
    let texts = try #require(content.firstRange(of: Array("GCOL".utf8))).lowerBound
    try withTemporaryFolder { folder in
      var statuses: Set<Int32> = []
      for offset in [8, 9, 10, 16, 24, 25, 27, 31] {
        var damaged = content
        damaged[texts + offset] ^= 0x40
        damaged += Array("\nsha256 \(SHA256.hex(of: damaged))\n".utf8)
        try folder.write(damaged, to: "c.h5")
        let result = try Command.reprise(["inspect", "c.h5"], in: folder.path)
        statuses.insert(result.status)
        if result.status == 3 {
          #expect(result.errors.hasPrefix("error: c.h5: damaged: "))
          #expect(result.errors.split(separator: "\n").count == 1)
        }
      }
      #expect(statuses.contains(3) && statuses.isSubset(of: [0, 3]))
    }
  }
}
