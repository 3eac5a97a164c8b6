import Foundation

/// The limits that the operating system sets for a group of processes, such as a container or a
/// batch job (Linux's cgroups, both versions).
package struct ControlGroups: Sendable {
  private let root: String

  /// Those of this process; `root` is the folder that holds `proc` and `sys`.
  package init(root: String = "") { self.root = root }

  /// The processors' time that the group may use, in processors; nil: without limit.
  ///
  /// The least of the group and those around it: "200000 100000" of `cpu.max` is 2.
  package var processors: Double? {
    let new = values("cpu.max", controller: nil).compactMap { text in
      let words = text.split(separator: " ").map { Double($0) }
      return words.count == 2 ? share(words[0], words[1]) : nil
    }
    let old = zip(
      values("cpu.cfs_quota_us", controller: "cpu"), values("cpu.cfs_period_us", controller: "cpu")
    ).compactMap { share(Double($0), Double($1)) }
    return (new + old).min()
  }

  /// Quota and period, the former −1 for none.
  private func share(_ quota: Double?, _ period: Double?) -> Double? {
    guard let quota, let period, quota > 0, period > 0 else { return nil }
    return quota / period
  }

  /// A file of the group and of those around it, the innermost first.
  ///
  /// - Parameter controller: that of the old version; nil: the new one.
  private func values(_ name: String, controller: String?) -> [String] {
    guard let path = path(controller) else { return [] }
    let folder = "\(root)/sys/fs/cgroup" + (controller.map { "/\($0)" } ?? "")
    // A container sees its own group as the root, wherever the path says it is.
    let parts = path.split(separator: "/")
    return (0...parts.count).reversed().compactMap { count in
      let group = parts[..<count].map { "/\($0)" }.joined()
      return read("\(folder)\(group)/\(name)")
    }
  }

  /// The line `0::/path` of the new version, `4:cpu,cpuacct:/path` of the old one.
  private func path(_ controller: String?) -> String? {
    for line in (read("\(root)/proc/self/cgroup") ?? "").split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      let isIt =
        controller.map { name in parts[1].split(separator: ",").contains { $0 == name } }
        ?? (parts[0] == "0" && parts[1].isEmpty)
      if isIt { return String(parts[2]) }
    }
    return nil
  }

  private func read(_ path: String) -> String? {
    (try? String(contentsOfFile: path, encoding: .utf8))?
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
