import Basics
import Datasets
import Evaluation
import Recommenders

/// What decides the weights of a trial at any epoch: two trainings of one hash are one, whatever is
/// measured of them and however long they go on.
///
/// Paths are not in it, but the digests of the bytes that they lead to.
struct Training: Settings {
  /// The name of the recommender.
  var recommender = ""
  /// The version of its algorithm.
  var algorithmVersion = 0
  /// Every setting, defaults included.
  var settings = JSON.object([])
  /// The seed of everything random, the split included unless its settings name another.
  var seed = 0
  /// What it is for, and so what it learns from.
  var purpose = Trial.Purpose.reporting
  /// What the spec says of the data, paths apart.
  var data = JSON.object([])
  /// The SHA-256 of the data set's source bytes.
  var dataDigest = ""
  /// The digest of the split's parts.
  var splitDigest = ""
  /// What is mined of users beforehand; none where the recommender asks for nothing of it.
  var pipeline = Pipeline()
  /// When it ends before its last epoch; nil: never.
  var stopping: EarlyStopping?
  /// Epochs between two looks at what stops it; nil where nothing does.
  var lookEvery: Int?

  init() {}

  static let fields: [Field<Training>] = [
    .text("recommender", \.recommender, "name of the recommender").required(),
    .integer("algorithmVersion", \.algorithmVersion, 0...(.max), "of its algorithm").required(),
    .raw("settings", \.settings, "every setting").required(),
    .integer("seed", \.seed, 0...(.max), "seed of everything random").required(),
    .choice("purpose", \.purpose, "what it learns from").required(),
    .raw("data", \.data, "what the spec says of the data, paths apart").required(),
    .text("dataDigest", \.dataDigest, "SHA-256 of the data").required(),
    .text("splitDigest", \.splitDigest, "digest of the split").required(),
    .object("pipeline", \.pipeline, "what is mined of users beforehand").omittedByDefault(),
    .object("stopping", \.stopping, "when it ends early").omittedByDefault(),
    .integer("lookEvery", \.lookEvery, 1...(.max), "epochs between looks at that")
      .omittedByDefault(),
  ]

  /// The SHA-256 of all of it.
  var hash: String { SHA256.hex(of: encoded().canonicalText) }

  /// The recommender; throws `Problem` where this program has none of the name, or another version
  /// of it.
  func type() throws(Problem) -> RecommenderType {
    let type = try RecommenderList.named(recommender)
    guard algorithmVersion == type.algorithmVersion else {
      throw .data(
        "was trained by version \(algorithmVersion) of \(recommender); this program has version"
          + " \(type.algorithmVersion), so its state may mean something else; train it again")
    }
    guard pipeline.version == Pipeline.version else {
      throw .data(
        "was told of users by version \(pipeline.version) of pipelines, and this program has version"
          + " \(Pipeline.version); train it again")
    }
    return type
  }
}

extension DataSettings {
  /// All that decides what is read and how it is divided, but the names of files.
  var withoutPaths: JSON {
    var data = self
    data.changePaths { _ in [] }
    return data.encoded()
  }
}
