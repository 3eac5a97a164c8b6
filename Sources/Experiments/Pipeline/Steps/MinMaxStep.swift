import Basics
import Datasets
import Mining
import Results

/// Scales every attribute to [0, 1], X' = (X − X_min) / (X_max − X_min), fitted on the users of the
/// table, all of whom have training events.
struct MinMaxStep: PipelineStep {
  static let name = "min-max"
  static let summary = "scales every attribute to [0, 1]"

  /// What becomes of an attribute that is the same for everybody, whose formula is 0/0.
  enum Constant: String, CaseIterable {
    case refuse, zero, drop
  }

  var constant = Constant.refuse

  static let fields: [Field<MinMaxStep>] = [
    .choice(
      "constant", \.constant,
      "an attribute that is the same for everybody, 0/0, is refused, becomes 0, or is dropped")
  ]

  func apply(to state: inout PipelineState) throws(Problem) -> [StepTable] {
    var (kept, rows): ([UserTable.Attribute], [[JSON]]) = ([], [])
    for var attribute in state.table.attributes {
      let scale = MinMax(attribute.values)
      var becomes = "[0, 1]"
      if scale.isConstant {
        switch constant {
        case .refuse:
          throw .data(
            "\(state.dataset.name): \"\(attribute.name)\" is \(JSON.text(of: scale.least)) for every"
              + " user, so that its scale is 0/0; expected other features, or \"constant\": \"zero\""
              + " or \"drop\"")
        case .zero: becomes = "0"
        case .drop: becomes = "dropped"
        }
      }
      rows.append(
        [.string(attribute.name), .number(scale.least), .number(scale.most), .string(becomes)])
      guard !(scale.isConstant && constant == .drop) else { continue }
      attribute.values = attribute.values.map { scale($0) }
      kept.append(attribute)
    }
    state.table.attributes = kept
    return [StepTable(Self.name, ["attribute", "least", "most", "becomes"], rows)]
  }
}
