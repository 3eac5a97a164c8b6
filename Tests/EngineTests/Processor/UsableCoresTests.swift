import Foundation
import TestSupport
import Testing

@testable import Engine

/// Processors and memory that the system leaves to a process.
@Suite struct UsableCoresTests {
  @Test(
    arguments: [
      (8, nil, 8), (8, 2.0, 2), (8, 1.5, 2), (8, 0.1, 1), (2, 16, 2), (1, 1e300, 1),
    ] as [(Int, Double?, Int)])
  func theLesserCountsRoundedUp(_ affinity: Int, _ quota: Double?, _ count: Int) {
    #expect(UsableCores.count(affinity: affinity, quota: quota) == count)
  }

  @Test func thisProcessMayUseSome() {
    #expect((1...ProcessInfo.processInfo.processorCount).contains(UsableCores.count))
  }

  /// Reads the groups of a folder with these files.
  private func groups<Value>(
    _ files: [String: String], _ read: (ControlGroups) -> Value
  ) throws -> Value {
    try withTemporaryFolder { folder in
      for (name, text) in files { try folder.write(text, to: name) }
      return read(ControlGroups(root: folder.path))
    }
  }

  @Test func theNewVersionIsRead() throws {
    let files = [
      "proc/self/cgroup": "0::/system/job\n",
      "sys/fs/cgroup/system/job/cpu.max": "300000 100000\n",
      "sys/fs/cgroup/system/cpu.max": "250000 100000\n",
    ]
    #expect(try groups(files) { $0.processors } == 2.5)
    let unlimited = [
      "proc/self/cgroup": "0::/\n", "sys/fs/cgroup/cpu.max": "max 100000\n",
    ]
    #expect(try groups(unlimited) { $0.processors } == nil)
  }

  @Test func theOldVersionIsRead() throws {
    let files = [
      "proc/self/cgroup": "12:memory:/docker/ab\n4:cpu,cpuacct:/docker/ab\n0::/docker/ab\n",
      // A container sees its own group as the root.
      "sys/fs/cgroup/cpu/cpu.cfs_quota_us": "150000\n",
      "sys/fs/cgroup/cpu/cpu.cfs_period_us": "100000\n",
    ]
    #expect(try groups(files) { $0.processors } == 1.5)
    let unlimited = [
      "proc/self/cgroup": "4:cpu,cpuacct:/\n12:memory:/\n",
      "sys/fs/cgroup/cpu/cpu.cfs_quota_us": "-1\n",
      "sys/fs/cgroup/cpu/cpu.cfs_period_us": "100000\n",
    ]
    #expect(try groups(unlimited) { $0.processors } == nil)
  }

  @Test(arguments: [
    [:], ["proc/self/cgroup": "rubbish\n0::/a\n", "sys/fs/cgroup/a/cpu.max": "much\n"],
    ["proc/self/cgroup": "0::/a\n", "sys/fs/cgroup/a/cpu.max": "100 0\n"],
  ])
  func whatCannotBeReadLimitsNothing(_ files: [String: String]) throws {
    #expect(try groups(files) { $0.processors } == nil)
  }
}
