/// What a rule from an item to one that came d steps later weighs, with `steps` D of them looked at
/// (Ludewig & Jannach 2018).
package enum StepDecay: String, CaseIterable, Sendable {
  /// `1 / d`.
  case reciprocal
  /// `1 / d²`.
  case quadratic
  /// `1 − (d − 1) / D`.
  case linear
  /// 1, whatever the distance.
  case none

  /// The weights of 1 to `steps` steps.
  func weights(steps: Int) -> [Double] {
    (1...steps).map { step in
      let distance = Double(step)
      return switch self {
      case .reciprocal: 1 / distance
      case .quadratic: 1 / (distance * distance)
      case .linear: 1 - (distance - 1) / Double(steps)
      case .none: 1
      }
    }
  }
}
