import Basics
import Datasets
import Engine
import Evaluation
import Recommenders

/// A trained model, built again from its checkpoint and the data it was trained on.
///
/// Nothing is trained here but what a recommender does when it is made; the checkpoint's state
/// replaces the outcome of that.
package struct TrainedModel {
  /// What it was trained and tested on.
  package let dataset: Dataset
  /// Epochs it was trained for; 0 for a system that is fitted once.
  package let epochs: Int
  /// For a heading: recommender, seed, epochs, data set.
  package var title: String {
    let length = !trial.recommender.learnsByEpochs ? "" : ", \(epochs) epochs"
    return "\(trial.recommender.name), seed \(trial.seed)\(length), \(dataset.name)"
  }

  private let path: String
  private let trial: Trial
  private let checkpoint: Checkpoint

  /// Reads the checkpoint at `path` and the data set that it names, which is fetched if need be.
  ///
  /// Throws `Problem.data` when the checkpoint is damaged, of another version of the algorithm, or
  /// was made from other bytes of the data set, and as the loading of data sets does.
  package static func load(
    checkpoint path: String, folders: DataFolders, report: @Sendable (String) -> Void = { _ in }
  ) async throws -> TrainedModel {
    let checkpoint = try CheckpointFile.read(path)
    let trial = try trial(of: checkpoint.header, path: path)
    let digest = trial.content.training.dataDigest
    let dataset = try await trial.content.data.load(from: folders, report: report)
    guard dataset.digest == digest else {
      throw Problem.data(
        "\(path): was trained on other data: \(dataset.name) with SHA-256"
          + " \(digest.prefix(12))…, found \(dataset.digest.prefix(12))…")
    }
    return try TrainedModel(path, checkpoint, trial, dataset)
  }

  /// The trial that a checkpoint belongs to; problems name the file.
  private static func trial(of header: Checkpoint.Header, path: String) throws(Problem) -> Trial {
    let content = try JSON.parse(header.settings, file: path, as: .data)
    do throws(Problem) {
      return try Trial(TrialContent(decoding: content), system: "")
    } catch {
      let isPlaced = error.message.hasPrefix(path)
      throw .data(isPlaced ? error.message : "\(path): \(error.message)")
    }
  }

  private init(
    _ path: String, _ checkpoint: Checkpoint, _ trial: Trial, _ dataset: Dataset
  ) throws(Problem) {
    (self.path, self.checkpoint, self.trial, self.dataset) = (path, checkpoint, trial, dataset)
    do {
      epochs = Int(clamping: try checkpoint.state.counter(named: TrialStanding.epochName))
    } catch {
      throw .data("\(path): \(error)")
    }
  }

  /// The `count` best items for a user, by the id as the data set writes it; what the model was
  /// trained on is left out. Ties go by ascending item id, or in the drawn order of the trial's
  /// seed where the trial was not measured by that of ids.
  ///
  /// Throws `Problem.usage` for an unknown user, `Problem.data` when the split comes out otherwise
  /// than at the training or the state does not fit the recommender.
  package func recommend(to id: String, count: Int) throws -> Recommendations {
    try requireRanking()
    guard let user = dataset.user(of: id) else { throw unknownUser(id) }
    let ready = try ready()
    let best = ready.best(
      count, for: user, masked: ready.split.learned(for: trial.purpose)[user], trial)
    return Recommendations(
      best.map { item, score in
        Recommendations.Entry(
          item: dataset.itemIDs[item], title: dataset.itemTitles?[item], score: score)
      })
  }

  /// The lists of all tested users as they are measured: candidates, masks and ties of the trial.
  /// Of equal items in the mean over orders, they are in the drawn order of the trial's seed.
  ///
  /// - Parameter count: the most items of a list.
  /// - Throws: As `recommend(to:count:)` does, and where candidates do not fit what is held out.
  package func lists(of count: Int) throws -> RankedLists {
    try requireRanking()
    let ready = try ready()
    let evaluator = try RankingParts(dataset: dataset, split: ready.split).evaluator(
      of: [], trial.candidates, for: trial.purpose)
    var lists = RankedLists(name: trial.recommender.name)
    for user in evaluator.users {
      let best = ready.best(count, for: user, masked: evaluator.skipped(user), trial)
      let scores = OrderedScores.descending(best.map(\.score))
      lists.all.append(
        RankedLists.List(
          user: dataset.userIDs[user],
          items: zip(best, scores).map { (dataset.itemIDs[$0.item], $1) },
          relevant: evaluator.heldOut(user).map { dataset.itemIDs[Int($0)] }))
    }
    return lists
  }

  private func requireRanking() throws(Problem) {
    guard trial.recommender.task == .ranking else {
      throw .usage(
        "\(path): \(trial.recommender.name) \(trial.recommender.task.does), it does not rank items")
    }
  }

  /// The recommender as it was saved, and what it was trained and tested on. Throws as
  /// `recommend(to:count:)` does.
  func ranking() throws -> (recommender: any Recommender, split: Split) {
    try requireRanking()
    let ready = try ready()
    return (ready.recommender, ready.split)
  }

  /// The checkpoints of earlier epochs that a folder keeps of the same training, by epoch.
  func earlierModels(in folder: TrialFolder) -> [Int: String] { folder.earlierModels(of: trial) }

  /// Puts the state of another checkpoint of the same training into the recommender.
  ///
  /// - Throws: `Problem.data` where the file is damaged or does not fit.
  func show(_ path: String, in recommender: any Recommender) throws {
    let checkpoint = try CheckpointFile.read(path)
    do { try recommender.restore(checkpoint.state) } catch {
      throw Problem.data("\(path): \(error)")
    }
  }

  /// The recommender as it was saved, and what it was trained and tested on.
  private struct Ready {
    let recommender: any Recommender
    let split: Split

    /// The best items of a user but the masked ones, with their scores.
    func best(
      _ count: Int, for user: Int, masked: ArraySlice<Int32>, _ trial: Trial
    ) -> [(item: Int, score: Float)] {
      var scores = [Float](repeating: 0, count: split.test.items)
      scores.withUnsafeMutableBufferPointer { recommender.scores(of: user..<user + 1, into: $0) }
      return topItems(
        scores: scores, masked: masked, count: count, ties: trial.ties,
        drawnFrom: (UInt64(trial.seed), user))
    }
  }

  private func ready() throws -> Ready {
    try trial.content.checkFiles()
    let split = try trial.content.data.makeSplit(dataset, seed: UInt64(trial.seed))
    let digest = trial.content.training.splitDigest
    guard split.digest == digest else {
      throw Problem.data(
        "\(path): was trained on another split of \(dataset.name): \(digest.prefix(12))…"
          + ", this program makes \(split.digest.prefix(12))…")
    }
    BLAS.useOneThread()
    try TrialEstimate(
      trial, RankingParts(dataset: dataset, split: split).sizes(for: trial.purpose)
    ).require(for: "\(path): \(trial.recommender.name)")
    let recommender = try trial.recommender.make(
      trial.settings, split.trainingData(for: trial, of: dataset), UInt64(trial.seed))
    do {
      try recommender.restore(checkpoint.state)
    } catch {
      throw Problem.data("\(path): \(error)")
    }
    return Ready(recommender: recommender, split: split)
  }

  /// Says what ids look like, as there are too many to list; a near number would be a mere guess.
  private func unknownUser(_ id: String) -> Problem {
    let ids = dataset.userIDs
    let near = Int(id) == nil ? nearest(id, among: ids).map { "; did you mean \"\($0)\"?" } : nil
    let known = "; its \(ids.count) users are \"\(ids.first ?? "")\" to \"\(ids.last ?? "")\""
    return .usage("--user \(id): \(dataset.name) has no such user\(near ?? known)")
  }
}
