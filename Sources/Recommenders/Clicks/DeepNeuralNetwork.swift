import Basics
import Datasets
import Engine

/// A perceptron over the fields' vectors (the DeepFM/NeuMF paper's eq. 2 and 6).
package final class DeepNeuralNetwork: DeepModel {
  package static let name = "dnn"
  package static let summary = "perceptron over the vectors of the fields"
  package static let source = "Covington, Adams, Sargin, RecSys 2016"

  package let network: ClickNetwork

  package init(_ options: DeepOptions, data: ClickData, seed: UInt64) {
    network = options.network(data, seed) { table in
      let vectors = table.embeddings(options.length)
      let perceptron = table.perceptron(options.length, hidden: options.hidden)
      return { x, dropout in perceptron(fieldEmbedding(vectors, x), dropout) }
    }
  }
}
