import Basics

/// A rule that moves parameters against their gradients.
package protocol Optimizer<S>: AnyObject {
  associatedtype S: Scalar
  /// Whether rows without a gradient stay as they are, so that only touched rows are visited.
  var movesOnlyTouchedRows: Bool { get }
  /// Counts a step; called once before the rows of that step move.
  func beginStep()
  /// Moves rows of the store's parameter number `index`; `gradient` is [rows, columns].
  func move(_ index: Int, _ parameter: Parameter<S>, rows: Range<Int>, gradient: S.Target)
  /// Moments and counters, under `optimizer/<player>/…`.
  func state(of store: ParameterStore<S>) -> State
  /// Takes back what `state(of:)` gave.
  func restore(_ state: State, _ store: ParameterStore<S>) throws
}

/// The choice of a rule and its constants.
package struct OptimizerRule: Sendable, Equatable {
  /// The rules; what each does stands at `SGD` and `Adam`.
  package enum Method: String, CaseIterable, Sendable {
    /// Plain stochastic gradient descent.
    case sgd
    /// Gradient descent with a velocity.
    case momentum
    /// Adaptive moments.
    case adam
  }

  /// Which rule moves the parameters.
  package var method: Method
  /// `η`, the size of a step.
  package var learningRate: Double
  /// `λ` of the penalty `(λ/2)‖Θ‖²`: `λΘ` is added to the gradient, before any moments.
  package var l2: Double
  /// Decoupled decay: `Θ` shrinks by `learningRate · decay` beside the step (Loshchilov & Hutter
  /// 2019).
  package var decay: Double
  /// `μ`, the share of the last velocity that is kept; used by `momentum` only.
  package var momentum: Double
  /// `β₁`, the share of the first moment that Adam keeps.
  package var beta1: Double
  /// `β₂`, the share of the second moment that Adam keeps.
  package var beta2: Double
  /// `ε`, added to the root of the second moment in Adam.
  package var epsilon: Double

  /// A rule and its constants; those of Adam are Kingma & Ba's (2015) unless given.
  package init(
    _ method: Method, learningRate: Double, l2: Double = 0, decay: Double = 0,
    momentum: Double = 0.9, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8
  ) {
    (self.method, self.learningRate, self.l2, self.decay) = (method, learningRate, l2, decay)
    (self.momentum, self.beta1, self.beta2, self.epsilon) = (momentum, beta1, beta2, epsilon)
  }

  /// Stochastic gradient descent.
  package static func sgd(_ learningRate: Double, l2: Double = 0) -> OptimizerRule {
    OptimizerRule(.sgd, learningRate: learningRate, l2: l2)
  }

  package static func adam(_ learningRate: Double, l2: Double = 0) -> OptimizerRule {
    OptimizerRule(.adam, learningRate: learningRate, l2: l2)
  }

  func make<S: Scalar>(_ store: ParameterStore<S>) -> any Optimizer<S> {
    switch method {
    case .adam: Adam(self, store)
    case .sgd, .momentum: SGD(self, store)
    }
  }
}
