import Basics
import Datasets
import Evaluation
import Recommenders

/// What a task says of itself: what it refuses, and how the parts are made that its trials learn
/// from and are measured on. What becomes of the parts they say themselves, see ``TrialParts``.
protocol TaskRule: SendableMetatype {
  static var task: LearningTask { get }

  /// Refuses data, or an order of ties, that the task of `system` has no use for.
  ///
  /// - Parameters:
  ///   - place: The system's own place in the spec.
  ///   - json: The spec.
  static func check(
    _ system: SystemSpec, _ data: DataSettings, of spec: Spec, _ place: JSON, _ json: JSON
  ) throws(Problem)

  /// The parts of a data set for these seeds, by the seed.
  static func parts(
    _ settings: DataSettings, of dataset: Dataset, seeds: [Int]
  ) throws(Problem) -> [Int: any TrialParts]

  /// What a reader of these metrics has to know, a line each.
  static func notes(on metrics: [Metric], of spec: Spec) -> [String]
}

/// Every task. A new one is a folder beside this file, and a name here.
enum TaskList {
  static let all: [any TaskRule.Type] = [RankingTask.self, ClickTask.self]

  /// What the task of this name says of itself.
  ///
  /// Throws `Problem.usage` for one that is not on the list.
  static func rule(of task: LearningTask) throws(Problem) -> any TaskRule.Type {
    if let found = all.first(where: { $0.task == task }) { return found }
    throw .usage("nothing says how what \(task.does) is trained and measured")
  }
}

extension Spec {
  /// The tasks of these systems, each once.
  func tasks(of systems: [SystemSpec]) -> [any TaskRule.Type] {
    TaskList.all.filter { rule in systems.contains { $0.recommender.task == rule.task } }
  }
}
