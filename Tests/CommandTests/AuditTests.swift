import Foundation
import TestSupport
import Testing

@Suite struct AuditTests {
  /// The committed specs of a paper.
  private func specs(_ paper: String) throws -> [String] {
    let folder = "\(OtherProgram.root)/Experiments/\(paper)"
    return try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".json") }.sorted().map { "\(folder)/\($0)" }
  }

  @Test func everyImpossibilityOfURGANIsListed() throws {
    try withTemporaryFolder { folder in
      let result = try Command.reprise(
        ["audit", "--csv", folder["out/a.csv"], "--markdown", folder["a.md"]] + specs("ur-gan"))
      #expect(result.errors == "")
      #expect(result.status == 0)
      let lines = try folder.text(of: "out/a.csv").split(separator: "\n")
      #expect(lines.first == "file,table,rule,law,numbers,possible,verdict")
      func count(_ rule: String, _ table: String, _ part: String) -> Int {
        lines.count { $0.contains(",\(table),\(rule),") && $0.contains(part) }
      }
      // Tables 4 and 5 are identical.
      #expect(count("repeat", "table5", "all 32 numbers equal those of table4") == 1)
      // MRR falls from 5 to 20 in all four rows.
      #expect(count("growth", "table4", "MRR@20 is at least MRR@5") == 4)
      // Pooled, P / R is one number, and 4 times as much at 5 as at 20.
      #expect(
        count(
          "pooled-ratio", "table4", "ItemPop 2.3160, MF-BPR 2.0984, CFGAN-I 4.4226, UR-GAN 3.3574")
          == 1)
      for ratio in ["2.5264", "3.1354", "3.4615", "2.4542"] {
        #expect(count("pooled-cutoff", "table4", ratio) == 1)
      }
      #expect(count("test-items", "table4", "there are 20000") == 8)
      // NDCG@5 is below what P@5 and what MRR@5 permit.
      for bound in ["0.1510", "0.1423", "0.3596", "0.3913", "0.1605", "0.1852", "0.2365", "0.2640"]
      {
        #expect(count("ranking-bounds", "table4", "NDCG@5 is at least \(bound)") == 1)
      }
      // The data sets' sizes.
      #expect(count("sparsity", "table1", "99.25 %") == 1)
      #expect(count("sparsity", "table1", "99.48 %") == 1)
      #expect(count("known-dataset", "table1", "943 users") == 1)
      #expect(count("known-dataset", "table1", "1000209 interactions") == 1)
      // The text's best numbers against the table's.
      #expect(count("contradiction", "table4", "0.3908") == 1)
      #expect(count("contradiction", "table4", "0.4133") == 1)

      // What the text says.
      func answer(_ words: String) -> [Substring] {
        lines.filter { $0.contains(",,claim,") && $0.contains(words) }
          .compactMap { $0.split(separator: ",").last }
      }
      for words in [
        "2.7 times", "0.01 $r@5$ higher", "in each evaluation index", "approximately 8 times",
        "far exceeds that of the standalone", "IRGAN: Uses conditional", "faster execution speeds",
        "superior to other",
      ] { #expect(answer(words) == ["false"], "\(words)") }
      for words in [
        "$m@5$ improvement of 0.08", "an increase of 0.03", "0.08 times higher", "twice as high",
        "decreases significantly", "very low and does not match",
      ] { #expect(answer(words) == ["true"], "\(words)") }
      #expect(
        answer("accuracy improvement of GAN and PD-GAN algorithms becomes minimal") == [
          "false", "false",
        ])
      #expect(
        answer("improvement of GAN and PD-GAN algorithms has almost ceased") == ["true", "false"])
      // Figure 4's curves, then Table 4's numbers; Figure 5's sweeps, then UR-GAN, which has no t.
      #expect(
        answer("UPM-GAN is P@5=0.3908") == ["not printed", "not printed", "false", "false"])
      #expect(answer("until t = 0.2") == ["not printed", "not printed", "not testable"])

      #expect(
        result.output.hasSuffix(
          "27 tables, 124 published numbers: 10 impossible, 49 possible only under a condition\n"
            + "31 claims: 9 true, 11 false, 10 not printed, 1 not testable\n"))
      #expect(result.output.contains("MRR@N cannot fall as N grows – impossible"))
      #expect(
        result.output.split(separator: "\n").allSatisfy { $0.count <= 100 || !$0.contains(" ") })
      #expect(try folder.text(of: "a.md").contains("| table4 | MRR@N cannot fall as N grows |"))
    }
  }

  @Test func whatWasMeasuredHasNoFindings() throws {
    let result = try Command.reprise(["audit"] + specs("cfgan"))
    #expect(result.status == 0)
    #expect(result.output == "2 tables, 16 published numbers: nothing impossible\n")
  }

  @Test func badNumbersAreFindingsAndMissingOnesAreSaid() throws {
    try withTemporaryFolder { folder in
      try folder.write(
        #"""
        {"title": "T", "tables": [{"name": "t", "columns": ["precision@5", "mrr@5", "mrr@20"],
          "published": {"A": {"precision@5": 1.2, "mrr@5": "NaN", "mrr@20": 0.5},
                        "B": {"mrr@5": 0.5, "mrr@20": 0.5}}}]}
        """#, to: "a.json")
      let result = try Command.reprise(["audit", "a.json"], in: folder.path)
      #expect(result.status == 0)
      #expect(
        result.output == """
          a.json
            t: every measure has its range – impossible
              A: P@5 1.2; P@5 is 0 to 1
            t: a result is a number – impossible
              A: MRR@5 nan; a finite number
            t: not checked (growth): A: MRR@5 is no number
            t: not checked (ranking-bounds): A: MRR@5 is no number
            t: not checked (ranking-bounds): B: P@5 is not printed

          1 table, 5 published numbers: 2 impossible, 0 possible only under a condition

          """)
    }
  }

  @Test func aRefusedSpecEndsTheCommandWithItsStatusButNotTheAudit() throws {
    try withTemporaryFolder { folder in
      try folder.write(#"{"title": "T", "tables": [{"nam": "t"}]}"#, to: "bad.json")
      try folder.write(
        #"{"title": "T", "tables": [{"name": "t", "columns": ["mrr@5"], "published": {"A": {"mrr@5": 2}}}]}"#,
        to: "good.json")
      let result = try Command.reprise(["audit", "bad.json", "good.json"], in: folder.path)
      #expect(result.status == 2)
      #expect(
        result.errors
          == "error: bad.json:1:28: tables[0].nam: unknown key; did you mean \"name\"?\n")
      #expect(result.output.contains("1 table, 1 published number: 1 impossible"))
      let unwritable = try Command.reprise(
        ["audit", "good.json", "--csv", "good.json/a.csv"], in: folder.path)
      #expect(unwritable.status == 1)
    }
  }

  @Test func nothingIsThereToRunOrReport() throws {
    try withTemporaryFolder { folder in
      try folder.write(
        #"{"title": "T", "tables": [{"name": "t", "columns": ["mrr@5"]}]}"#, to: "a.json")
      for command in ["run", "report"] {
        let result = try Command.reprise([command, "a.json"], in: folder.path)
        #expect(result.status == 2)
        #expect(
          result.errors
            == "error: a.json: has no systems and counts no data sets, so there is nothing to measure;"
            + " `reprise audit a.json` checks what it publishes\n")
      }
      let check = try Command.reprise(["check", "a.json"], in: folder.path)
      #expect(check.output == "a.json: T\n  1 published table, 0 claims, to audit\n")
      #expect(folder.contents == ["a.json"])
    }
  }
}
