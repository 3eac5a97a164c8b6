import Basics
import Foundation
import Synchronization

/// The right to work on a trial or a results folder, held by one run at a time.
///
/// An advisory lock of the operating system (flock) on a file, which ends with its process however
/// that ends. The file stays, and says who holds the lock or held it last. A file system without
/// such locks gets a ``HeldFile`` beside it.
final class RunLock: Sendable {
  /// How long a waiting run sleeps between two tries, microseconds.
  private static let pause: UInt32 = 100_000

  /// The open lock file; nil once the lock was given back.
  private let file: Mutex<Int32?>
  /// The lock where the file system has none.
  private let held = Mutex<HeldFile?>(nil)

  /// Takes the lock, waiting for another holder if there is one.
  ///
  /// - Parameters:
  ///   - path: the lock file, which is made if it is missing.
  ///   - say: told once whom this run waits for, if it has to.
  ///   - poll: called before every try but the first; what it throws ends the waiting.
  /// - Throws: `Problem` when the file cannot be opened or locked; what `poll` throws.
  init(_ path: String, say: (String) -> Void, poll: () throws -> Void = {}) throws {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw Problem.io(path, "cannot be opened", errno) }
    self.file = Mutex(file)
    var hasSaid = false
    while true {
      // The deinitialiser closes the file when this throws.
      if RunLock.lock(file) == 0 { break }
      if RunLock.isWithoutLocks(errno) {
        if let held = try HeldFile(RunLock.heldPath(path)) {
          self.held.withLock { $0 = held }
          break
        }
      } else if errno != EWOULDBLOCK && errno != EINTR {
        throw Problem.io(path, "cannot be locked", errno)
      }
      if !hasSaid { say("waiting for \(RunLock.holder(path))") }
      hasSaid = true
      try poll()
      usleep(RunLock.pause)
    }
    let text = Array("\(RunLock.signature)\n".utf8)
    // Who cannot be named still holds the lock, so a full disk is no reason to stop here.
    if ftruncate(file, 0) == 0 { _ = pwrite(file, text, text.count, 0) }
  }

  /// Who holds a lock now, nil when nobody does: it may be taken the moment after.
  static func holder(ifHeld path: String) -> String? {
    let file = open(path, O_RDWR | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    guard lock(file) != 0 else { return nil }
    if isWithoutLocks(errno) { return HeldFile.holder(heldPath(path)) }
    return errno == EWOULDBLOCK ? holder(path) : nil
  }

  /// Whether the file system of a folder has locks; found out by taking one.
  static func isAvailable(in folder: String) -> Bool {
    let path = "\(folder)/.locks-\(getpid())"
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else { return true }
    defer {
      close(file)
      unlink(path)
    }
    return lock(file) == 0 || !isWithoutLocks(errno)
  }

  /// The environment variable that makes every file system one without locks, for tests.
  static let assumption = "REPRISE_ASSUME_NO_LOCKS"
  private static let assumesNone = ProcessInfo.processInfo.environment[assumption] != nil

  /// As `flock`, without waiting.
  private static func lock(_ file: Int32) -> Int32 {
    guard !assumesNone else {
      errno = ENOLCK
      return -1
    }
    return flock(file, LOCK_EX | LOCK_NB)
  }

  private static func isWithoutLocks(_ code: Int32) -> Bool {
    [ENOLCK, ENOTSUP, EOPNOTSUPP, ENOSYS, EINVAL].contains(code)
  }

  private static func heldPath(_ path: String) -> String { "\(path).held" }

  /// Who this process is: `process 123 on lab-3 since 2026-01-31T09:00:00Z`.
  static var signature: String {
    "process \(getpid()) on \(MachineFacts.hostName) since \(Date.now.formatted(.iso8601))"
  }

  deinit { release() }

  /// Gives the lock back, unless that was done.
  func release() {
    file.withLock { file in
      if let file { close(file) }
      file = nil
    }
    held.withLock { held in
      held?.release()
      held = nil
    }
  }

  /// Who holds the lock, `process 123 on lab-3 since 2026-01-31T09:00:00Z`.
  private static func holder(_ path: String) -> String {
    let bytes = (try? Files.read(path)) ?? []
    let line = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    // The holder may not have written the file yet.
    return line.hasPrefix("process ") ? line : "another run"
  }
}
