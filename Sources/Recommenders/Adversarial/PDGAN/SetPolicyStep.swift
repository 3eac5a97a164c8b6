import Basics
import Datasets
import Engine

/// PD-GAN's generator: a policy that takes the items of a set one after another, each with a
/// probability in proportion to what it adds to the determinant of the user's kernel, `π(i | T) =
/// e^{2βQ_i} d_i²(T) / Σ_j e^{2βQ_j} d_j²(T)`, whose greedy form is the MAP search.
///
/// One step a user, plain SGD on `−(1/n) Σ_sets R Σ_{i∈set} ln π(i | T)` with `R = 2(D(u, T) − ½)`
/// of the whole set, n items in all; with several sets a user, less their mean reward, which leaves
/// the gradient's expectation and takes from its variance.
final class SetPolicyStep {
  private let learner: Learner
  private let program: Program
  private let kernel: PersonalKernel
  private let judge: SetJudge
  private let interactions: Interactions
  private let setSize: Int
  private let samples: Int
  private let userInput = IndexInput(capacity: 1)
  private let chosenInput: IndexInput
  private let rewardInput: Tensor
  private let gainInput: Tensor

  init(
    _ generator: FactorModel, _ kernel: PersonalKernel, _ judge: SetJudge,
    _ interactions: Interactions, setSize: Int, samples: Int, learner: Learner
  ) {
    (self.kernel, self.judge, self.interactions) = (kernel, judge, interactions)
    (self.setSize, self.samples, self.learner) = (setSize, samples, learner)
    let choices = samples * setSize
    chosenInput = IndexInput(capacity: choices)
    rewardInput = Tensor(rows: choices, columns: 1)
    gainInput = Tensor(rows: choices, columns: interactions.items)
    chosenInput.count = choices
    let scores = add(
      product(gather(generator.users, userInput), transposed: generator.items),
      bias: generator.biases)
    userInput.count = 1
    program = learner.program(
      minimizing: weightedChoices(
        sum([activate(scores, .sigmoid)], factors: [kernel.slope]), chosenInput,
        rewards: rewardInput, weights: gainInput))
  }

  /// One step for every user that has positives; the mean reward of a set.
  func pass(_ random: inout Random) -> Double {
    var (total, steps) = (0.0, 0)
    for user in 0..<interactions.users where !interactions[user].isEmpty {
      total += prepare(user, &random)
      learner.descend(program)
      steps += 1
    }
    return total / Double(max(1, steps))
  }

  /// Draws the user's sets; returns their mean reward.
  private func prepare(_ user: Int, _ random: inout Random) -> Double {
    let items = interactions.items
    userInput.values[0] = Int32(user)
    kernel.show(user)
    var mean: Float = 0
    for sample in 0..<samples {
      let places = sample * setSize..<(sample + 1) * setSize
      kernel.begin()
      for place in places {
        (gainInput.value + place * items).update(from: kernel.gains, count: items)
        chosenInput.values[place] = Int32(kernel.takeAny(&random))
      }
      let set = UnsafeBufferPointer(start: chosenInput.values + places.lowerBound, count: setSize)
      let reward = judge.reward(user, set)
      for place in places { rewardInput.value[place] = reward }
      mean += reward / Float(samples)
    }
    if samples > 1 {
      for place in 0..<samples * setSize { rewardInput.value[place] -= mean }
    }
    return Double(mean)
  }
}
