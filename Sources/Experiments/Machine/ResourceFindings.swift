import Engine
import Foundation

/// What the system lets this process use: cores, memory, open files.
enum ResourceFindings {
  static func all() -> [Finding] {
    let cores = UsableCores.count
    return [
      self.cores(cores, of: ProcessInfo.processInfo.processorCount),
      memory(MachineMemory.current), descriptors(MachineMemory.openFiles, jobs: cores),
    ]
  }

  static func cores(_ usable: Int, of all: Int) -> Finding {
    let left = usable < all ? "; affinity or a control group takes the others" : ""
    return Finding(.fine, "cores", "\(usable) of \(all) may be used: --jobs \(usable)\(left)")
  }

  static func memory(_ memory: MachineMemory) -> Finding {
    let name = "memory"
    guard let total = memory.total, let available = memory.available else {
      return Finding(.note, name, "the system does not say how much there is")
    }
    let limits = [
      memory.group.map { "control group \(gibibytes($0))" },
      memory.addressSpace.map { "address space \(gibibytes($0)) (ulimit -v)" },
    ].compactMap(\.self)
    let text =
      "\(gibibytes(available)) of \(gibibytes(total)) available, "
      + (limits.isEmpty ? "no limit" : "limits: " + limits.joined(separator: ", "))
    let least = min(available, memory.group ?? .max, memory.addressSpace ?? .max)
    return least < 1 << 30
      ? Finding(.note, name, "\(text): little for a trial; end other programs or raise the limit")
      : Finding(.fine, name, text)
  }

  /// A worker takes two pipes, its log and its process while it starts; the rest is ours.
  static func descriptors(_ limit: Int?, jobs: Int) -> Finding {
    let (name, needed) = ("open files", 50 + 8 * jobs)
    let need = "--jobs \(jobs) needs \(needed)"
    guard let limit else { return Finding(.fine, name, "no limit; \(need)") }
    return limit < needed
      ? Finding(.bad, name, "at most \(limit), but \(need): `ulimit -n \(needed)`, or fewer jobs")
      : Finding(.fine, name, "at most \(limit); \(need)")
  }

  /// Bytes for people: "1.5 GiB".
  static func gibibytes(_ bytes: Int) -> String {
    let tenths = (Double(bytes) / Double(1 << 30) * 10).rounded() / 10
    return "\(tenths < 100 ? String(tenths) : String(Int(tenths.rounded()))) GiB"
  }
}

/// How much memory there is, in bytes; nil for what the system does not say or does not limit.
struct MachineMemory: Sendable, Equatable {
  var total: Int?
  var available: Int?
  var group: Int?
  var addressSpace: Int?

  static var current: MachineMemory {
    let text = (try? String(contentsOfFile: "/proc/meminfo", encoding: .utf8)) ?? ""
    return MachineMemory(
      total: kilobytes("MemTotal:", in: text), available: kilobytes("MemAvailable:", in: text),
      group: ControlGroups().memory, addressSpace: limit(RLIMIT_AS))
  }

  /// How many files a process may have open at once; nil: any number.
  static var openFiles: Int? { limit(RLIMIT_NOFILE) }

  private static func kilobytes(_ name: String, in text: String) -> Int? {
    let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
    let words = line?.split(separator: " ") ?? []
    return words.count > 1 ? Int(words[1]).map { $0 * 1024 } : nil
  }

  #if os(Linux)
    private static func limit(_ resource: __rlimit_resource) -> Int? {
      var found = rlimit()
      guard getrlimit(__rlimit_resource_t(resource.rawValue), &found) == 0 else { return nil }
      return Int(exactly: found.rlim_cur)
    }
  #else
    private static func limit(_ resource: Int32) -> Int? {
      var found = rlimit()
      guard getrlimit(resource, &found) == 0 else { return nil }
      return found.rlim_cur == UInt64.max >> 1 ? nil : Int(exactly: found.rlim_cur)
    }
  #endif
}
