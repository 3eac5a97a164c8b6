import Basics

/// A kind of input: how one is made from undamaged ones, and who reads it.
///
/// To add a kind, write a file in `Kinds` and name it in ``FuzzKinds``.
protocol FuzzKind {
  /// Its name in the counts and on the command line.
  var name: String { get }
  /// How many of all shares' sum of inputs are of this kind.
  var share: Int { get }
  /// How much memory a child may take, MiB; 0 where the reader is a program of its own.
  var megabytes: Int { get }

  /// Reads the input that `random` decides, in a child process, whose working folder is an empty
  /// one of its own. What is given to the reader is left there, to be looked at.
  func read(_ random: inout Random) -> FuzzStage
}

extension FuzzKind {
  /// Enough for any reader of small files.
  var megabytes: Int { 1024 }
}

/// How far an input came; the exit status of a child.
enum FuzzStage: Int32, CaseIterable {
  /// It was read.
  case accepted = 0
  /// Status 1, 2 or 3 of the command line: a failure at work, a mistake in what was asked, bad
  /// data.
  case failed, usage, data
  /// Refused because it is not what was sealed, or not such a file at all.
  case seal = 20
  /// Refused for what it says.
  case decoding
  /// Of data files: refused for a record, or by the split.
  case reading, split
  /// Refused by an error that is no `Problem`: a fault.
  case notAProblem
  /// The input could not be made: a fault of this program.
  case notMade

  /// Whether it is a fault.
  var isFault: Bool { self == .notAProblem || self == .notMade }

  /// As counted.
  var text: String {
    switch self {
    case .accepted: "accepted"
    case .failed: "status 1"
    case .usage: "status 2"
    case .data: "status 3"
    case .seal: "refused by the seal"
    case .decoding: "refused by decoding"
    case .reading: "refused by reading"
    case .split: "refused by the split"
    case .notAProblem: "no problem of ours"
    case .notMade: "not made"
    }
  }

  /// What became of reading.
  init(_ read: () throws -> Void) {
    do {
      try read()
      self = .accepted
    } catch let problem as Problem {
      let isSeal = [
        "SHA-256 of what precedes it", "was changed after it was written", "not an HDF5 file",
        "the file is empty",
      ].contains { problem.message.contains($0) }
      self = isSeal ? .seal : .decoding
    } catch {
      self = .notAProblem
    }
  }
}
