/// A kind of prediction, with models and metrics of its own.
///
/// A new one is an extension in this target, which its models and its metrics see alike, and a rule
/// in `TaskList`.
package struct LearningTask: Hashable, Sendable {
  /// One word.
  package let name: String
  /// What its models do: "ranks items".
  package let does: String
  /// What its metrics measure: "rankings".
  package let measured: String

  /// A task of this name.
  package init(_ name: String, does: String, measured: String) {
    (self.name, self.does, self.measured) = (name, does, measured)
  }
}

extension LearningTask {
  /// Which items a user will like best.
  package static let ranking = LearningTask("ranking", does: "ranks items", measured: "rankings")
  /// Whether a record – a user shown an item in some circumstances – is a click, and how probably.
  package static let clicks = LearningTask(
    "clicks", does: "predicts clicks", measured: "predicted clicks")
}
