import Basics
import Engine
import Foundation

/// Whether results can be written, locked and kept.
enum StorageFindings {
  /// - Parameter results: the results folder, which need not be there; nothing is left in it.
  static func all(results: String) -> [Finding] {
    let folder = nearest(results)
    let shown = folder == results ? results : "\(results) (not there yet; \(folder) is)"
    let scratch = "\(folder)/.reprise-doctor.\(getpid()).tmp"
    defer { unlink(scratch) }
    var findings: [Finding] = []
    if !RunLock.isAvailable(in: folder) {
      let advice = "files stand in for them; a local disk (--results) is safer"
      findings.append(
        Finding(.note, "results", "\(shown): the file system has no locks; \(advice)"))
    } else if let problem = lockProblem(scratch) {
      findings.append(Finding(.bad, "results", "\(shown): \(problem)"))
    } else {
      findings.append(Finding(.fine, "results", "\(shown): can be written, locks work"))
    }
    findings.append(space(freeBytes(in: folder)))
    return findings + [checkpoint()]
  }

  /// Why files there cannot be made or locked; nil: they can.
  private static func lockProblem(_ path: String) -> String? {
    func reason() -> String { String(cString: strerror(errno)).lowercased() }
    let first = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard first >= 0 else { return "cannot be written: \(reason()); name another by --results" }
    defer { close(first) }
    let other = "keep results on a local disk (--results)"
    guard flock(first, LOCK_EX | LOCK_NB) == 0 else {
      return "files cannot be locked: \(reason()); \(other)"
    }
    let second = open(path, O_RDWR | O_CLOEXEC)
    guard second >= 0 else { return "cannot be read: \(reason())" }
    defer { close(second) }
    return flock(second, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
      ? nil : "a locked file can be locked again, so that two runs would collide; \(other)"
  }

  static func space(_ free: Int?) -> Finding {
    let name = "disk space"
    guard let free else { return Finding(.note, name, "the system does not say what is free") }
    let text = "\(ByteCount.text(Double(free))) free for results"
    if free < 256 << 20 {
      return Finding(.bad, name, "\(text): remove something, or name another disk by --results")
    }
    return free < 2 << 30
      ? Finding(.note, name, "\(text): large models keep three checkpoints a trial")
      : Finding(.fine, name, text)
  }

  private static func freeBytes(in folder: String) -> Int? {
    var disk = statvfs()
    guard statvfs(folder, &disk) == 0 else { return nil }
    // No room for another file is no room.
    if disk.f_files > 0, disk.f_favail == 0 { return 0 }
    return Int(exactly: UInt64(disk.f_bavail) * UInt64(disk.f_frsize))
  }

  /// Checkpoints are written in memory first, so that no folder is needed.
  private static func checkpoint() -> Finding {
    let version = HDF5Version.text
    var header = Checkpoint.Header()
    header.trial = String(repeating: "0", count: 64)
    let state = State(
      tensors: [
        "parameters/doctor/weight": .init(shape: [2, 3], values: [0, -0.5, 1, 2, 1e-30, 3])
      ],
      counters: ["random/doctor": [1, .max]])
    let before = Checkpoint(header: header, state: state)
    let after = try? Checkpoint(decoding: before.encoded(for: "doctor.h5"), from: "doctor.h5")
    return after == before
      ? Finding(.fine, "HDF5", "\(version), a checkpoint reads as it was written")
      : Finding(
        .bad, "HDF5", "\(version): a checkpoint does not read as it was written; install another")
  }

  /// The folder, or the first above it that is there.
  private static func nearest(_ path: String) -> String {
    var folder = path
    while access(folder, F_OK) != 0, folder != ".", folder != "/" {
      folder = Files.folder(of: folder)
    }
    return folder
  }
}
