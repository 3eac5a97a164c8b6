import Basics
import Datasets
import Experiments
import Testing

@Suite struct SpecTests {
  @Test func aGoodSpecIsReadWhole() throws {
    let spec = try specPatched()
    #expect(spec.title == "Table 4")
    #expect(spec.data.dataset == "ml-100k")
    #expect(spec.data.feedback == .allRatings)
    #expect(spec.data.split.validation == 0.1)
    #expect(spec.seeds == [1, 2])
    #expect(spec.metrics.map(\.name) == ["precision@5", "ndcg@5(ideal=full)"])
    #expect(spec.systems.map(\.recommender.name) == ["item-pop", "mf-bpr"])
    #expect(spec.selection?.metric == spec.metrics[0])
    #expect(spec.tables[0].published("ItemPop", spec.metrics[0]) == 0.2)
    #expect(spec.tables[0].published("BPR", spec.metrics[0]) == nil)
  }

  @Test func theEncodingDecodesToItself() throws {
    let spec = try specPatched(
      #"""
      {"source": {"doi": "10.1/2"}, "assumptions": ["a"], "departures": ["b"],
       "training": {"epochs": 20, "earlyStopping": {"metric": "precision@5", "patience": 3}},
       "figures": [{"name": "f", "y": ["precision@5"], "systems": ["BPR"], "x": "epoch"}],
       "claims": [{"quote": "twice", "ratio": [["BPR", "precision@5"], ["ItemPop", "precision@5"]],
                   "expected": 2}],
       "tables": [{"name": "t", "columns": ["precision@5"],
         "significance": {"against": "BPR", "test": "wilcoxon", "over": "seeds", "level": 0.01}}]}
      """#)
    let text = spec.encoded().canonicalText
    let again = try Spec(decoding: JSON.parse(text, file: "again"))
    #expect(again.encoded().canonicalText == text)
    #expect(again.claims.map(\.encoded) == spec.claims.map(\.encoded))
    let significance = try #require(again.tables[0].significance)
    #expect(significance.against == "BPR" && significance.over == .seeds)
    #expect(significance.test == .wilcoxon && significance.correction == .holm)
    #expect(significance.level == 0.01 && significance.resamples == 9_999)
    #expect(again.systems[1].grid == spec.systems[1].grid)
  }

  @Test func moreSeedsThanNamedAreTheLeastOthers() throws {
    let spec = try specPatched(#"{"seeds": [7, 2, 9223372036854775807]}"#)
    #expect(spec.seeds(nil) == [7, 2, .max])
    #expect(spec.seeds(1) == [7])
    #expect(spec.seeds(3) == [7, 2, .max])
    #expect(spec.seeds(6) == [7, 2, .max, 1, 3, 4])
  }

  @Test func aSystemMayTrainDifferently() throws {
    let spec = try specPatched(
      #"""
      {"training": {"epochs": 50, "evaluateEvery": 5},
       "systems": [
         {"label": "A", "recommender": "mf-bpr", "training": {"epochs": 400, "evaluateEvery": 50}},
         {"label": "B", "recommender": "mf-bpr", "training": {"checkpointEvery": 7}}], "tables": null}
      """#)
    let a = try spec.training(of: spec.systems[0])
    let b = try spec.training(of: spec.systems[1])
    #expect(a.epochs == 400)
    #expect(a.evaluateEvery == 50)
    #expect(b.epochs == 50)
    #expect(b.evaluateEvery == 5)
    #expect(b.checkpointEvery == 7)
  }

  @Test func noSystemTrainsLongerThanTheLimit() throws {
    let spec = try specPatched(
      #"""
      {"training": {"epochs": 50, "epochLimit": 20},
       "systems": [{"label": "A", "recommender": "mf-bpr", "training": {"epochs": 400}},
                   {"label": "B", "recommender": "mf-bpr", "training": {"epochs": 3}}], "tables": null}
      """#)
    #expect(try spec.systems.map { try spec.training(of: $0).epochs } == [20, 3])
    // A limit that does not bind leaves no trace: the same trial is found again without it.
    let plain = try specPatched(#"{"training": {"epochs": 3}}"#)
    #expect(
      try spec.training(of: spec.systems[1]).encoded()
        == plain.training(of: plain.systems[1]).encoded())
  }

  @Test func aSystemMayChooseDifferentlyOrNotAtAll() throws {
    let spec = try specPatched(
      #"""
      {"systems": [{"label": "A", "recommender": "mf-bpr"},
        {"label": "B", "recommender": "mf-bpr", "selection": null},
        {"label": "C", "recommender": "mf-bpr", "selection": {"metric": "ndcg@5(ideal=full)"}}],
       "tables": null}
      """#)
    let names = try spec.systems.map { try spec.selection(of: $0)?.metric.name }
    #expect(names == ["precision@5", nil, "ndcg@5(ideal=full)"])
  }

  @Test func aSystemMayHaveDataOfItsOwn() throws {
    let spec = try specPatched(
      #"""
      {"systems": [{"label": "ItemPop", "recommender": "item-pop"},
        {"label": "few", "recommender": "item-pop", "data": {"sample": 100, "split": {"test": 0.5}}},
        {"label": "last", "recommender": "item-pop",
         "data": {"split": {"method": "leave-one-out", "test": null, "validation": 1}}}]}
      """#)
    #expect(try spec.data(of: spec.systems[0]) == spec.data)
    var few = spec.data
    (few.sample, few.split.test) = (100, 0.5)
    #expect(try spec.data(of: spec.systems[1]) == few)
    #expect(try spec.data(of: spec.systems[2]).split.method == .leaveOneOut)
    // Written only where it is given.
    #expect(spec.systems[0].encoded()["data"] == nil)
    #expect(try Spec(decoding: spec.encoded()).data(of: spec.systems[1]) == few)
  }
}
