import Basics
import Datasets
import TestSupport
import Testing

@testable import Experiments

@Suite struct DataCheckTests {
  private func check(
    _ patch: String, validation: Double = 0.25, in data: Dataset = smallData
  ) throws {
    let spec = try specPatched(patch)
    try spec.check(
      DividedData(
        spec.data, for: .ranking, data,
        [7: RankingParts(dataset: data, split: try smallSplit(validation: validation, of: data))]))
  }

  @Test func whatTheDataHaveIsFine() throws {
    try check("{}")
    try check(#"{"metrics": ["precision@5", {"name": "ndcg", "at": 5, "ideal": "full"}, "auc"]}"#)
  }

  @Test func aMetricThatNeedsAnotherFeature() {
    let patch = #"{"metrics": ["precision@5", "diversity@5(feature=kinds)"]}"#
    #expect(throws: Problem.usage(#"no item feature "kinds"; did you mean "kind"?"#)) {
      try check(patch)
    }
  }

  @Test func aSystemThatNeedsAnotherAttribute() {
    let patch = #"""
      {"tables": null, "systems": [{"label": "UR", "recommender": "ur-gan",
        "grid": {"attributes": [["kind"], ["kinds"]]}}]}
      """#
    #expect(
      throws: Problem.usage(
        #"UR: ur-gan: the data set has no item attribute "kinds"; did you mean "kind"?"#)
    ) { try check(patch) }
  }

  @Test func aSystemThatNeedsTimes() throws {
    let system = #"{"label": "Next", "recommender": "gru-nr"}"#
    let patch = #"{"selection": null, "tables": null, "systems": [\#(system)]}"#
    try check(patch)
    var events = smallData.events
    for place in events.indices { events[place].time = nil }
    let timeless = Dataset(
      name: smallData.name, events: events, userIDs: smallData.userIDs, itemIDs: smallData.itemIDs,
      digest: smallData.digest)
    #expect(
      throws: Problem.data(
        "Next: gru-nr: needs the time of every interaction, and the data set does not tell all")
    ) { try check(patch, in: timeless) }
  }

  @Test func aValidationPartThatSomeoneChoosesBy() throws {
    #expect(throws: Problem.data("taste-groups, seed 7: the validation part is empty")) {
      try check("{}", validation: 0)
    }
    // Nobody chooses by it.
    try check(
      #"{"selection": null, "systems": [{"label": "ItemPop", "recommender": "item-pop"}]}"#,
      validation: 0)
  }
}
