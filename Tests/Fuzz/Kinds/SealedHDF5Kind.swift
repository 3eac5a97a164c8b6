import Basics
import Experiments

/// Checkpoints and tables of values per user, of which half are sealed again after the damage.
struct SealedHDF5Kind: FuzzKind {
  let name: String
  let share: Int
  let corpus: Corpus
  /// What the paths of such files have in them.
  let part: String
  /// Reads the file of this path, and does what a command does with it.
  let reader: (String) throws -> Void

  func read(_ random: inout Random) -> FuzzStage {
    let bytes = SealedHDF5.damaged(part, of: corpus, isSealed: random.below(2) == 0, &random)
    guard Scratch.write(bytes, to: "input.h5") else { return .notMade }
    return FuzzStage { try reader("input.h5") }
  }
}

extension SealedHDF5Kind {
  /// What `inspect` and a trial that goes on read.
  static func checkpoints(_ corpus: Corpus) -> SealedHDF5Kind {
    SealedHDF5Kind(name: "checkpoint", share: 200, corpus: corpus, part: "checkpoint.h5") {
      _ = try CheckpointFile.read($0).summary()
    }
  }

  /// What tests of significance read.
  static func users(_ corpus: Corpus) -> SealedHDF5Kind {
    SealedHDF5Kind(name: "users", share: 200, corpus: corpus, part: "/users-") {
      let values = try UserValues(reading: $0)
      for metric in values.metrics { _ = values.values(of: metric) }
    }
  }
}

/// Damaged files that end with a line of their SHA-256.
enum SealedHDF5 {
  /// The length of that line and the end of the line before it.
  private static let sealLength = 73

  /// One of the corpus's files whose paths have this in them, damaged before or after it was
  /// sealed.
  static func damaged(
    _ part: String, of corpus: Corpus, isSealed: Bool, _ random: inout Random
  ) -> [UInt8] {
    let files = corpus.files(part)
    let (file, other) = (files[random.below(files.count)], files[random.below(files.count)])
    guard isSealed else { return Mutation.damage(file, other, &random) }
    let content = Mutation.damage(file.dropLast(sealLength), other.dropLast(sealLength), &random)
    return content + Array("\nsha256 \(SHA256.hex(of: content))\n".utf8)
  }
}
