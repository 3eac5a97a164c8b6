import Basics
import Engine

/// Which noise the discriminator's input and the generator's penalty carry (Chae et al. 2018, 3.4).
package enum NegativeScheme: String, CaseIterable, Sendable {
  /// No mask at all: the discriminator sees the whole of the generated vector, as in a GAN.
  case whole
  /// No sampled negatives: the generator may answer 1 everywhere.
  case none
  /// Zero reconstruction: some unobserved outputs are pulled to 0.
  case zr = "ZR"
  /// Partial masking: some unobserved outputs are shown to the discriminator.
  case pm = "PM"
  /// Both, with sets of their own.
  case zp = "ZP"

  /// Whether sampled unobserved outputs are shown to the discriminator.
  var masks: Bool { self == .pm || self == .zp }
  /// Whether sampled unobserved outputs are pulled to 0.
  var zeroes: Bool { self == .zr || self == .zp }
}

/// What the generator minimises.
package enum GeneratorLoss: String, CaseIterable, Sendable {
  /// `−ln D(fake)`, as the released code.
  case nonSaturating = "non-saturating"
  /// `ln(1 − D(fake))`, as the paper's equation.
  case saturating
}

/// The settings of generative adversarial networks over rating vectors: CFGAN and UR-GAN have all
/// of them, GAN and CGAN those of the networks and of the training.
package struct VectorGANOptions: Settings, Equatable {
  package var generatorHidden = [400]
  package var discriminatorHidden = [125]
  package var hiddenActivation = Activation.sigmoid
  package var outputActivation = Activation.linear
  package var scheme = NegativeScheme.zp
  package var zeroReconstructionPercent = 70.0
  package var partialMaskingPercent = 70.0
  package var zeroReconstructionWeight = 0.03
  package var sharedSamples = false
  package var detachedAdversary = false
  package var generatorLoss = GeneratorLoss.nonSaturating
  package var generatorLearningRate = 1e-4
  package var discriminatorLearningRate = 1e-4
  package var generatorL2 = 0.0
  package var discriminatorL2 = 0.0
  package var generatorBatch = 32
  package var discriminatorBatch = 32
  package var generatorSteps = 1
  package var discriminatorSteps = 1
  package var start = StartLaw.glorot
  package var port = PortOptions()

  package init() {}

  /// What Yang 2026 (section 3.1) prints for the networks of all its systems.
  static func printed(scheme: NegativeScheme = .zp) -> VectorGANOptions {
    var options = VectorGANOptions()
    options.generatorHidden = [256, 512, 1024]
    options.discriminatorHidden = [1024, 128, 16]
    options.outputActivation = .sigmoid
    options.scheme = scheme
    return options
  }

  package static let fields = networkFields + negativeFields + learningFields + passFields

  /// Those that the scheme `whole` uses.
  static let unmaskedFields = networkFields + learningFields + passFields

  static let networkFields: [Field<VectorGANOptions>] = [
    .integers(
      "generatorHidden", \.generatorHidden, 1...65536, atLeast: 1, "the generator's hidden sizes"),
    .integers(
      "discriminatorHidden", \.discriminatorHidden, 1...65536, atLeast: 1,
      "the discriminator's hidden sizes"),
    .choice("hiddenActivation", \.hiddenActivation, "the nonlinearity of all hidden layers"),
    .choice("outputActivation", \.outputActivation, "the nonlinearity of the generator's output"),
    .choice("start", \.start, "the law of the starting weights and biases").omittedByDefault(),
  ]

  private static let negativeFields: [Field<VectorGANOptions>] =
    [
      .choice(
        "scheme", \.scheme,
        "sampled negatives: zero reconstruction, partial masking, both, none, or no mask"),
      .number(
        "zeroReconstructionPercent", \.zeroReconstructionPercent, 0...100,
        "S^ZR, percent of a row's unobserved entries pulled to 0"),
      .number(
        "partialMaskingPercent", \.partialMaskingPercent, 0...100,
        "S^PM, percent of a row's unobserved entries shown to the discriminator"),
      .number(
        "zeroReconstructionWeight", \.zeroReconstructionWeight, 0...1000,
        "α, the weight of zero reconstruction"),
      .boolean(
        "sharedSamples", \.sharedSamples,
        "one drawn set serves both purposes, as the released code does by reseeding from the clock"),
      .boolean(
        "detachedAdversary", \.detachedAdversary,
        "the generator gets no adversarial gradient, as in a public port"),
    ] + Field.embedded(PortOptions.negativeFields, at: \.port)

  static let learningFields: [Field<VectorGANOptions>] = [
    .choice("generatorLoss", \.generatorLoss, "what the generator minimises"),
    .number(
      "generatorLearningRate", \.generatorLearningRate, 0...10, "Adam's step of the generator"),
    .number(
      "discriminatorLearningRate", \.discriminatorLearningRate, 0...10,
      "Adam's step of the discriminator"),
    .number("generatorL2", \.generatorL2, 0...10, "λ of (λ/2)‖Θ‖², all generator parameters"),
    .number(
      "discriminatorL2", \.discriminatorL2, 0...10, "λ of (λ/2)‖Θ‖², all discriminator parameters"),
  ]

  static let passFields: [Field<VectorGANOptions>] =
    [
      .integer("generatorBatch", \.generatorBatch, 1...65536, "rows in a generator step"),
      .integer(
        "discriminatorBatch", \.discriminatorBatch, 1...65536, "rows in a discriminator step"),
      .integer(
        "generatorSteps", \.generatorSteps, 1...1000, "generator passes over the rows in an epoch"),
      .integer(
        "discriminatorSteps", \.discriminatorSteps, 0...1000,
        "discriminator passes over the rows in an epoch, before the generator's"),
    ] + Field.embedded(PortOptions.passFields, at: \.port)

  /// Refuses combinations of which a part would not be used.
  package func check(_ json: JSON) throws(Problem) {
    if sharedSamples {
      let culprit = json["sharedSamples"] ?? json
      guard scheme == .zp else {
        throw culprit.problem(
          "samples are shared between zero reconstruction and partial masking: the scheme has to be"
            + " \"ZP\", not \"\(scheme.rawValue)\"")
      }
      guard zeroReconstructionPercent == partialMaskingPercent,
        port.zeroReconstructionCount == port.partialMaskingCount
      else {
        throw culprit.problem(
          "shared samples need one size: those of zero reconstruction and of partial masking differ"
        )
      }
    }
    if detachedAdversary, !scheme.zeroes {
      throw (json["detachedAdversary"] ?? json).problem(
        "without the adversary and without zero reconstruction (scheme"
          + " \"\(scheme.rawValue)\") the generator has nothing to learn")
    }
    if port.reconstruction != .zeros, !scheme.zeroes {
      throw (json["reconstruction"] ?? json).problem(
        "is a way of zero reconstruction, which the scheme \"\(scheme.rawValue)\" has not")
    }
    for (key, count, isUsed) in [
      ("zeroReconstructionCount", port.zeroReconstructionCount, scheme.zeroes),
      ("partialMaskingCount", port.partialMaskingCount, scheme.masks),
    ] where count != nil && !isUsed {
      throw (json[key] ?? json).problem(
        "is not used: the scheme \"\(scheme.rawValue)\" samples nothing for it")
    }
  }

  /// How many of a row's unobserved entries are pulled to 0.
  var zeroReconstruction: SampleAmount {
    port.zeroReconstructionCount.map(SampleAmount.count) ?? .percent(zeroReconstructionPercent)
  }

  /// How many of a row's unobserved entries are shown to the discriminator.
  var partialMasking: SampleAmount {
    port.partialMaskingCount.map(SampleAmount.count) ?? .percent(partialMaskingPercent)
  }
}
