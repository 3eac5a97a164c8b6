import Foundation
import TestSupport
import Testing

/// Tables in a paper's own columns, as a user gets them.
@Suite struct QuantityTableTests {
  @Test func theBestOfACurveAndItsEpochStandBesideThePapers() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(
        folder,
        """
        {"tables": [{"name": "best", "quantities": [
           {"name": "best", "kind": "percent", "published": {"BPR": 50},
            "measured": {"metric": "ndcg@5", "take": "best", "systems": {"BPR": "BPR"}}},
           {"name": "its epoch", "kind": "count", "published": {},
            "measured": {"metric": "ndcg@5", "take": "best-epoch", "systems": {"BPR": "BPR"}}}]}]}
        """)
      #expect(try scene.run("--seeds", "1").status == 0)
      let text = try folder.text(of: "Results/paper/small-seeds-1/curves.csv")
      var curve: [(epoch: Double, value: Double)] = []
      for line in text.split(separator: "\n") {
        let fields: [Substring] = line.split(separator: ",")
        guard fields[0] == "BPR", fields[3] == "ndcg@5" else { continue }
        curve.append((Double(fields[2]) ?? .nan, Double(fields[4]) ?? .nan))
      }
      #expect(curve.count >= 3)
      let top = try #require(curve.max { $0.value < $1.value })
      let rows = try folder.text(of: "Results/paper/small-seeds-1/best.csv").split(separator: "\n")
      #expect(
        rows[1].hasPrefix(#"BPR,best,"100 × the best of the learning curve of ndcg@5, macro"#))
      #expect(rows[2].hasPrefix(#"BPR,its epoch,"the epoch of the best of the learning curve of "#))
      let means = rows.dropFirst().map { row in
        row.split(separator: ",", omittingEmptySubsequences: false).compactMap { Double($0) }
      }
      #expect(means[0].contains { abs($0 - 100 * top.value) < 1e-12 }, "\(rows[1]) \(top)")
      #expect(means[1].contains(top.epoch), "\(rows[2]) \(top)")
    }
  }

  @Test func rowsShowSeveralSystemsAndTimesAreNotVerified() throws {
    try withTemporaryFolder { folder in
      let scene = try SmallExperiment(in: folder)
      try folder.write(
        """
        {"extends": "small.json",
         "systems": [
           {"label": "Pop, few", "recommender": "item-pop", "data": {"sample": 90}},
           {"label": "Pop, all", "recommender": "item-pop"}],
         "figures": null,
         "tables": [
           {"name": "accuracy", "quantities": [
             {"name": "at few", "kind": "percent", "published": {"Pop": 40},
              "measured": {"metric": "precision@3", "systems": {"Pop": "Pop, few"}}},
             {"name": "at all", "kind": "percent", "published": {"Pop": 50},
              "measured": {"metric": "precision@3", "systems": {"Pop": "Pop, all"}}},
             {"name": "ranked", "kind": "number", "published": {},
              "measured": {"metric": "ndcg@3", "systems": {"Pop": "Pop, all"}}},
             {"name": "mean", "kind": "number", "published": {},
              "measured": {"meanOf": ["precision@3", "ndcg@3"], "systems": {"Pop": "Pop, all"}}}]},
           {"name": "times", "quantities": [
             {"name": "seconds", "kind": "seconds", "published": {"Pop": 0.15},
              "measured": {"cost": "user-alone", "systems": {"Pop": "Pop, all"}}}]}],
         "claims": [
           {"quote": "fast", "equal": [["Pop", "seconds"]], "expected": 0.15},
           {"quote": "more helps", "order": [["Pop", "at all"], ["Pop", "at few"]]}]}
        """, to: "paper/sizes.json")
      let run = try scene.reprise("run", "paper/sizes.json")
      #expect(run.status == 0, "\(run.errors)")
      let rows = try folder.text(of: "Results/paper/sizes/accuracy.csv").split(separator: "\n")
      #expect(rows.count == 5)
      #expect(rows[1].hasPrefix(#"Pop,at few,"100 × precision@3, macro, hits / N",40,"#))
      let all = rows[2].split(separator: ",")
      let table = try folder.text(of: "Results/paper/sizes/accuracy.md")
      #expect(table.contains("| System |"))
      #expect(table.contains("- Data of Pop, few: "))
      #expect((Double(all[5]) ?? 0) > 1, "a percentage")
      let numbers = rows.dropFirst().map { row in
        row.split(separator: ",", omittingEmptySubsequences: false).compactMap { Double($0) }
      }
      #expect(rows[4].hasPrefix(#"Pop,mean,"mean of precision@3, ndcg@3: macro, hits / N",,"#))
      #expect(abs(numbers[3][0] - (numbers[1][1] / 100 + numbers[2][0]) / 2) < 1e-12)
      let times = try folder.text(of: "Results/paper/sizes/times.csv")
      #expect(
        times.contains("Pop,seconds,\"scoring all items for one user alone, mean of 100\",0.15,"))
      let verdicts = try folder.text(of: "Results/paper/sizes/verdicts.csv")
      #expect(verdicts.contains("not reproduced") && !verdicts.contains("not measured"))

      try FileManager.default.removeItem(atPath: folder["Results/.trials"])
      let verified = try scene.reprise("verify", "paper/sizes.json")
      #expect(verified.status == 0, "\(verified.output) \(verified.errors)")
    }
  }
}
