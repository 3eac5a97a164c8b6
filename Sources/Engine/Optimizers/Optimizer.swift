import Schema

/// A rule that moves parameters against their gradients.
public protocol Optimizer<S>: AnyObject {
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
public struct OptimizerRule: Sendable, Equatable {
  public enum Method: String, CaseIterable, Sendable { case sgd, momentum, adam }

  public var method: Method
  public var learningRate: Double
  /// `λ` of the penalty `(λ/2)‖Θ‖²`: `λΘ` is added to the gradient, before any moments.
  public var l2: Double
  /// Decoupled decay: `Θ` shrinks by `learningRate · decay` beside the step (Loshchilov & Hutter
  /// 2019).
  public var decay: Double
  public var momentum: Double
  public var beta1: Double
  public var beta2: Double
  public var epsilon: Double

  public init(
    _ method: Method, learningRate: Double, l2: Double = 0, decay: Double = 0,
    momentum: Double = 0.9, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8
  ) {
    (self.method, self.learningRate, self.l2, self.decay) = (method, learningRate, l2, decay)
    (self.momentum, self.beta1, self.beta2, self.epsilon) = (momentum, beta1, beta2, epsilon)
  }

  /// Stochastic gradient descent.
  public static func sgd(_ learningRate: Double, l2: Double = 0) -> OptimizerRule {
    OptimizerRule(.sgd, learningRate: learningRate, l2: l2)
  }

  /// Adam.
  public static func adam(_ learningRate: Double, l2: Double = 0) -> OptimizerRule {
    OptimizerRule(.adam, learningRate: learningRate, l2: l2)
  }

  func make<S: Scalar>(_ store: ParameterStore<S>) -> any Optimizer<S> {
    switch method {
    case .adam: Adam(self, store)
    case .sgd, .momentum: SGD(self, store)
    }
  }
}
