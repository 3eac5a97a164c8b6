import Foundation
import Schema

/// The right to work on a trial, held by one process at a time.
///
/// An advisory lock of the operating system on a file, gone with its process however that ends. The
/// file says who holds it, for the message of those who wait.
final class RunLock: Sendable {
  private let file: Int32

  /// Takes the lock, waiting for another holder if there is one; `say` is told whom it waits for.
  ///
  /// Throws `Problem.run` when the lock file cannot be opened.
  init(_ path: String, say: (String) -> Void) throws(Problem) {
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else {
      throw .run("\(path): cannot be opened: \(String(cString: strerror(errno)))")
    }
    if flock(file, LOCK_EX | LOCK_NB) != 0 {
      let holder = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
      say("waiting for another run of this trial (process \(holder))")
      while flock(file, LOCK_EX) != 0 && errno == EINTR {}
    }
    let text = "\(getpid())"
    ftruncate(file, 0)
    _ = text.withCString { pwrite(file, $0, strlen($0), 0) }
  }

  /// Gives the lock back.
  func release() { close(file) }
}
