import Evaluation
import Schema

/// A figure to draw: metrics against epochs, a line a system.
public struct FigureSpec: Settings {
  /// What the horizontal axis is.
  public enum Axis: String, CaseIterable, Sendable {
    /// Epochs, or what the recommender counts as one.
    case epoch
  }

  /// What a line stands for.
  public enum Series: String, CaseIterable, Sendable {
    /// One of the compared systems, by its label.
    case system
  }

  /// The name of the files.
  public var name = ""
  /// What the horizontal axis is.
  public var x = Axis.epoch
  /// A panel each.
  public var y: [Metric] = []
  /// What a line stands for.
  public var series = Series.system
  /// The labels that are shown, in this order; empty: all, in the spec's order.
  public var systems: [String] = []

  /// The decoder asks for a name and metrics.
  public init() {}

  /// The keys of a spec's `figures`, each.
  public static let fields: [Field<FigureSpec>] = [
    .text("name", \.name, "the name of the files").required(),
    .choice("x", \.x, "what the horizontal axis is"),
    .metrics("y", \.y, "the metrics shown, of those measured; a panel each").required(),
    .choice("series", \.series, "what a line stands for"),
    .texts("systems", \.systems, "the labels shown, in this order; none: all"),
  ]
}
