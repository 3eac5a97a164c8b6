import Basics
import Datasets
import Experiments
import Foundation
import TestSupport
import Testing

/// `reprise recommend` as a user runs it.
@Suite struct RecommendTests {
  /// A folder in which the small experiment has been run, and a checkpoint of it.
  private func withTrained(
    _ recommender: String, split: String = #"{"method": "random", "validation": 0.2}"#,
    _ body: (SmallExperiment, _ checkpoint: String) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      let experiment = try SmallExperiment(in: folder, split: split)
      let run = try experiment.reprise("run", "paper/small.json", "--seeds", "1")
      #expect(run.status == 0, "\(run.errors)")
      let checkpoint = try #require(try experiment.checkpoints(of: recommender).first)
      try body(experiment, checkpoint)
    }
  }

  /// The item-pop row is known without a model: training counts, what the user has left out.
  @Test func showsTheItemsThatAreMostPopularInTraining() async throws {
    try await withTemporaryFolder { folder in
      let experiment = try SmallExperiment(in: folder)
      let run = try experiment.reprise("run", "paper/small.json", "--seeds", "1")
      #expect(run.status == 0, "\(run.errors)")
      let checkpoint = try #require(try experiment.checkpoints(of: "item-pop").first)

      var data = DataSettings()
      (data.dataset, data.files, data.split.validation) = ("files", [folder["ratings.tsv"]], 0.2)
      let dataset = try await data.load(from: DataFolders(option: folder.path))
      let seen = try data.makeSplit(dataset, seed: 1).trainAndValidation
      let user = try #require(dataset.userIDs.firstIndex(of: "u7"))
      var counts = [Int](repeating: 0, count: dataset.items)
      for item in seen.columns { counts[Int(item)] += 1 }
      let known = Set(seen[user].map { Int($0) })
      let order = counts.indices.filter { !known.contains($0) }
        .sorted { (-counts[$0], $0) < (-counts[$1], $1) }
      let expected = order.prefix(4).enumerated().map { place, item in
        [String(place + 1), dataset.itemIDs[item], String(counts[item])]
      }

      let result = try experiment.reprise(
        "recommend", "--checkpoint", checkpoint, "--user", "u7", "--top", "4")
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output.hasPrefix("item-pop, seed 1, files: user u7\n"))
      let lines = result.output.split(separator: "\n").map {
        $0.split(separator: " ").map(String.init)
      }
      #expect(lines[1] == ["rank", "item", "score"])
      #expect(Array(lines.dropFirst(2)) == expected)
    }
  }

  /// What is left out is what the trial of that purpose learned from, and the scores descend.
  @Test func aTrainedModelRanksWhatIsLeft() throws {
    try withTrained("mf-bpr") { experiment, checkpoint in
      let result = try experiment.reprise(
        "recommend", "--checkpoint", checkpoint, "--user", "u99", "--top", "100")
      #expect(result.status == 0, "\(result.errors)")
      let rows = result.output.split(separator: "\n").dropFirst(2).map { $0.split(separator: " ") }
      #expect(rows.count >= 2 && rows.count < 16)
      #expect(Set(rows.map { $0[1] }).isSuperset(of: ["i15", "i16"]))
      let scores = rows.compactMap { Double($0[2]) }
      #expect(scores.count == rows.count && scores == scores.sorted(by: >))
      #expect(result.output.hasPrefix("mf-bpr, seed 1, "))
    }
  }

  /// The split's settings come out of the checkpoint as they went in, whatever the method.
  @Test(arguments: [
    #"{"method": "leave-one-out", "validation": 1}"#,
    #"{"method": "random-per-user", "validation": 0.3}"#,
    #"{"method": "files", "trainFile": "../train.tsv", "testFile": "../test.tsv", "validation": 0.2}"#,
    #"{"method": "files", "trainFile": "../train.tsv", "validationFile": "../validation.tsv", "#
      + #""testFile": "../test.tsv"}"#,
  ])
  func makesEverySplitAgain(split: String) throws {
    try withTemporaryFolder { folder in
      let experiment = try SmallExperiment(in: folder, split: split)
      let lines = try folder.text(of: "ratings.tsv").split(separator: "\n")
      for (part, name) in ["train", "validation", "test"].enumerated() {
        let own = lines.enumerated().filter { place, _ in
          place % 5 == 0 ? part == 2 : place % 5 == 1 ? part == 1 : part == 0
        }
        try folder.write(own.map { $0.element + "\n" }.joined(), to: "\(name).tsv")
      }
      let run = try experiment.reprise("run", "paper/small.json", "--seeds", "1")
      #expect(run.status == 0, "\(run.errors)")
      for checkpoint in try experiment.checkpoints(of: "mf-bpr") {
        let result = try experiment.reprise(
          "recommend", "--checkpoint", checkpoint, "--user", "u3", "--top", "2")
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.split(separator: "\n").count == 4)
      }
    }
  }

  @Test func refusesAnUnknownUserAndAnEmptyList() throws {
    try withTrained("item-pop") { experiment, checkpoint in
      let near = try experiment.reprise("recommend", "--checkpoint", checkpoint, "--user", "u77x")
      #expect(near.status == 2)
      #expect(near.errors.hasPrefix("error: --user u77x: files has no such user; "))
      let number = try experiment.reprise("recommend", "--checkpoint", checkpoint, "--user", "3")
      #expect(number.status == 2)
      #expect(
        number.errors == "error: --user 3: files has no such user; its 25 users are \"u1\" to"
          + " \"u99\"\n")
      let empty = try experiment.reprise(
        "recommend", "--checkpoint", checkpoint, "--user", "u7", "--top", "0")
      #expect(empty.status == 2)
      #expect(empty.errors.hasPrefix("error: --top 0: expected 1 to 1000000\n"))
    }
  }

  @Test func refusesOtherDataThanItWasTrainedOn() throws {
    try withTrained("item-pop") { experiment, checkpoint in
      let text = try experiment.folder.text(of: "ratings.tsv")
      try experiment.folder.write(text + "u1\tnew\t5\t1\n", to: "ratings.tsv")
      let result = try experiment.reprise("recommend", "--checkpoint", checkpoint, "--user", "u7")
      #expect(result.status == 3)
      #expect(result.output == "")
      #expect(
        result.errors.hasPrefix("error: \(checkpoint): was trained on other data: files with"))
    }
  }

  @Test func refusesACheckpointOfAnotherAlgorithm() throws {
    try withTrained("item-pop") { experiment, checkpoint in
      var changed = try CheckpointFile.read(experiment.folder[checkpoint])
      changed.header.settings = changed.header.settings.replacing(
        #""algorithmVersion":1"#, with: #""algorithmVersion":7"#)
      try CheckpointFile(experiment.folder["old.h5"]).save(changed)
      let result = try experiment.reprise("recommend", "--checkpoint", "old.h5", "--user", "u7")
      #expect(result.status == 3)
      #expect(result.errors.hasPrefix("error: old.h5: was trained by version 7 of item-pop"))
      let none = try experiment.reprise("recommend", "--checkpoint", "none.h5", "--user", "u7")
      #expect(none.status == 3)
    }
  }

  /// A number that a forged file says is printed, not believed.
  @Test func anyNumberOfEpochsIsPrinted() throws {
    try withTrained("mf-bpr") { experiment, checkpoint in
      var changed = try CheckpointFile.read(experiment.folder[checkpoint])
      changed.state.counters["progress/epoch"] = [.max]
      try CheckpointFile(experiment.folder["old.h5"]).save(changed)
      let result = try experiment.reprise("recommend", "--checkpoint", "old.h5", "--user", "u7")
      #expect(result.status == 0, "\(result.errors)")
    }
  }

  @Test func titlesStandBesideTheIDs() {
    let list = Recommendations([
      Recommendations.Entry(item: "9", title: "Amélie (2001)", score: 0.5),
      Recommendations.Entry(item: "104", title: "Heat", score: -12.25),
    ])
    #expect(
      list.text == """
        rank  item  title           score
           1  9     Amélie (2001)     0.5
           2  104   Heat           -12.25
        """)
  }
}
