import Basics
import Datasets
import Engine

extension TrainingData {
  /// The item feature of that name. Throws `Problem.usage` naming `recommender`, with the nearest
  /// name.
  func itemFeature(_ name: String, for recommender: String) throws(Problem) -> Feature {
    try Self.feature(name, among: itemFeatures, "item", for: recommender)
  }

  /// The user features of these names, for the recommender of that name; throws as
  /// ``itemFeature(_:for:)``.
  func userFeatures(
    named names: [String], for recommender: String
  ) throws(Problem) -> [Feature] {
    var features: [Feature] = []
    for name in names {
      features.append(try Self.feature(name, among: userFeatures, "user", for: recommender))
    }
    return features
  }

  private static func feature(
    _ name: String, among features: [Feature], _ kind: String, for recommender: String
  ) throws(Problem) -> Feature {
    if let found = features.first(where: { $0.name == name }) { return found }
    let known = features.map(\.name)
    let hint = nearest(name, among: known).map { "; did you mean \"\($0)\"?" }
    throw .usage(
      "\(recommender): the data set has no \(kind) attribute \"\(name)\""
        + (hint ?? "; it has \(known.isEmpty ? "none" : known.joined(separator: ", "))"))
  }

  /// The item features of these names, for the recommender of that name; throws as
  /// ``itemFeature(_:for:)``.
  func itemFeatures(
    named names: [String], for recommender: String
  ) throws(Problem) -> [Feature] {
    var features: [Feature] = []
    for name in names { features.append(try itemFeature(name, for: recommender)) }
    return features
  }
}

extension SparseMatrix {
  /// Each entity's values of all features side by side: entities × the sum of the vocabularies.
  convenience init(_ features: [Feature], of entities: Int) {
    var (starts, entries) = ([0], [Int32]())
    for entity in 0..<entities {
      var offset = 0
      for feature in features {
        for value in feature.values[entity] { entries.append(Int32(offset) + value) }
        offset += feature.vocabulary.count
      }
      starts.append(entries.count)
    }
    self.init(
      columns: features.reduce(0) { $0 + $1.vocabulary.count }, starts: starts, entries: entries)
  }
}
