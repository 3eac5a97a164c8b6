import Basics
import Evaluation

/// One kind of figure, by what its horizontal axis is: what it takes of a spec, and what it shows
/// of what was measured.
///
/// Each is a `Settings` type with the keys that it has beside those of every figure; it is decoded
/// where the key `x` has its name. A new kind is a file with such a type, with its data and how
/// they are drawn, and a name in ``FigureList``.
package protocol FigureKind: Settings {
  /// The value of `x`: `epoch`.
  static var axis: String { get }
  /// Whether it shows what is measured at every look, and not after the last epoch alone.
  static var showsCurves: Bool { get }
  /// What else it shows than a panel's metric.
  var metrics: [Metric] { get }

  /// Refuses what such a figure cannot show; `json` is the figure in its spec.
  ///
  /// - Parameter y: a metric a panel.
  func check(_ y: [Metric], _ json: JSON) throws(Problem)

  /// Refuses systems that it cannot show; `json` is the figure in its spec.
  func check(_ systems: [FigureSystem], _ json: JSON) throws(Problem)

  /// What it shows. Throws `Problem` where a record lacks what it asks for.
  func content(_ measured: FigureSources) throws(Problem) -> any FigureContent
}

extension FigureKind {
  package static var showsCurves: Bool { false }
  package var metrics: [Metric] { [] }
  package func check(_ y: [Metric], _ json: JSON) throws(Problem) {}
  package func check(_ systems: [FigureSystem], _ json: JSON) throws(Problem) {}
}

/// The kinds of figures.
package enum FigureList {
  /// The first is that of a figure which names none.
  package static let all: [any FigureKind.Type] = [
    EpochFigure.self, SettingFigure.self, SystemFigure.self, MetricFigure.self,
    ProbabilityFigure.self, LengthFigure.self,
  ]
}

/// A system that a figure shows, as far as figures ask.
package struct FigureSystem: Sendable {
  package let label: String
  /// The names of its settings that are numbers.
  package let numbers: [String]

  package init(_ label: String, numbers: [String]) { (self.label, self.numbers) = (label, numbers) }
}

/// What a figure is made of.
package struct FigureSources: Sendable {
  /// A panel each.
  package let metrics: [String]
  /// The labels, in the order of the legend; other systems' records are not looked at.
  package let systems: [String]
  package let records: [TrialRecord]
  package let curves: Curve
  /// The paper's numbers, by system and metric.
  package let published: [String: [String: Double]]

  package init(
    metrics: [String], systems: [String], records: [TrialRecord] = [], curves: Curve = Curve(),
    published: [String: [String: Double]] = [:]
  ) {
    (self.metrics, self.systems, self.records) = (metrics, systems, records)
    (self.curves, self.published) = (curves, published)
  }
}
