import Foundation
import Schema
import Synchronization

/// The right to work on a trial or a results folder, held by one run at a time.
///
/// An advisory lock of the operating system (flock) on a file, which ends with its process however
/// that ends. The file stays, and says who holds the lock or held it last.
final class RunLock: Sendable {
  /// How long a waiting run sleeps between two tries, microseconds.
  private static let pause: UInt32 = 100_000

  /// The open lock file; nil once the lock was given back.
  private let file: Mutex<Int32?>

  /// Takes the lock, waiting for another holder if there is one.
  ///
  /// - Parameters:
  ///   - path: the lock file, which is made if it is missing.
  ///   - say: told once whom this run waits for, if it has to.
  ///   - poll: called before every try but the first; what it throws ends the waiting.
  /// - Throws: `Problem.run` when the file cannot be opened or cannot be locked, as on a network
  ///   file system without locks; what `poll` throws.
  init(_ path: String, say: (String) -> Void, poll: () throws -> Void = {}) throws {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw RunLock.problem(path, "cannot be opened") }
    self.file = Mutex(file)
    var hasSaid = false
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      // The deinitialiser closes the file when this throws.
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw RunLock.problem(path, "cannot be locked")
      }
      if !hasSaid { say("waiting for \(RunLock.holder(path))") }
      hasSaid = true
      try poll()
      usleep(RunLock.pause)
    }
    let start = Date.now.formatted(.iso8601)
    let text = Array("process \(getpid()) on \(MachineFacts.hostName) since \(start)\n".utf8)
    // Who cannot be named still holds the lock, so a full disk is no reason to stop here.
    if ftruncate(file, 0) == 0 { _ = pwrite(file, text, text.count, 0) }
  }

  /// Who holds a lock now, nil when nobody does: it may be taken the moment after.
  static func holder(ifHeld path: String) -> String? {
    let file = open(path, O_RDWR | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    return flock(file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK ? holder(path) : nil
  }

  deinit { release() }

  /// Gives the lock back, unless that was done.
  func release() {
    file.withLock { file in
      if let file { close(file) }
      file = nil
    }
  }

  /// Who holds the lock, `process 123 on lab-3 since 2026-01-31T09:00:00Z`.
  private static func holder(_ path: String) -> String {
    let bytes = (try? Files.read(path)) ?? []
    let line = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    // The holder may not have written the file yet.
    return line.hasPrefix("process ") ? line : "another run"
  }

  private static func problem(_ path: String, _ what: String) -> Problem {
    .run("\(path): \(what): \(String(cString: strerror(errno)).lowercased())")
  }
}
