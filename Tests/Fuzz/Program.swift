import ForkedChild
import Foundation

/// The built `reprise`, which a child becomes.
struct Program {
  let path: String

  /// Becomes the program with these arguments; the stage is its exit status. It finds no other
  /// programs, so that nothing is fetched.
  func become(_ arguments: [String]) -> FuzzStage {
    let environment = ["OPENBLAS_NUM_THREADS=1", "PATH=/nowhere", "HOME=.", "XDG_CACHE_HOME=cache"]
    // A zero byte ends an argument, as it does for every program.
    let words = ([path] + arguments).map { strdup($0) } + [nil]
    _ = child_become(path, words, environment.map { strdup($0) } + [nil])
    return .notMade
  }
}
