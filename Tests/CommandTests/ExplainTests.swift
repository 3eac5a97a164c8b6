import Basics
import Foundation
import TestSupport
import Testing

/// `reprise explain` on a paper's table that was measured by another split than it says.
@Suite struct ExplainTests {
  private static func spec(published: String = "", split: String = #"{"method": "random"}"#)
    -> String
  {
    """
    {"title": "Shop", "data": {"dataset": "files", "files": ["log.tsv"], "split": \(split)},
     "seeds": [1, 2], "metrics": ["precision@5", "ndcg@5", "mrr@5"],
     "systems": [{"label": "Pop", "recommender": "item-pop"},
       {"label": "BPR", "recommender": "mf-bpr", "training": {"epochs": 2}}],
     "tables": [{"name": "table", "columns": ["precision@5", "ndcg@5", "mrr@5"]\(published)}]}
    """
  }

  private func write(_ folder: TemporaryFolder, _ spec: String) throws {
    var random = Random(seed: 1, stream: "log")
    let lines = (0..<40).flatMap { user in
      (0..<24).filter { random.below(30) > $0 }.map { item in
        // Later items are rarer, so that a split by time is a harder one.
        "u\(user)\ti\(item)\t1\t\(4000 * item + random.below(20_000))\n"
      }
    }
    try folder.write(lines.joined(), to: "paper/log.tsv")
    try folder.write(spec, to: "paper/spec.json")
  }

  private func reprise(_ arguments: [String], in folder: TemporaryFolder) throws -> CommandResult {
    try Command.reprise(arguments, in: folder.path)
  }

  /// A measured row as a paper would print it, for a spec.
  private func printed(_ label: String, in table: String, _ folder: TemporaryFolder) throws
    -> String
  {
    var numbers: [String] = []
    for line in try folder.text(of: table).split(separator: "\n") where line.hasPrefix("\(label),")
    {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      let mean = String(format: "%.4f", Double(cells[cells.count - 4]) ?? 0)
      numbers.append("\"\(cells[1])\": \(mean)")
    }
    #expect(numbers.count == 3)
    return "{\(numbers.joined(separator: ", "))}"
  }

  @Test func aTableOfAnotherSplitIsFoundAsThat() throws {
    try withTemporaryFolder { folder in
      try write(folder, Self.spec(split: #"{"method": "by-time"}"#))
      let measured = try reprise(["run", "paper/spec.json", "--results", "Authors"], in: folder)
      #expect(measured.status == 0, "\(measured.errors)")
      let row = try printed("Pop", in: "Authors/paper/spec/table.csv", folder)
      try folder.write(
        Self.spec(published: ", \"published\": {\"Pop\": \(row), \"BPR\": \(row)}"),
        to: "paper/spec.json")
      let found = try reprise(
        ["explain", "paper/spec.json", "--results", "Results", "--draws", "20"], in: folder)
      #expect(found.status == 0, "\(found.errors)")
      let page = try folder.text(of: "Results/paper/spec/readings.md")
      #expect(
        page.contains("| Pop | reproduced under another reading | split by-time 0.2 | 3 of 3 |"))
      #expect(page.contains("BPR: has no finished trial to be ranked again"))
      let csv = try folder.text(of: "Results/paper/spec/readings.csv")
      #expect(csv.contains("table,Pop,nearest,precision@5,"))
      #expect(csv.contains("table,Pop,stated,mrr@5,"))
    }
  }

  /// A finished trial is ranked again, not trained.
  @Test func whatIsTrainedIsRankedAgain() throws {
    try withTemporaryFolder { folder in
      let row = #"{"precision@5": 0.5, "ndcg@5": 0.5, "mrr@5": 0.5}"#
      try write(folder, Self.spec(published: ", \"published\": {\"BPR\": \(row)}"))
      #expect(try reprise(["run", "paper/spec.json", "--results", "R"], in: folder).status == 0)
      let found = try reprise(
        ["explain", "paper/spec.json", "--results", "R", "--draws", "5"], in: folder)
      #expect(found.status == 0, "\(found.errors)")
      let table = try folder.text(of: "R/paper/spec/table.csv")
      let csv = try folder.text(of: "R/paper/spec/readings.csv").split(separator: "\n")
      let stated = csv.first { $0.hasPrefix("table,BPR,stated,precision@5,") }
      let measured = try #require(
        table.split(separator: "\n").first { $0.hasPrefix("BPR,precision@5,") })
      let mean = measured.split(separator: ",", omittingEmptySubsequences: false)
      #expect(stated?.contains(",\(mean[mean.count - 4]),") == true, "\(stated ?? "") \(measured)")
      #expect(!found.output.contains("inconclusive"))
      // One training decides nothing.
      let one = try reprise(
        ["explain", "paper/spec.json", "--results", "R", "--draws", "5", "--seeds", "1"], in: folder
      )
      #expect(one.status == 0 && one.output.contains("| BPR | inconclusive, of one seed |"))
      #expect(one.output.contains("BPR: one finished trial, which decides nothing"))
    }
  }

  /// Models of earlier epochs are ranked again where they were kept, those of a shorter training
  /// included, and the best of them is what the curve says of its metrics.
  @Test func keptEpochsAreRankedAgain() throws {
    try withTemporaryFolder { folder in
      func write(epochs: Int) throws {
        let row = #"{"precision@5": 0.5, "ndcg@5": 0.5, "mrr@5": 0.5}"#
        let training = #"{"epochs": \#(epochs), "evaluateEvery": 2, "keepEvery": 2}"#
        try self.write(
          folder,
          Self.spec(published: ", \"published\": {\"BPR\": \(row)}").replacing(
            #"{"epochs": 2}"#, with: training
          ).replacing(
            #""recommender": "mf-bpr","#,
            with: #""recommender": "mf-bpr", "settings": {"learningRate": 0.1}, "#))
      }
      for epochs in [4, 8] {
        try write(epochs: epochs)
        #expect(try reprise(["run", "paper/spec.json", "--results", "R"], in: folder).status == 0)
      }
      let found = try reprise(
        ["explain", "paper/spec.json", "--results", "R", "--draws", "5", "--values", "all.csv"],
        in: folder)
      #expect(found.status == 0, "\(found.errors)")
      var means: [String: [String: Double]] = [:]
      for line in try folder.text(of: "all.csv").split(separator: "\n")
      where line.hasPrefix("table,BPR,") {
        let cells = line.replacing("\"", with: "").split(separator: ",")
        let reading = cells[2..<(cells.count - 4)].joined(separator: ",")
        means[reading, default: [:]][String(cells[cells.count - 4])] = Double(
          cells[cells.count - 3])
      }
      let curve = try #require(means["epoch chosen on test by precision@5"])
      let kept = try #require(means["epoch chosen on test by precision@5, of 4 kept"])
      let last = try #require(means["as stated"])
      #expect(kept.count > curve.count && kept.count == last.count)
      for (metric, value) in curve { #expect(value == kept[metric], "\(metric)") }
      #expect(try #require(kept["precision@5"]) > (try #require(last["precision@5"])))
      #expect(means.keys.contains { $0.contains("of 4 kept") && $0.contains("hits on training") })
      // What is kept is a checkpoint like any other.
      let trials = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/R/.trials")
      let long = try #require(trials.first { $0.hasSuffix("-8") })
      let kind = "R/.trials/\(long)/epochs"
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/\(kind)") == ["6.h5"])
      let list = try reprise(
        ["recommend", "--checkpoint", "\(kind)/6.h5", "--user", "u1"], in: folder)
      #expect(list.status == 0 && list.output.contains("6 epochs"), "\(list.errors)")
      // What had finished before keeps nothing more, and that is said.
      for trial in trials {
        let kept = trial.hasSuffix("-4") ? trial : "\(trial)/epochs"
        try? FileManager.default.removeItem(atPath: "\(folder.path)/R/.trials/\(kept)")
      }
      let none = try reprise(
        ["explain", "paper/spec.json", "--results", "R", "--draws", "5"], in: folder)
      #expect(
        none.status == 0 && none.output.contains("BPR: keeps no epoch before the last"),
        "\(none.output)")
    }
  }

  /// The paper trained for longer than it says; a reading that the spec lists is found as that.
  @Test func aReadingOfTheTrainingIsFound() throws {
    try withTemporaryFolder { folder in
      func spec(_ published: String, _ readingOf: String = "BPR") -> String {
        Self.spec(published: published).replacing(
          #""training": {"epochs": 2}}]"#,
          with:
            #""training": {"epochs": 2}}, {"label": "longer", "like": "BPR", "readingOf": "\#(readingOf)", "#
            + #""settings": {"learningRate": 0.1}, "training": {"epochs": 40}}]"#)
      }
      let first = #"{"precision@5": 0.5, "ndcg@5": 0.5, "mrr@5": 0.5}"#
      try write(folder, spec(", \"published\": {\"BPR\": \(first)}"))
      #expect(try reprise(["run", "paper/spec.json", "--results", "R"], in: folder).status == 0)
      let longer = try printed("longer", in: "R/paper/spec/table.csv", folder)
      try folder.write(
        spec(", \"published\": {\"BPR\": \(longer)}"),
        to: "paper/spec.json")
      let found = try reprise(
        ["explain", "paper/spec.json", "--results", "R", "--draws", "5"], in: folder)
      #expect(found.status == 0, "\(found.errors)")
      let page = try folder.text(of: "R/paper/spec/readings.md")
      #expect(
        page.contains("| BPR | reproduced under another reading | training longer | 3 of 3 |"),
        "\(page)")
      try folder.write(spec(", \"published\": {\"BPR\": \(first)}", "BRP"), to: "paper/spec.json")
      let refused = try reprise(["explain", "paper/spec.json"], in: folder)
      #expect(refused.status == 2 && refused.errors.contains(#"readingOf: "BRP" is no system"#))
      #expect(refused.errors.contains(#"did you mean "BPR"?"#), "\(refused.errors)")
    }
  }

  @Test func mistakesAreNamed() throws {
    try withTemporaryFolder { folder in
      try write(folder, Self.spec())
      let none = try reprise(["explain", "paper/spec.json"], in: folder)
      #expect(none.status == 2 && none.errors.contains("nothing is to explain"))
      let row = #"{"Pop": {"precision@5": 0.5}}"#
      try write(folder, Self.spec(published: ", \"published\": \(row)"))
      let table = try reprise(["explain", "paper/spec.json", "--table", "tabel"], in: folder)
      #expect(table.status == 2 && table.errors.contains(#"did you mean "table"?"#))
      for (option, value) in [
        ("--budget", "10"), ("--budget", "-1m"), ("--draws", "-1"), ("--jobs", "0"),
      ] {
        #expect(
          try reprise(["explain", "paper/spec.json", "\(option)=\(value)"], in: folder).status == 2)
      }
    }
  }
}
