import TestSupport
import Testing

/// Figures other than curves, as a user asks for them.
@Suite struct FigureTests {
  private let systems = """
    [{"label": "Pop", "recommender": "item-pop"},
     {"label": "four", "recommender": "mf-bpr", "settings": {"factors": 4}},
     {"label": "two", "recommender": "mf-bpr", "settings": {"factors": 2}}]
    """

  @Test func aSweepAndBarsAreWritten() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(
        folder,
        """
        {"systems": \(systems), "training": {"epochs": 2},
         "figures": [
           {"name": "sweep", "x": "setting", "setting": "factors", "optimum": 4, "y": ["ndcg@5"],
            "systems": ["four", "two"]},
           {"name": "bars", "x": "system", "y": ["precision@5"]},
           {"name": "scatter", "x": "metric", "metric": "precision@5", "y": ["ndcg@5"]}]}
        """)
      let result = try scene.run()
      #expect(result.status == 0, "\(result.errors)")
      let sweep = try folder.text(of: "Results/paper/small/sweep.csv").split(separator: "\n")
      #expect(sweep.first == "recommender,metric,factors,mean,sd,seeds")
      #expect(sweep.count == 3 && sweep[1].hasPrefix("mf-bpr,ndcg@5,2,"))
      let bars = try folder.text(of: "Results/paper/small/bars.csv").split(separator: "\n")
      #expect(bars.first == "system,metric,mean,sd,seeds,published")
      #expect(
        bars.count == 4 && bars[1].hasPrefix("Pop,precision@5,0.") && bars[1].hasSuffix(",2,0.5"))
      let scatter = try folder.text(of: "Results/paper/small/scatter.csv").split(separator: "\n")
      #expect(scatter.count == 7 && scatter[1].hasPrefix("Pop,precision@5,0."))
      #expect(scatter[4].hasPrefix("Pop,ndcg@5,0."))
    }
  }

  @Test(arguments: [
    (
      #"{"name": "f", "x": "setting", "y": ["ndcg@5"]}"#,
      #"figures[0]: the key "setting" is missing (the axis is one)"#
    ),
    (
      #"{"name": "f", "y": ["ndcg@5"], "optimum": 2}"#,
      #"figures[0].optimum: "optimum" is used where "x" is "setting" only"#
    ),
    (
      #"{"name": "f", "x": "metric", "y": ["ndcg@5"]}"#,
      #"figures[0]: the key "metric" is missing (the axis is one)"#
    ),
    (
      #"{"name": "f", "metric": "precision@5", "y": ["ndcg@5"]}"#,
      #"figures[0].metric: "metric" is used where "x" is "metric" only"#
    ),
    (
      #"{"name": "f", "x": "metric", "metric": "ndcg@5", "y": ["ndcg@5"]}"#,
      #"figures[0].metric: "ndcg@5" is on both axes"#
    ),
    (
      #"{"name": "f", "x": "metric", "metric": "ndcg@6", "y": ["ndcg@5"]}"#,
      #"figures[0].metric: "ndcg@6" is not among the metrics of this spec; did you mean "ndcg@5"?"#
    ),
    (
      #"{"name": "f", "x": "setting", "setting": "facters", "y": ["ndcg@5"], "systems": ["two"]}"#,
      #"figures[0].setting: "two" has no number "facters"; did you mean "factors"?"#
    ),
    (
      #"{"name": "f", "x": "setting", "setting": "factors", "y": ["ndcg@5"]}"#,
      #"figures[0].setting: "Pop" has no number "factors""#
    ),
  ])
  func whatCannotBeDrawnIsRefused(_ figure: String, _ message: String) throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder, #"{"systems": \#(systems), "figures": [\#(figure)]}"#)
      let result = try scene.run()
      #expect(result.status == 2)
      #expect(result.errors.contains(message), "\(result.errors)")
    }
  }
}
