import Basics
import Datasets
import Engine

/// DeepFM: factorisation machine and perceptron on the same vectors (Guo et al. 2017, eq. 1–4; the
/// DeepFM/NeuMF paper's eq. 3).
package final class DeepFM: DeepModel {
  package static let name = "deep-fm"
  package static let summary = "factorisation machine and perceptron that share their vectors"
  package static let source = "Guo, Tang, Ye, Li, He, IJCAI 2017"

  package let network: ClickNetwork

  package init(_ options: DeepOptions, data: ClickData, seed: UInt64) {
    network = options.network(data, seed) { table in
      let (linear, vectors) = (table.linear(), table.embeddings(options.length))
      let perceptron = table.perceptron(options.length, hidden: options.hidden)
      return { x, dropout in
        let e = fieldEmbedding(vectors, x)
        return sum([
          linear(x), fieldInteractions(e, fields: x.fields), perceptron(e, dropout),
        ])
      }
    }
  }
}
