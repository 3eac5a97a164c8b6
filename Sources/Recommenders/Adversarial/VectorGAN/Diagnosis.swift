import Engine
import Foundation

extension VectorGAN {
  /// How the players stand towards each other, on the first batch of rows: what D makes of both
  /// kinds of rows, the norms of the gradients that each learns by, and, where hidden layers are
  /// sigmoids or hyperbolic tangents, the share of their units that are saturated and pass hardly
  /// any gradient.
  var diagnosis: [Observation] {
    prepare(firstRowsFor: discriminatorStep)
    let judgement = gradientNorm(discriminatorStep, discriminator)
    var found = [
      Observation("D of real rows", meanProbability(judged.real)),
      Observation("D of generated rows", meanProbability(judged.fake)),
      Observation("norm of D's gradient", judgement),
    ]
    // Generated rows are judged after the real ones.
    let critic = discriminatorStep.program.saturation.suffix(options.discriminatorHidden.count)
    prepare(firstRowsFor: generatorStep)
    found.append(Observation("norm of G's gradient", gradientNorm(generatorStep, generator)))
    guard options.hiddenActivation.isBounded else { return found }
    let maker = generatorStep.program.saturation.prefix(options.generatorHidden.count)
    found.append(Observation("saturated units of D", mean(critic)))
    found.append(Observation("saturated units of G", mean(maker)))
    return found
  }

  private func gradientNorm(_ step: Step, _ learner: Learner) -> Double {
    step.program.forward()
    step.program.backward()
    var squares = 0.0
    for gradient in step.program.gradients(of: learner.store.parameters) {
      for value in gradient { squares += Double(value) * Double(value) }
    }
    return squares.squareRoot()
  }

  private func meanProbability(_ logits: Tensor) -> Double {
    mean((0..<logits.count).map { 1 / (1 + exp(-Double(logits.value[$0]))) })
  }

  private func mean(_ values: some Collection<Double>) -> Double {
    values.reduce(0, +) / Double(max(1, values.count))
  }
}
