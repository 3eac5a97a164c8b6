import Basics
import Evaluation
import Results

/// What a figure needs of the rest of the spec.
extension Spec {
  /// Refuses a figure of what is not measured; `place` is the figure.
  func check(_ figure: FigureSpec, _ place: JSON) throws(Problem) {
    let kind = try figure.kind
    if !systems.isEmpty { try checkMeasured(figure.y, place.at("y")) }
    for metric in kind.metrics { try checkMeasured(metric, place.at("metric")) }
    try checkShown(figure.systems, place)
    try kind.check(systems(of: figure).map(FigureSystem.init), place)
    guard type(of: kind).showsCurves else { return }
    for system in systems(of: figure) {
      for (index, metric) in figure.y.enumerated() {
        try checkCurve(of: system, metric.name, place.at("y", index).position)
      }
    }
  }
}

extension FigureSystem {
  /// A system of a spec.
  fileprivate init(_ system: SystemSpec) {
    self.init(
      system.label, numbers: system.recommender.fields.filter(\.kind.isNumber).map(\.name))
  }
}

extension FieldKind {
  /// Whether its values are numbers.
  fileprivate var isNumber: Bool {
    switch self {
    case .integer, .number: true
    case .named(_, let kind): kind.isNumber
    default: false
    }
  }
}
