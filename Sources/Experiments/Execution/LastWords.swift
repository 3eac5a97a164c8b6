import Basics
import Foundation

/// What a worker wrote on its standard error before it was lost: whether it died for want of
/// memory.
struct LastWords {
  private let log: String
  /// The log's length before the worker began.
  private let start: Int
  private let ended: Int?

  /// Listens from now on.
  init(_ log: String) {
    self.log = log
    start = (try? FileManager.default.attributesOfItem(atPath: log)[.size] as? Int) ?? 0
    ended = AvailableMemory.processesEnded()
  }

  /// The problem of a trial whose worker is lost, which trying again would not mend; nil where it
  /// was not for want of memory.
  ///
  /// - Parameter wasKilled: By signal 9, as the kernel does when there is no memory left.
  func problem(of trial: Trial, _ wasKilled: Bool) -> Problem? {
    let words =
      (try? Files.read(log)).map { String(decoding: $0.dropFirst(start), as: UTF8.self) } ?? ""
    var asked = ""
    if let found = words.firstMatch(of: /failed to allocate (\d+) bytes/),
      let bytes = Double(found.1)
    {
      asked = " (asked for \(ByteCount.text(bytes)))"
    } else if !Self.signs.contains(where: { words.contains($0) }) {
      guard wasKilled, let before = ended, let now = AvailableMemory.processesEnded(), now > before
      else { return nil }
      asked = " (ended by the kernel)"
    }
    return .run(
      "\(trial.name): out of memory\(asked): choose smaller settings or a \"sample\" of the data, or fewer"
        + " --jobs")
  }

  /// What allocators of Swift, C++, OpenBLAS and HDF5 say.
  private static let signs = [
    "failed to allocate", "std::bad_alloc", "Cannot allocate memory",
    "Memory allocation still failed",
    "cannot allocate memory",
  ]
}
