import Basics
import Datasets
import Engine

/// Logistic regression on the fields' values, `b + Σ_f w_{x_f}`: the wide part alone (the
/// DeepFM/NeuMF paper's eq. 1).
package final class LogisticRegression: ColumnModel {
  package static let name = "lr"
  package static let summary = "logistic regression on the values of the fields"
  package static let source = "Richardson, Dominowska, Ragno, WWW 2007"

  package let network: ClickNetwork

  package init(_ options: ClickOptions, data: ClickData, seed: UInt64) {
    network = ClickNetwork(data, options: options, seed: seed) { table in
      let linear = table.linear()
      return { x, _ in linear(x) }
    }
  }
}

extension LogisticRegression {
  package static func estimate(_ options: ClickOptions, _ sizes: RecordSizes) -> Estimate {
    options.estimate(length: 1, sizes)
  }
}
