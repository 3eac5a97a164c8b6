import Datasets
import Engine
import Evaluation
import Recommenders
import Schema

/// A trained model, built again from its checkpoint and the data it was trained on.
///
/// Nothing is trained here but what a recommender does when it is made; the checkpoint's state
/// replaces the outcome of that.
public struct TrainedModel {
  /// What it was trained and tested on.
  public let dataset: Dataset
  /// Epochs it was trained for; 0 for a system that is fitted once.
  public let epochs: Int
  /// For a heading: recommender, seed, epochs, data set.
  public var title: String {
    let length = trained.type.learning == .once ? "" : ", \(epochs) epochs"
    return "\(trained.type.name), seed \(trained.seed)\(length), \(dataset.name)"
  }

  private let path: String
  private let trained: TrainedTrial
  private let checkpoint: Checkpoint

  /// Reads the checkpoint at `path` and the data set that it names, which is fetched if need be.
  ///
  /// Throws `Problem.data` when the checkpoint is damaged, of another version of the algorithm, or
  /// was made from other bytes of the data set, and as the loading of data sets does.
  public static func load(
    checkpoint path: String, folders: DataFolders, report: @Sendable (String) -> Void = { _ in }
  ) async throws -> TrainedModel {
    let checkpoint = try CheckpointFile.read(path)
    let trained = try TrainedTrial(checkpoint.header, path: path)
    let dataset = try await trained.data.load(from: folders, report: report)
    guard dataset.digest == trained.dataDigest else {
      throw Problem.data(
        "\(path): was trained on other data: \(dataset.name) with SHA-256"
          + " \(trained.dataDigest.prefix(12))…, found \(dataset.digest.prefix(12))…")
    }
    return try TrainedModel(path, checkpoint, trained, dataset)
  }

  private init(
    _ path: String, _ checkpoint: Checkpoint, _ trained: TrainedTrial, _ dataset: Dataset
  ) throws(Problem) {
    (self.path, self.checkpoint, self.trained, self.dataset) = (path, checkpoint, trained, dataset)
    do {
      epochs = Int(try checkpoint.state.counter(named: "progress/epoch"))
    } catch {
      throw .data("\(path): \(error)")
    }
  }

  /// The `count` best items for a user, by the id as the data set writes it; what the model was
  /// trained on is left out, ties go by ascending item id.
  ///
  /// Throws `Problem.usage` for an unknown user, `Problem.data` when the split comes out otherwise
  /// than at the training or the state does not fit the recommender.
  public func recommend(to id: String, count: Int) throws -> Recommendations {
    guard let user = dataset.userIDs.firstIndex(of: id) else { throw unknownUser(id) }
    let split = try trained.data.makeSplit(dataset, seed: UInt64(trained.seed))
    guard split.digest == trained.splitDigest else {
      throw Problem.data(
        "\(path): was trained on another split of \(dataset.name): \(trained.splitDigest.prefix(12))…"
          + ", this program makes \(split.digest.prefix(12))…")
    }
    let seen = trained.purpose.interactions(of: split)
    BLAS.use(threads: 1)
    let recommender = try trained.type.make(
      trained.settings,
      TrainingData(
        interactions: seen, userFeatures: dataset.userFeatures, itemFeatures: dataset.itemFeatures),
      UInt64(trained.seed))
    do {
      try recommender.restore(checkpoint.state)
    } catch {
      throw Problem.data("\(path): \(error)")
    }
    var scores = [Float](repeating: 0, count: dataset.items)
    scores.withUnsafeMutableBufferPointer { recommender.scores(of: user..<user + 1, into: $0) }
    let best = topItems(scores: scores, masked: seen[user], count: count)
    return Recommendations(
      best.map { item, score in
        Recommendations.Entry(
          item: dataset.itemIDs[item], title: dataset.itemTitles?[item], score: score)
      })
  }

  /// Says what ids look like, as there are too many to list; a near number would be a mere guess.
  private func unknownUser(_ id: String) -> Problem {
    let ids = dataset.userIDs
    let near = Int(id) == nil ? nearest(id, among: ids).map { "; did you mean \"\($0)\"?" } : nil
    let known = "; its \(ids.count) users are \"\(ids.first ?? "")\" to \"\(ids.last ?? "")\""
    return .usage("--user \(id): \(dataset.name) has no such user\(near ?? known)")
  }
}

/// What a checkpoint says of the trial that it belongs to; see ``Trial/content``.
private struct TrainedTrial {
  let type: RecommenderType
  let settings: JSON
  let seed: Int
  let purpose: Trial.Purpose
  let data: DataSettings
  let dataDigest: String
  let splitDigest: String

  /// Reads a header. Throws `Problem.data` naming the file when it is not one this program can use.
  init(_ header: Checkpoint.Header, path: String) throws(Problem) {
    let content = try JSON.parse(header.settings, file: path, as: .data)
    let name = try content.member("recommender")
    type = try RecommenderType.named(name)
    let version = try content.member("algorithmVersion").asInteger()
    guard version == type.algorithmVersion else {
      throw .data(
        "\(path): was trained by version \(version) of \(type.name); this program has version"
          + " \(type.algorithmVersion), so its state may mean something else; train it again")
    }
    settings = try content.member("settings")
    seed = try content.member("seed").asInteger(in: 0...Int.max)
    purpose = try Trial.Purpose(decoding: content.member("purpose"))
    data = try DataSettings(decoding: content.member("data"))
    dataDigest = try content.member("dataDigest").asString()
    splitDigest = try content.member("splitDigest").asString()
  }
}
