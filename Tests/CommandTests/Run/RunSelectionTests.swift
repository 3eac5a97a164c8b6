import Basics
import Experiments
import Foundation
import Results
import TestSupport
import Testing

/// Grids, the choice by validation or test data, early stopping and the refit.
@Suite struct RunSelectionTests {
  private static let grid = """
    {
      "data": {"split": {"validation": 0.25}},
      "seeds": [1, 2],
      "selection": {"metric": "ndcg@5"},
      "systems": [
        {"label": "Pop", "recommender": "item-pop"},
        {"label": "BPR", "recommender": "mf-bpr", "settings": {"factors": 4},
         "grid": {"learningRate": [0.0001, 0.3]}}
      ]
    }
    """

  /// What each finished trial was, from its checkpoint: the content that its hash is of.
  private func contents(_ scene: RunScene) throws -> [(content: JSON, record: TrialRecord)] {
    try scene.trials().map { trial in
      let checkpoint = try CheckpointFile.read(scene.folder["\(trial)/checkpoint.h5"])
      return (
        try JSON.parse(checkpoint.header.settings, file: trial),
        try TrialRecord(reading: scene.folder["\(trial)/trial.json"])
      )
    }
  }

  private func curve(_ scene: RunScene, of identity: String) throws -> [Curve.Point] {
    try Curve(reading: scene.folder["Results/.trials/\(identity)/curve.csv"]).points
  }

  @Test func theChosenPointIsFittedAgainForTheChosenEpochs() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder, Self.grid)
      let result = try scene.run()
      #expect(result.status == 0, "\(result.errors)")
      let trials = try contents(scene)
      func ours(_ purpose: String) -> [(content: JSON, record: TrialRecord)] {
        trials.filter {
          $0.record.recommender == "mf-bpr"
            && $0.content["training"]?["purpose"] == .string(purpose)
        }
      }
      let searched = ours("choosing")
      let final = ours("reporting")
      #expect(searched.count == 4 && final.count == 2)
      // Without epochs and a grid there is nothing to choose.
      #expect(trials.count == 8)

      // Chosen again here, from the curves of the search.
      var best = (mean: -Double.infinity, rate: 0.0, epoch: 0)
      for rate in [0.0001, 0.3] {
        let pair = searched.filter {
          $0.content["training"]?["settings"]?["learningRate"] == .number(rate)
        }
        let curves = try pair.map { try curve(scene, of: $0.record.identity) }
        for epoch in [0, 2, 4, 6] {
          let values = curves.map { curve in
            curve.first { $0.epoch == epoch && $0.metric == "ndcg@5" }?.value ?? .nan
          }
          let mean = (values[0] + values[1]) / 2
          if mean > best.mean { best = (mean, rate, epoch) }
        }
      }
      #expect(best.rate == 0.3)
      for trial in final {
        #expect(trial.record.epochs == best.epoch)
        #expect(trial.content["training"]?["settings"]?["learningRate"] == .number(best.rate))
      }
      let chosen = "Chosen: BPR: learningRate 0.3, \(best.epoch) epochs, chosen on the validation"
      #expect(result.output.contains(chosen))
      let curves = try Curve(reading: folder["Results/paper/small/curves.csv"]).points
      #expect(curves.filter { $0.system == "BPR" }.map(\.epoch).max() == best.epoch)
      #expect(!result.output.contains("leaky"))
    }
  }

  /// A refit equals a plain run of that setting on a split without validation: it has learned from
  /// training and validation data, and both are masked.
  @Test func theRefitLearnsFromTrainingAndValidation() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder, Self.grid)
      _ = try scene.run()
      let final = try contents(scene).filter {
        $0.record.recommender == "mf-bpr"
          && $0.content["training"]?["purpose"] == .string("reporting")
      }
      let epochs = try #require(final.first?.record.epochs)
      #expect(epochs > 0)
      try scene.write(
        """
        {"training": {"epochs": \(epochs)}, "systems": [{"label": "Pop", "recommender": "item-pop"},
          {"label": "BPR", "recommender": "mf-bpr", "settings": {"factors": 4, "learningRate": 0.3}}]}
        """, as: "plain")
      #expect(try scene.run("--results", "Plain", spec: "plain").status == 0)
      #expect(
        try folder.text(of: "Results/paper/small/table.csv")
          == folder.text(of: "Plain/paper/plain/table.csv"))
    }
  }

  @Test func earlyStoppingEndsTheSearchOnly() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(
        folder,
        """
        {
          "data": {"split": {"validation": 0.25}}, "seeds": [1],
          "selection": {"metric": "ndcg@5"},
          "training": {"epochs": 400, "evaluateEvery": 1, "checkpointEvery": 50,
            "earlyStopping": {"metric": "ndcg@5", "patience": 3}}
        }
        """)
      let result = try scene.run()
      #expect(result.status == 0, "\(result.errors)")
      let trials = try contents(scene).filter { $0.record.recommender == "mf-bpr" }
      let search = try #require(
        trials.first { $0.content["training"]?["purpose"] == .string("choosing") })
      let final = try #require(
        trials.first { $0.content["training"]?["purpose"] == .string("reporting") })
      let values = try curve(scene, of: search.record.identity)
        .filter { $0.metric == "ndcg@5" }.map(\.value)
      let best = try #require(values.firstIndex(of: values.max() ?? 0))
      #expect(values.count == best + 4)
      #expect(search.record.epochs == best + 3)
      #expect(search.record.epochs < 400)
      #expect(final.record.epochs == best)
    }
  }

  @Test func aChoiceByTestDataIsMarkedLeaky() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(
        folder,
        """
        {
          "selection": {"metric": "ndcg@5", "on": "test"},
          "systems": [
            {"label": "Pop", "recommender": "item-pop"},
            {"label": "BPR", "recommender": "mf-bpr", "settings": {"factors": 4},
             "grid": {"learningRate": [0.0001, 0.3]}},
            {"label": "Again", "recommender": "mf-bpr", "settings": {"factors": 4},
             "grid": {"learningRate": [0.3, 0.0001]}}
          ]
        }
        """)
      let result = try scene.run()
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output.contains("chosen on the test part (leaky)"))
      #expect(try folder.text(of: "Results/paper/small/table.md").contains("(leaky)"))
      #expect(scene.trials().count == 6)
      // The best epoch is reported, not the last; and the same trials serve both systems.
      let table = try folder.text(of: "Results/paper/small/table.csv").split(separator: "\n")
      let figure = try folder.text(of: "Results/paper/small/figure.csv").split(separator: "\n")
      #expect(figure.count == 5)
      let values = table.map { $0.split(separator: ",") }
      #expect(values[3][0] == "BPR" && values[5][0] == "Again")
      #expect(values[3].dropFirst() == values[5].dropFirst())
      #expect(values[4].dropFirst() == values[6].dropFirst())
    }
  }
}
