import Basics
import Datasets
import Engine

/// An algorithm for each stage of a product's life: the framework that the DeepFM/NeuMF paper
/// argues for ("commodities in different life cycles have entirely different characteristics and
/// data volumes"), of which it says neither which algorithm suits which stage nor how they learn.
///
/// A record is predicted by the algorithm of its product's stage, a field of the data. Each
/// algorithm that a stage is left to learns once, from all training records or from those of its
/// stages alone, an epoch each in an epoch.
package final class LifeCycleSwitch: ClickModel, EpochLearner {
  /// What an algorithm learns from.
  package enum Lesson: String, CaseIterable, Sendable {
    /// All training records.
    case all
    /// Those of the stages that are left to it.
    case own
  }

  package struct Options: Settings {
    package var field = "stage"
    package var stages: [Stage] = []
    package var otherwise = StageAlgorithm.deepFM
    package var learnsFrom = Lesson.all
    package var algorithms = StageAlgorithm.Options()

    /// A stage and what it is left to.
    package struct Stage: Sendable {
      var name: String
      var algorithm: StageAlgorithm
    }

    package init() {}

    package static let fields: [Field<Options>] =
      [
        .text("field", \.field, "the field that holds a product's stage"),
        .custom(
          "stages", \.stages, .map(.choice(StageAlgorithm.names)),
          "the algorithm of each stage, by the field's value",
          decode: { json throws(Problem) in
            var stages: [Stage] = []
            for member in try json.asObject() {
              stages.append(
                Stage(name: member.key, algorithm: try StageAlgorithm(decoding: member.value)))
            }
            return stages
          },
          encode: { .object($0.map { ($0.name, .string($0.algorithm.rawValue)) }) }),
        .choice("otherwise", \.otherwise, "the algorithm of other stages, and of an unknown one"),
        .choice("learnsFrom", \.learnsFrom, "the training records that an algorithm learns from"),
      ] + Field.embedded(StageAlgorithm.Options.fields, at: \.algorithms)

    /// Refuses settings of an algorithm that nothing is left to.
    package func check(_ json: JSON) throws(Problem) {
      let used = stages.map(\.algorithm) + [otherwise]
      for (algorithm, key) in StageAlgorithm.keys where !used.contains(algorithm) {
        let standard = StageAlgorithm.Options().encoded()[key]
        guard let written = json[key], algorithms.encoded()[key] != standard else { continue }
        throw written.problem(
          "nothing is left to \(algorithm.rawValue), so its settings are not used")
      }
    }
  }

  package static let name = "life-cycle-switch"
  package static let summary = "an algorithm for each stage of a product's life"
  package static let source = "Li et al. 2023, doi 10.4018/JOEUC.335498"

  private let parts: [(algorithm: StageAlgorithm, model: any ClickModel & EpochLearner)]
  /// The part that predicts each record.
  private let part: [UInt8]

  /// Throws `Problem` when the data lack the field, a stage is none of its values, or an algorithm
  /// needs what there is not.
  package init(_ options: Options, data: ClickData, seed: UInt64) throws {
    let chosen = try Self.algorithms(options, data.columns)
    let used = StageAlgorithm.allCases.filter(chosen.contains)
    part = chosen.map { algorithm in UInt8(used.firstIndex(of: algorithm) ?? 0) }
    parts = try used.map { [part] algorithm in
      let own = data.training.filter { used[Int(part[Int($0)])] == algorithm }
      let lesson =
        options.learnsFrom == .own ? data.restricted(to: own) : data
      return (algorithm, try algorithm.make(options.algorithms, data: lesson, seed: seed))
    }
  }

  package static func check(_ options: Options, data: Records) throws(Problem) {
    for algorithm in Set(try algorithms(options, data.columns)) {
      try algorithm.check(options.algorithms, data: data)
    }
  }

  /// The algorithm of each record.
  private static func algorithms(
    _ options: Options, _ columns: [Column]
  ) throws(Problem) -> [StageAlgorithm] {
    let column = columns.first { $0.name == options.field }
    guard case .categories(let vocabulary, let values)? = column?.values else {
      let known = columns.filter {
        if case .categories = $0.values { true } else { false }
      }.map(\.name)
      throw .usage(
        "\(name): needs the field \"\(options.field)\", of one value a record, among the spec's fields"
          + suggestion(for: options.field, among: known))
    }
    for stage in options.stages where !vocabulary.contains(stage.name) {
      throw .usage(
        "\(name): the field \"\(options.field)\" has no value \"\(stage.name)\""
          + suggestion(for: stage.name, among: vocabulary))
    }
    let chosen = vocabulary.map { value in
      options.stages.first { $0.name == value }?.algorithm ?? options.otherwise
    }
    return values.map { $0 < 0 ? options.otherwise : chosen[Int($0)] }
  }

  package func trainEpoch() -> [Loss] {
    parts.flatMap { algorithm, model in
      model.trainEpoch().map { Loss("\(algorithm.rawValue) \($0.name)", $0.value) }
    }
  }

  package func logits(of places: [Int32], into logits: ScoreRow) {
    for (index, own) in parts.enumerated() {
      let rows = places.indices.filter { part[Int(places[$0])] == index }
      var predicted = [Float](repeating: 0, count: rows.count)
      predicted.withUnsafeMutableBufferPointer {
        own.model.logits(of: rows.map { places[$0] }, into: $0)
      }
      for (row, logit) in zip(rows, predicted) { logits[row] = logit }
    }
  }

  package var observations: [Observation] {
    parts.enumerated().map { index, own in
      let share = Double(part.count { $0 == index }) / Double(max(1, part.count))
      return Observation("share of records left to \(own.algorithm.rawValue)", share)
    }
  }

  package var state: State {
    get throws(StateError) {
      var state = State()
      for own in parts { try state.merge(own.model.state.prefixed(own.algorithm.rawValue)) }
      return state
    }
  }

  package func restore(_ state: State) throws {
    for own in parts { try own.model.restore(state.part(own.algorithm.rawValue)) }
  }

  package var parameterCount: Int { parts.reduce(0) { $0 + $1.model.parameterCount } }
}

extension LifeCycleSwitch {
  package static func estimate(_ options: Options, _ sizes: RecordSizes) -> Estimate {
    let used = Set(options.stages.map(\.algorithm) + [options.otherwise])
    var estimate = Estimate()
    for algorithm in StageAlgorithm.allCases where used.contains(algorithm) {
      estimate.add(algorithm.estimate(options.algorithms, sizes))
    }
    // A record is predicted by one of them, and where each has its own, learned from by one.
    let share = 1 / Double(used.count)
    estimate.one = share * estimate.one
    if options.learnsFrom == .own { estimate.epoch = share * estimate.epoch }
    return estimate
  }
}
