import Basics
import Foundation
import Results

/// The models of a training at some of its epochs but the last, each a checkpoint of its own:
/// `epochs/20.h5`.
///
/// Nothing goes on from them: they are there to be ranked again.
struct KeptEpochs {
  let path: String

  /// Writes the model of an epoch, in place of what may be there.
  ///
  /// - Throws: `Problem.run` when the file cannot be written.
  func keep(_ checkpoint: Checkpoint, at epoch: Int) throws {
    let file = file(epoch)
    try Files.makeFolder(path)
    try Files.writeAtomically(checkpoint.encoded(for: file), to: file)
  }

  /// The epochs that are there, ascending.
  var epochs: [Int] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.compactMap { name in
      name.hasSuffix(".h5") ? Int(name.dropLast(3)).flatMap { $0 > 0 ? $0 : nil } : nil
    }.sorted()
  }

  /// Where the model of an epoch is.
  func file(_ epoch: Int) -> String { "\(path)/\(epoch).h5" }
}

extension TrialFolder {
  /// Checkpoints of a training before its end, by epoch: those that it kept, and those of shorter
  /// trainings that are the same by the same kernels.
  func earlierModels(of trial: Trial) -> [Int: String] {
    var models: [Int: String] = [:]
    for (_, shorter) in shorter(trial) where shorter.kernels == kernels {
      models.merge(shorter.ownModels) { first, _ in first }
    }
    return models.merging(ownModels) { _, own in own }.filter { $0.key < trial.epochs }
  }

  private var ownModels: [Int: String] {
    var models: [Int: String] = [:]
    for epoch in keptEpochs.epochs { models[epoch] = keptEpochs.file(epoch) }
    if let record = try? TrialRecord(reading: record) { models[record.epochs] = checkpoint.path }
    return models
  }
}
