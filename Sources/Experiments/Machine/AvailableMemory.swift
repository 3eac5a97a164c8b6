import Foundation

/// The memory that is to be had, in bytes.
package struct AvailableMemory: Sendable, Equatable {
  /// What all processes together may still take: of the machine, or of the control group that this
  /// one is in.
  package var shared: Double
  /// What this process, or one like it, may still take by its own limits; infinite without.
  package var own: Double

  /// What one process may still take.
  package var most: Double { min(shared, own) }

  /// A given amount, for all and for one.
  package init(_ bytes: Double) { (shared, own) = (bytes, bytes) }

  private init(shared: Double, own: Double) { (self.shared, self.own) = (shared, own) }

  /// What is to be had now. What cannot be found out limits nothing.
  package static func now() -> AvailableMemory {
    let machine = kilobytes("MemAvailable", in: read("/proc/meminfo")) ?? .infinity
    let status = read("/proc/self/status")
    func rest(_ limit: Double, _ used: String) -> Double {
      limit - (kilobytes(used, in: status) ?? 0)
    }
    return AvailableMemory(
      shared: min(machine, group(read("/proc/self/cgroup"), below: "/sys/fs/cgroup")),
      own: max(0, min(rest(addressSpace, "VmSize"), rest(data, "VmData"))))
  }

  /// What the machine has; nil where the system does not say.
  static var total: Double? { kilobytes("MemTotal", in: read("/proc/meminfo")) }

  /// What this process holds in memory now.
  static func resident() -> Double { kilobytes("VmRSS", in: read("/proc/self/status")) ?? 0 }

  /// How many processes the kernel has ended for want of memory since the machine started.
  static func processesEnded() -> Int? {
    read("/proc/vmstat").split(separator: "\n").first { $0.hasPrefix("oom_kill ") }
      .flatMap { Int($0.dropFirst(9)) }
  }

  /// The number in a line such as `MemAvailable:   1234 kB`, in bytes.
  static func kilobytes(_ name: String, in text: String) -> Double? {
    for line in text.split(separator: "\n") where line.hasPrefix("\(name):") {
      let words = line.split(whereSeparator: \.isWhitespace)
      return words.count >= 2 ? Double(words[1]).map { $0 * 1024 } : nil
    }
    return nil
  }

  /// What the control groups of a process leave, its own and those around it. Files that the kernel
  /// remembers count as used there, though it forgets them when memory is asked for.
  ///
  /// - Parameter lines: `/proc/self/cgroup`: `0::/path` of version 2, `4:memory:/path` of version
  ///   1.
  static func group(_ lines: String, below root: String) -> Double {
    var least = Double.infinity
    for line in lines.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      let isSecond = parts[0] == "0" && parts[1].isEmpty
      guard isSecond || parts[1].split(separator: ",").contains("memory") else { continue }
      let (limit, used, files, top) =
        isSecond
        ? ("memory.max", "memory.current", "inactive_file", root)
        : (
          "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file", "\(root)/memory"
        )
      var path = String(parts[2])
      while true {
        // In a container the path may be that of the host: only the top is there then.
        let folder = path == "/" ? top : top + path
        if let most = number(read("\(folder)/\(limit)")),
          let taken = number(read("\(folder)/\(used)"))
        {
          let forgotten =
            read("\(folder)/memory.stat").split(separator: "\n")
            .first { $0.hasPrefix("\(files) ") }.flatMap { Double($0.dropFirst(files.count + 1)) }
          least = min(least, max(0, most - taken + (forgotten ?? 0)))
        }
        if path == "/" || path.isEmpty { break }
        path = (path as NSString).deletingLastPathComponent
      }
    }
    return least
  }

  /// A whole number; nil for `max`, and for the huge ones by which version 1 says that there is no
  /// limit.
  private static func number(_ text: String) -> Double? {
    Double(text.trimmingCharacters(in: .whitespacesAndNewlines)).flatMap { $0 < 1e18 ? $0 : nil }
  }

  private static func read(_ path: String) -> String {
    (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
  }

  private static var addressSpace: Double { limit(of: RLIMIT_AS) }
  private static var data: Double { limit(of: RLIMIT_DATA) }

  #if os(Linux)
    private static func limit(of resource: __rlimit_resource) -> Double {
      var found = rlimit()
      guard getrlimit(__rlimit_resource_t(resource.rawValue), &found) == 0 else { return .infinity }
      return found.rlim_cur > UInt(1) << 60 ? .infinity : Double(found.rlim_cur)
    }
  #else
    private static func limit(of resource: Int32) -> Double {
      var found = rlimit()
      guard getrlimit(resource, &found) == 0 else { return .infinity }
      return found.rlim_cur > UInt64(1) << 60 ? .infinity : Double(found.rlim_cur)
    }
  #endif
}
