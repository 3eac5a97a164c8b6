import Basics

/// What zero reconstruction pulls where.
package enum Reconstruction: String, CaseIterable, Sendable {
  /// Sampled unobserved entries to 0, as CFGAN's paper (Chae et al. 2018, equation 5).
  case zeros
  /// These and what partial masking shows to 0, and observed entries to 1: what a public port of
  /// CFGAN minimises.
  case observedAndZeros = "observed-and-zeros"
}

/// How long one of `generatorSteps` and `discriminatorSteps` is.
package enum StepUnit: String, CaseIterable, Sendable {
  /// All rows, in batches.
  case pass
  /// One batch, so that an epoch sees some of the rows only.
  case batch
}

/// Which rows are a batch.
package enum BatchOrder: String, CaseIterable, Sendable {
  /// Any; of a pass each row once.
  case shuffled
  /// Neighbours, from a place that is drawn for every pass or batch.
  case neighbouring
}

/// The settings in which public ports of CFGAN differ from its paper. Left out, nothing of them is
/// used.
package struct PortOptions: Settings, Equatable {
  package var reconstruction = Reconstruction.zeros
  /// As many entries a row; nil: the percentage.
  package var zeroReconstructionCount: Int?
  package var partialMaskingCount: Int?
  package var stepUnit = StepUnit.pass
  package var batchOrder = BatchOrder.shuffled

  package init() {}

  package static let fields: [Field<PortOptions>] = negativeFields + passFields

  static let negativeFields: [Field<PortOptions>] = [
    .choice("reconstruction", \.reconstruction, "what zero reconstruction pulls where")
      .omittedByDefault(),
    .integer(
      "zeroReconstructionCount", \.zeroReconstructionCount, 0...1_000_000,
      "S^ZR as a number of entries a row; null: its percentage"
    ).omittedByDefault(),
    .integer(
      "partialMaskingCount", \.partialMaskingCount, 0...1_000_000,
      "S^PM as a number of entries a row; null: its percentage"
    ).omittedByDefault(),
  ]

  static let passFields: [Field<PortOptions>] = [
    .choice(
      "stepUnit", \.stepUnit, "how long one of generatorSteps and discriminatorSteps is"
    )
    .omittedByDefault(),
    .choice("batchOrder", \.batchOrder, "which rows are a batch").omittedByDefault(),
  ]
}
