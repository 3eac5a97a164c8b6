import Basics
import Foundation
import Synchronization

/// A lock on file systems that have none of their own (some network ones): a file that exists while
/// it is held, and whose time of change its holder renews.
///
/// Weaker than an operating system's lock: a holder that dies is known by its process on the same
/// machine, and on others by its file's age.
final class HeldFile: Sendable {
  /// How often a holder renews its file, seconds.
  private static let pulse = 10.0
  /// How old a file of another machine has to be before its holder is taken for dead, seconds.
  private static let silence = 120.0

  private let path: String
  private let isHeld = Mutex(true)

  /// Takes the lock, if it is free.
  init?(_ path: String) throws(Problem) {
    self.path = path
    Self.removeDead(path)
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else {
      guard errno == EEXIST else { throw .io(path, "cannot be made", errno) }
      return nil
    }
    let text = Array("\(RunLock.signature)\n".utf8)
    _ = write(file, text, text.count)
    close(file)
    Thread { [self] in
      while true {
        usleep(UInt32(Self.pulse * 1e6))
        guard isHeld.withLock({ $0 }) else { return }
        utimes(path, nil)
      }
    }.start()
  }

  /// Gives the lock back.
  func release() {
    isHeld.withLock { isHeld in
      if isHeld { unlink(path) }
      isHeld = false
    }
  }

  /// Who holds the lock now, nil when nobody does.
  static func holder(_ path: String) -> String? {
    removeDead(path)
    guard let bytes = try? Files.read(path) else { return nil }
    let line = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    return line.hasPrefix("process ") ? line : "another run"
  }

  /// Takes away the file of a holder that is dead. Two that do so at once move it once.
  private static func removeDead(_ path: String) {
    guard isDead(path) else { return }
    let grave = "\(path).\(getpid())"
    if rename(path, grave) == 0 { unlink(grave) }
  }

  private static func isDead(_ path: String) -> Bool {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return false }
    let words = String(decoding: (try? Files.read(path)) ?? [], as: UTF8.self).split(separator: " ")
    if words.count > 3, words[0] == "process", words[3] == MachineFacts.hostName,
      let process = pid_t(words[1])
    {
      return kill(process, 0) != 0 && errno == ESRCH
    }
    return Date.now.timeIntervalSince1970 - Double(facts.st_mtim.tv_sec) > silence
  }
}
