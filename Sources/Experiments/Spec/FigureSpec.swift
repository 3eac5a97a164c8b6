import Evaluation
import Schema

/// A figure to draw: metrics against epochs, or against a setting of a grid.
public struct FigureSpec: Settings {
  /// The name of the files.
  public var name = ""
  /// `epoch`, or a setting that each shown system has in its grid.
  public var x = "epoch"
  /// A panel each.
  public var y: [Metric] = []
  /// What makes a line: `system`, or a setting that each shown system has in its grid.
  public var series = "system"
  /// The labels that are shown; empty: all.
  public var systems: [String] = []

  /// The decoder asks for a name and metrics.
  public init() {}

  /// The keys of a spec's `figures`, each.
  public static let fields: [Field<FigureSpec>] = [
    .text("name", \.name, "the name of the files").required(),
    .text("x", \.x, "epoch, or a setting in the grid of each system shown"),
    .metrics("y", \.y, "the metrics shown, of those measured; a panel each").required(),
    .text("series", \.series, "what makes a line: system, or a setting as for x"),
    .texts("systems", \.systems, "the labels shown; none: all"),
  ]
}
