import Basics
import Datasets

/// A recommender as specs see it: its name, its settings, what it predicts.
package struct RecommenderType: Sendable {
  /// The name in specs.
  package let name: String
  /// One line on what it is.
  package let summary: String
  /// The paper it comes from.
  package let source: String
  /// Raised when the same settings and seed no longer give the same scores.
  package let algorithmVersion: Int
  /// Whether there are epochs; where not, all is learned when it is made.
  package let learnsByEpochs: Bool
  /// Decodes settings and encodes them again, complete with defaults, in a fixed order.
  ///
  /// Throws `Problem` at the first key that is unknown or out of range.
  package let complete: @Sendable (JSON) throws(Problem) -> JSON
  /// Whether it scores a few drawn items for less than all.
  package let scoresDrawnItems: Bool
  /// Whether it can be made of no interaction at all.
  package let learnsNothing: Bool
  package let task: LearningTask
  /// The model, which is made as its task makes models.
  package let model: any Model.Type

  /// The recommender of this model.
  package init<M: Model>(_ model: M.Type) {
    name = M.name
    summary = M.summary
    source = M.source
    algorithmVersion = M.algorithmVersion
    learnsByEpochs = model is any EpochLearner.Type
    scoresDrawnItems = model is any ItemScorer.Type
    learnsNothing = (model as? any Recommender.Type)?.learnsNothing ?? false
    complete = { json throws(Problem) in try M.Options(decoding: json).encoded() }
    task = M.task
    self.model = model
  }

  /// Name, kind, default and meaning of every setting.
  package var fields: [FieldDescription] { model.fieldDescriptions }

  /// The settings that are paths of files; what these hold is part of what a trial is.
  package var fileSettings: [String] { model.fileSettings }

  /// The model as a task makes models; throws `Problem.usage` where it is for another one.
  func model<Kind>(for task: LearningTask) throws(Problem) -> Kind {
    guard let model = model as? Kind else {
      throw .usage("\(name) \(self.task.does), it does not \(task.does.infinitive)")
    }
    return model
  }
}

extension RecommenderType {
  /// The user features that settings ask for by name, all of whose values a recommender is told. A
  /// recommender that uses any calls its setting `userFeatures`.
  package func userFeatures(in settings: JSON) -> [String] {
    guard case .array(let names)? = settings["userFeatures"]?.value else { return [] }
    return names.compactMap { name in
      if case .string(let text) = name.value { text } else { nil }
    }
  }
}

extension Model {
  fileprivate static var fieldDescriptions: [FieldDescription] { Options.fieldDescriptions }
  fileprivate static var fileSettings: [String] { Options.fields.filter(\.isFile).map(\.name) }
}

/// A model by the settings of a spec. All of it throws `Problem` at settings that do not decode.
extension Model {
  static func made(_ settings: JSON, _ data: Learned, _ seed: UInt64) throws -> Self {
    try Self(Options(decoding: settings), data: data, seed: seed)
  }

  static func check(_ settings: JSON, _ data: Checked) throws(Problem) {
    try check(Options(decoding: settings), data: data)
  }

  static func estimate(_ settings: JSON, _ sizes: Sizes) throws(Problem) -> Estimate {
    estimate(try Options(decoding: settings), sizes)
  }
}

extension String {
  /// `rank items` for `ranks items`.
  fileprivate var infinitive: String {
    let words = split(separator: " ", maxSplits: 1)
    return ([String(words[0].dropLast())] + words.dropFirst().map(String.init))
      .joined(separator: " ")
  }
}
