import Basics
import Evaluation

/// What a figure shows: numbers, and how a panel of them is drawn.
package protocol FigureContent: Sendable {
  /// A panel each.
  var metrics: [String] { get }
  /// What the horizontal axis is called below the panels; nil: nothing.
  var xLabel: String? { get }
  /// How many lines a panel may have, a system each; 1 where systems are not lines.
  var lineCount: Int { get }
  /// What the vertical axis of a metric's panel is called.
  func yLabel(_ metric: String) -> String
  /// What was measured in a metric's panel, means over seeds where there are several; NaN where it
  /// is not defined.
  func values(of metric: String) -> [Double]
  /// The data in long form, numbers with all their digits.
  var csv: String { get }
  /// The panel of a metric, whose blocks of data have names that begin with `name`.
  func panel(_ metric: String, _ name: String, _ size: PanelSize) -> PlotScript.Panel
}

/// The size of a panel in pixels, about.
package struct PanelSize: Sendable {
  let width: Double
  let height: Double
}

extension FigureContent {
  package var lineCount: Int { 1 }

  package func yLabel(_ metric: String) -> String { MetricHeading.text(for: metric) }

  /// Whether there is anything to draw.
  var isMeasured: Bool { metrics.contains { values(of: $0).contains(where: \.isFinite) } }

  /// The metrics that were measured and of which no value is defined.
  var undefined: [String] {
    metrics.filter { metric in
      let own = values(of: metric)
      return !own.isEmpty && own.allSatisfy(\.isNaN)
    }.map { MetricHeading.text(for: $0) }
  }

  /// Writes the data, whole or not at all; the folder is made if it is missing.
  package func write(to path: String) throws(Problem) { try ResultFile.write(csv, to: path) }
}
