import Basics
import Foundation

/// The number of files that this process may have open, which pipes to workers count against.
enum OpenFiles {
  /// What the program needs by itself: starting another program fails with fewer.
  private static let base = 256
  /// What a worker needs: its pipes, log and lock, on both sides of a start.
  private static let each = 12

  /// What so many trials at once need.
  static func needed(jobs: Int) -> Int { base + each * jobs }

  /// Raises this process's limit as far as it may be raised, and refuses where that is too little.
  ///
  /// Throws `Problem.run` saying what to raise.
  static func prepare(jobs: Int) throws(Problem) {
    guard var limit = limits else { return }
    let wanted = rlim_t(needed(jobs: jobs))
    guard limit.rlim_cur < wanted else { return }
    guard limit.rlim_max >= wanted else {
      let fewer = (Int(limit.rlim_max) - base) / each
      throw .run(
        "\(jobs) \(jobs == 1 ? "trial" : "trials") at once may need \(wanted) open files, and"
          + " \(limit.rlim_max) are allowed: raise that (ulimit -n \(wanted))"
          + (fewer > 0 ? ", or ask for --jobs \(fewer)" : ""))
    }
    limit.rlim_cur = wanted
    setrlimit(resource, &limit)
  }

  /// As far as the limit may be raised; nil: there is none.
  static var limit: Int? { limits.flatMap { Int(exactly: $0.rlim_max) } }

  #if os(Linux)
    private static let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
  #else
    private static let resource = RLIMIT_NOFILE
  #endif

  private static var limits: rlimit? {
    var limit = rlimit()
    return getrlimit(resource, &limit) == 0 ? limit : nil
  }
}
