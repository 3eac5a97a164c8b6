import Basics
import Datasets
import Mining
import Results

/// Leaves out attributes that say what an earlier one says: |G| ≥ threshold; see ``Correlation`` and
/// ``Integration``.
struct IntegrationStep: PipelineStep {
  static let name = "integration"
  static let summary = "leaves out attributes that are correlated with an earlier one"

  /// |G| from which on two attributes say the same.
  var threshold = 0.9
  var deviation = Correlation.sample

  static let fields: [Field<IntegrationStep>] = [
    .number(
      "threshold", \.threshold, 0...2,
      "correlation, without its sign, from which on the first of two attributes stands for both"),
    .choice(
      "deviation", \.deviation,
      "standard deviations with N − 1, Pearson's r; or with N, r · N / (N − 1)"),
  ]

  func apply(to state: inout PipelineState) throws(Problem) -> [StepTable] {
    let attributes = state.table.attributes
    let matrix = deviation.matrix(attributes.map(\.values))
    let integration = Integration(matrix, threshold: threshold)
    var notes: [String] = []
    let constant = attributes.filter { $0.values.isConstant }.map { "\"\($0.name)\"" }
    if !constant.isEmpty {
      notes.append(
        "Not defined, as it is the same for every user, and kept: \(constant.joined(separator: ", "))"
      )
    }
    let rows = attributes.indices.map { place -> [JSON] in
      let standIn = integration.standIns[place]
      let becomes = standIn.map { "left out for \(attributes[$0].name)" } ?? "stays"
      return [.string(attributes[place].name), .string(becomes)]
        + matrix[place].map { $0.map { .number($0) } ?? .null }
    }
    state.table.attributes = integration.kept.map { attributes[$0] }
    return [
      StepTable(
        Self.name, ["attribute", "becomes"] + attributes.map(\.name), rows, .matrix, labels: 2,
        notes: notes)
    ]
  }
}
