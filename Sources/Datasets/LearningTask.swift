/// What is learned: two kinds of prediction, each with models and metrics of its own.
package enum LearningTask: String, Sendable {
  /// Which items a user will like best.
  case ranking
  /// Whether a record – a user shown an item in some circumstances – is a click, and how probably.
  case clicks
}
