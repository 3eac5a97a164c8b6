import Basics
import Foundation

/// A trial's checkpoint on the disk, with the one before it as a reserve.
///
/// A save writes the whole file as `<path>.next`, flushes it to the disk, renames the present file
/// to `<path>.previous` and the new one to `<path>`. At every moment one of the three is whole, so
/// neither a kill nor a full disk loses more than the training since the last save. The renames
/// need not reach the disk in this order: all three names are tried. 20 million floats take 0.6 s,
/// most of it the disk's.
package struct CheckpointFile: Sendable {
  /// Where the newest checkpoint is.
  package let path: String

  /// Names a checkpoint file, which need not be there.
  package init(_ path: String) { self.path = path }

  /// Where the checkpoint before the newest is.
  package var previousPath: String { path + ".previous" }
  private var nextPath: String { path + ".next" }

  /// A checkpoint and how it was come by.
  package struct Loaded: Sendable, Equatable {
    package var checkpoint: Checkpoint
    /// One line when the newest file could not be used and an earlier one was; nil otherwise.
    package var notice: String?
  }

  /// Puts `checkpoint` in place and keeps the present one as the previous.
  ///
  /// - Throws: `Problem.run` when the file cannot be written (full disk, read-only folder); the
  ///   checkpoints that are there stay as they are.
  package func save(_ checkpoint: Checkpoint) throws {
    try Files.writeAtomically(checkpoint.encoded(for: path), to: nextPath)
    if rename(path, previousPath) != 0, errno != ENOENT { throw cannotReplace() }
    guard rename(nextPath, path) == 0 else { throw cannotReplace() }
  }

  /// Reads the file at `path` only.
  ///
  /// - Throws: `Problem.data` when it is missing, truncated, damaged, foreign or of another format.
  package static func read(_ path: String) throws -> Checkpoint {
    try Checkpoint(decoding: Files.read(path), from: path)
  }

  /// The newest checkpoint that can be read; nil when none has been saved.
  ///
  /// - Parameter trial: the hash of the trial that wants to go on; a checkpoint of another is
  ///   refused like a damaged one.
  /// - Throws: `Problem.data` when there are checkpoints but none is usable: why not.
  package func newest(of trial: String? = nil) throws -> Loaded? {
    var refusals: [String] = []
    for candidate in [path, nextPath, previousPath] where exists(candidate) {
      do {
        let checkpoint = try CheckpointFile.read(candidate)
        if let trial, checkpoint.header.trial != trial {
          let found = checkpoint.header.trial.prefix(12)
          throw Problem.data(
            "\(candidate): belongs to trial \(found), expected trial \(trial.prefix(12))")
        }
        let reason = refusals.first ?? (candidate == path ? nil : "\(path): missing")
        let notice = reason.map { "\($0); going on from \(candidate)" }
        return Loaded(checkpoint: checkpoint, notice: notice)
      } catch let problem as Problem {
        refusals.append(problem.message)
      }
    }
    guard refusals.isEmpty else { throw Problem.data(refusals.joined(separator: "; ")) }
    return nil
  }

  private func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  private func cannotReplace() -> Problem {
    .run("\(path): cannot be replaced: \(String(cString: strerror(errno)).lowercased())")
  }
}
