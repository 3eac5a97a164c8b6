import Engine

/// A model of clicks that is one `ClickNetwork`, and leaves everything but its making to it.
package protocol ColumnModel: ClickModel, EpochLearner {
  /// What learns and predicts.
  var network: ClickNetwork { get }
}

extension ColumnModel {
  package func trainEpoch() -> [Loss] { network.trainEpoch() }

  package func logits(of places: [Int32], into logits: ScoreRow) {
    network.logits(of: places, into: logits)
  }

  package var state: State {
    get throws(StateError) { try network.state }
  }
  package func restore(_ state: State) throws { try network.restore(state) }
  package var parameterCount: Int { network.parameterCount }
}
