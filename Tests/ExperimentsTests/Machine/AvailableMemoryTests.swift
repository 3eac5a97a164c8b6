import TestSupport
import Testing

@testable import Experiments

@Suite struct AvailableMemoryTests {
  @Test func somethingIsFreeAndNotMoreThanAnyMachineHas() {
    let free = AvailableMemory.now()
    #expect(free.most > 1e6 && free.shared < 1e15)
  }

  @Test func aLineOfAStatusIsReadInBytes() {
    let text = "MemTotal: 100 kB\nMemAvailable:    2048 kB\n"
    #expect(AvailableMemory.kilobytes("MemAvailable", in: text) == 2_097_152.0)
    #expect(AvailableMemory.kilobytes("MemFree", in: text) == nil)
  }

  /// What files in memory take there can be had, and the groups around it limit a group, too.
  @Test func aControlGroupOfVersion2LeavesItsLimitWithoutItsUse() throws {
    try withTemporaryFolder { folder in
      try folder.write("1000000\n", to: "a/b/memory.max")
      try folder.write("700000\n", to: "a/b/memory.current")
      try folder.write("anon 5\ninactive_file 200000\n", to: "a/b/memory.stat")
      try folder.write("max\n", to: "a/memory.max")
      try folder.write("900000\n", to: "a/memory.current")
      #expect(AvailableMemory.group("0::/a/b\n", below: folder.path) == 500_000)
      try folder.write("1000000\n", to: "a/memory.max")
      #expect(AvailableMemory.group("0::/a/b\n", below: folder.path) == 100_000)
      #expect(AvailableMemory.group("0::/elsewhere\n", below: folder.path) == .infinity)
    }
  }

  @Test func aControlGroupOfVersion1IsFoundByTheControllersName() throws {
    try withTemporaryFolder { folder in
      try folder.write("1000\n", to: "memory/a/memory.limit_in_bytes")
      try folder.write("400\n", to: "memory/a/memory.usage_in_bytes")
      try folder.write("total_inactive_file 100\n", to: "memory/a/memory.stat")
      try folder.write("9223372036854771712\n", to: "memory/memory.limit_in_bytes")
      try folder.write("5000\n", to: "memory/memory.usage_in_bytes")
      #expect(AvailableMemory.group("4:cpu:/a\n3:memory:/a\n", below: folder.path) == 700)
    }
  }
}
