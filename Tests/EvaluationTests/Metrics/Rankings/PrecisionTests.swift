import Testing

@testable import Evaluation

@Suite struct PrecisionTests {
  @Test func hitsOverNWhateverTheListsLength() throws {
    #expect(try worth("precision@4", ranking(hits: [1, 4, 5], of: 7)) == 0.5)
    #expect(try worth("precision@4", ranking(hits: [1], of: 1, top: 2)) == 0.25)
    #expect(try worth("precision@4", ranking(hits: [], of: 1)) == 0)
  }

  @Test func macroAndMicroCoincide() throws {
    let sample = Sample(seed: 21)
    let (macro, micro) = (try Metric("precision@5"), try Metric("precision@5(averaging=micro)"))
    let report = try sample.evaluate([macro, micro])
    #expect(abs(report[macro] - report[micro]) < 1e-15)
  }
}
