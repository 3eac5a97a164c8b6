import Basics
import Datasets
import Engine

/// Wide & Deep: logistic regression and perceptron trained jointly (Cheng et al. 2016, eq. 3). Its
/// wide part has the fields themselves and no crossed ones.
package final class WideAndDeep: DeepModel {
  package static let name = "wide-and-deep"
  package static let summary = "logistic regression and perceptron, trained jointly"
  package static let source = "Cheng, Koc, Harmsen et al., DLRS 2016"

  package let network: ClickNetwork

  package init(_ options: DeepOptions, data: ClickData, seed: UInt64) {
    network = options.network(data, seed) { table in
      let (linear, vectors) = (table.linear(), table.embeddings(options.length))
      let perceptron = table.perceptron(options.length, hidden: options.hidden)
      return { x, dropout in sum([linear(x), perceptron(fieldEmbedding(vectors, x), dropout)]) }
    }
  }
}
