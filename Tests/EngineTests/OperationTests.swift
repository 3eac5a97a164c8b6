import Foundation
import TestSupport
import Testing

@Suite struct OperationTests {
  /// Every operation in the sources stands in the graph of some gradient check.
  @Test func everyOperationHasAGradientCheck() throws {
    let cases =
      ActivationsTests.cases + ArithmeticTests.cases + BiInteractionTests.cases
      + GatherTests.cases + MatrixProductTests.cases + SparseProductTests.cases
      + WeightedBagTests.cases + DenseTests.cases + LogisticTests.cases
      + SampledLogLikelihoodTests.cases + SquaredNormTests.cases + SelectRowsTests.cases
      + BlockCosineTests.cases + StrongestPairsTests.cases + NeighbourSoftmaxTests.cases
      + BlockProductTests.cases + BlockPoolTests.cases + PoolingLossesTests.cases
      + AdditiveScoresTests.cases + CrossEntropyTests.cases + SoftmaxTests.cases
      + ScaleColumnsTests.cases + GRUTests.cases + GatherProductTests.cases
      + EmbeddingCrossEntropyTests.cases + EmbeddingBPRMaxTests.cases
      + GramLogDeterminantTests.cases + WeightedChoicesTests.cases + FieldTests.cases
      + LSTMTests.cases + TransformerTests.cases + SampledLossesTests.cases
    let checked = cases.reduce(into: Set<String>()) { $0.formUnion($1.operations) }
    let declared = try declaredOperations()
    #expect(declared.count >= 35)
    #expect(declared == checked)
  }

  /// The types declared as `: Operation` in the engine's sources.
  private func declaredOperations() throws -> Set<String> {
    let sources = URL(filePath: OtherProgram.root).appending(path: "Sources/Engine")
    let declaration = /(?:class|struct) (\w+)<[^>]*>: [^{]*\bOperation\b/
    var names: Set<String> = []
    let files = try #require(FileManager.default.enumerator(atPath: sources.path))
    for case let file as String in files where file.hasSuffix(".swift") {
      let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
      for match in text.matches(of: declaration) { names.insert(String(match.1)) }
    }
    return names
  }
}
