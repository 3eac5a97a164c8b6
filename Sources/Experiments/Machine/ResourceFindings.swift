import Engine
import Foundation

/// What the system lets this process use: cores, memory, open files.
enum ResourceFindings {
  static func all() -> [Finding] {
    let cores = UsableCores.count
    return [
      self.cores(cores, of: ProcessInfo.processInfo.processorCount),
      memory(.now(), total: AvailableMemory.total), descriptors(OpenFiles.limit, jobs: cores),
    ]
  }

  static func cores(_ usable: Int, of all: Int) -> Finding {
    let left = usable < all ? "; affinity or a control group takes the others" : ""
    return Finding(.fine, "cores", "\(usable) of \(all) may be used: --jobs \(usable)\(left)")
  }

  /// - Parameter total: Bytes of the machine; nil where the system does not say.
  static func memory(_ free: AvailableMemory, total: Double?) -> Finding {
    let name = "memory"
    guard let total, free.shared.isFinite else {
      return Finding(.note, name, "the system does not say how much there is")
    }
    let limit =
      free.own.isFinite
      ? "a process may take \(ByteCount.text(free.own)) more (ulimit -v)" : "no limit of a process"
    let text =
      "\(ByteCount.text(free.shared)) of \(ByteCount.text(total)) to be had, \(limit)"
    return free.most < Double(1 << 30)
      ? Finding(.note, name, "\(text): little for a trial; end other programs or raise the limit")
      : Finding(.fine, name, text)
  }

  /// - Parameter limit: As far as it may be raised; nil: any number.
  static func descriptors(_ limit: Int?, jobs: Int) -> Finding {
    let (name, needed) = ("open files", OpenFiles.needed(jobs: jobs))
    let need = "--jobs \(jobs) may need \(needed)"
    guard let limit else { return Finding(.fine, name, "no limit; \(need)") }
    return limit < needed
      ? Finding(.bad, name, "at most \(limit), but \(need): `ulimit -n \(needed)`, or fewer jobs")
      : Finding(.fine, name, "at most \(limit); \(need)")
  }
}
