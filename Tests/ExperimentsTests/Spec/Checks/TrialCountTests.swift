import Experiments
import Testing

@Suite struct TrialCountTests {
  @Test func aChosenSystemIsFittedOnceMore() throws {
    let count = try TrialCount(specPatched())
    // BPR: 6 grid points × 2 seeds to choose, 2 to report. ItemPop has nothing to choose: 2.
    #expect(count.search == 12)
    #expect(count.final == 4)
    #expect(count.total == 16)
  }

  @Test func withoutAChoiceEachSystemIsFittedOnce() throws {
    let count = try TrialCount(
      specPatched(
        #"{"selection": null, "tables": null, "systems": [{"label": "A", "recommender": "mf-bpr"}]}"#
      ))
    #expect(count.search == 0)
    #expect(count.final == 2)
  }

  @Test func choosingByTheTestPartFitsNothingAgain() throws {
    let count = try TrialCount(specPatched(#"{"selection": {"on": "test"}}"#))
    #expect(count.search == 0)
    #expect(count.final == 14)
  }

  @Test func anEpochIsChosenEvenWithoutAGrid() throws {
    let count = try TrialCount(
      specPatched(#"{"tables": null, "systems": [{"label": "A", "recommender": "mf-bpr"}]}"#))
    #expect(count.search == 2)
    #expect(count.final == 2)
  }
}
