import Testing

@testable import Results

/// Each rule on numbers that just pass and that just do not: a printed number is anything that
/// rounds to it.
@Suite struct AuditRulesTests {
  @Test func aValueOutOfItsRangeAndOneThatIsNoNumber() {
    let found = findings(
      "range",
      auditTable(["precision@5", "mrr@5"], [("A", ["1.0001", "1.000"]), ("B", ["-0.1", "nan"])]))
    #expect(found.map(\.cells) == ["A: P@5 1.0001", "B: P@5 -0.1", "B: MRR@5 nan"])
    #expect(found.map(\.bound) == ["P@5 is 0 to 1", "P@5 is 0 to 1", "a finite number"])
    #expect(found.allSatisfy { $0.verdict == "impossible" })
    // 1.00004 rounds to 1.0000.
    #expect(findings("range", auditTable(["precision@5"], [("A", ["1.0000"])])).isEmpty)
    #expect(
      findings("range", auditTable(["users"], [("A", ["9.5"])])).map(\.law) == ["a count is whole"])
  }

  @Test func mrrRecallAndHitRateCannotFall() {
    for metric in ["mrr", "recall", "hit-rate"] {
      let columns = ["\(metric)@20", "\(metric)@5"]
      let table = auditTable(columns, [("A", ["0.4730", "0.4732"]), ("B", ["0.4731", "0.4732"])])
      // .47315 is both .4731 and .4732, rounded either way.
      #expect(findings("growth", table).map { $0.cells.prefix(2) } == ["A:"])
    }
  }

  @Test func hitsCannotBeLostNorComeFromPlacesThatAreNotThere() {
    let columns = ["precision@5", "precision@10"]
    let table = auditTable(
      columns, [("A", ["0.40", "0.19"]), ("B", ["0.40", "0.20"]), ("C", ["0.20", "0.61"])])
    #expect(findings("growth", table).map { $0.cells.prefix(1) } == ["A", "C"])
  }

  @Test func pooledRulesLookOnlyWherePoolingIsDeclared() {
    let columns = ["precision@5", "recall@5", "precision@20", "recall@20"]
    let rows: [(String, [String?])] = [
      ("A", ["0.2272", "0.0981", "0.1783", "0.1945"]),
      ("B", ["0.5345", "0.1592", "0.3985", "0.2913"]),
    ]
    let pooled = auditTable(columns, rows) {
      ($0.averaging, $0.testUsers, $0.testItems) = (.micro, 943, 20000)
    }
    let found = findings("pooled-ratio", pooled)
    #expect(
      found.map(\.cells) == ["P@5 / R@5: A 2.3160, B 3.3574", "P@20 / R@20: A 0.9167, B 1.3680"])
    #expect(found[0].verdict.hasPrefix("possible only if P@N and R@N are means over users"))
    #expect(
      findings("pooled-cutoff", pooled).map(\.cells)
        == [
          "A: (P@5 / R@5) / (P@20 / R@20) = 2.5264", "B: (P@5 / R@5) / (P@20 / R@20) = 2.4542",
        ])
    #expect(findings("test-items", pooled).count == 4)
    for averaging in [nil, PublishedDefinitions.Averaging.macro] {
      let other = auditTable(columns, rows) { $0.averaging = averaging }
      #expect(!AuditReport([other]).findings.contains { $0.rule != "ranking-bounds" })
    }
  }

  @Test func pooledNumbersThatAgreeWithinTheirDigitsAreLeftAlone() {
    // 21.2 held-out items a user: R@5 = 5 P@5 / 21.2, R@20 = 20 P@20 / 21.2.
    let table = auditTable(
      ["precision@5", "recall@5", "precision@20", "recall@20"],
      [("A", ["0.400", "0.094", "0.200", "0.189"]), ("B", ["0.300", "0.071", "0.150", "0.142"])]
    ) { ($0.averaging, $0.testUsers, $0.testItems) = (.micro, 1000, 21200) }
    #expect(AuditReport([table]).findings.isEmpty)
  }

  @Test func ndcgThatPForbidsAndWhatWouldPermitIt() {
    let table = auditTable(["precision@5", "ndcg@5"], [("A", ["0.5345", "0.1893"])])
    let found = findings("ranking-bounds", table)
    #expect(found.map(\.bound) == ["NDCG@5 is at least 0.3913"])
    #expect(
      found[0].verdict == "possible only if IDCG runs over all held-out items, not N, 16 or more"
        + " for some user")
    let uncut = auditTable(["precision@5", "ndcg@5"], [("A", ["0.5345", "0.1893"])]) {
      $0.ideal = .uncut
    }
    #expect(findings("ranking-bounds", uncut).isEmpty)
  }

  @Test func ndcgThatAFullIdealListForbidsAndATruncatedOnePermits() {
    // One hit a user on top: truncated 1, full 1 / 2.9485.
    let rows: [(String, [String?])] = [("A", ["0.20", "0.90"])]
    let full = auditTable(["precision@5", "ndcg@5"], rows) { $0.ideal = .full }
    #expect(
      findings("ranking-bounds", full).map(\.verdict)
        == ["possible only if IDCG is that of min(N, |T|) hits"])
    #expect(findings("ranking-bounds", auditTable(["precision@5", "ndcg@5"], rows)).isEmpty)
  }

  @Test func theDigitsDecideWhatSomeRoundingPermitsIsNoFinding() {
    // The least is .39127 for P@5 = .53445 and .39132 for .5345.
    let columns = ["precision@5", "ndcg@5"]
    #expect(
      findings("ranking-bounds", auditTable(columns, [("A", ["0.5345", "0.3912"])])).count == 1)
    #expect(findings("ranking-bounds", auditTable(columns, [("A", ["0.5345", "0.3913"])])).isEmpty)
    #expect(findings("ranking-bounds", auditTable(columns, [("A", ["0.5345", "0.39"])])).isEmpty)
  }

  @Test func allMeasuresTogetherFindWhatPairsDoNot() {
    let table = auditTable(
      ["precision@20", "mrr@20", "ndcg@20"], [("A", ["0.3985", "0.7593", "0.3347"])])
    let found = findings("ranking-bounds", table)
    #expect(found.map(\.law) == ["P@N, MRR@N of the same lists bound NDCG@N"])
  }

  @Test func mrrBeyondWhatPPermitsNeedsFirstHitsAfterN() {
    let table = auditTable(["precision@5", "mrr@5"], [("A", ["0.020", "0.12"])])
    #expect(
      findings("ranking-bounds", table).map(\.verdict) == ["possible only if MRR is not cut at N"])
    let cut = auditTable(["precision@5", "mrr@5"], [("A", ["0.020", "0.40"])])
    #expect(findings("ranking-bounds", cut).map(\.verdict) == ["impossible"])
  }

  /// One held-out item a user: F1@10 is at most 2/11.
  @Test func f1HasABoundByTheHeldOutItems() {
    func found(_ f1: String, items: Int, _ averaging: PublishedDefinitions.Averaging?) -> [String] {
      findings(
        "f1-bound",
        auditTable(["f1@10"], [("A", [f1])]) {
          ($0.averaging, $0.testUsers, $0.testItems) = (averaging, 100, items)
        }
      ).map(\.bound)
    }
    #expect(found("0.182", items: 100, nil).isEmpty)
    #expect(
      found("0.183", items: 100, nil) == ["at most 0.1818 with 1.0000 held-out items a user"])
    // Of 40 items a user, pooled lists of 10 have at most .4; means can come to 1.
    #expect(found("0.41", items: 4000, .micro).count == 1)
    #expect(found("0.41", items: 4000, .macro).isEmpty)
  }

  /// Six lengths leave .769, and .965 those alone of which the longest is 1.26 times the shortest.
  @Test func aMeanOverLengthsIsPossibleOnlyIfTheyAreClose() {
    func found(_ f1: String) -> [String] {
      findings("f1-bound", auditTable(["f1"], [("A", [f1])]) { $0.lengths = 6 }).map(\.verdict)
    }
    #expect(found("0.769").isEmpty)
    #expect(
      found("0.97") == [
        "possible only if the longest list is at most 1.26 times the shortest, or each length has"
          + " users of its own"
      ])
    #expect(found("0.770").count == 1)
  }

  @Test func f1IsThatOfItsPAndROrAMeanOfUsersOwn() {
    func table(_ f1: String, _ averaging: PublishedDefinitions.Averaging?) -> AuditTable {
      auditTable(["precision@5", "recall@5", "f1@5"], [("A", ["0.300", "0.200", f1])]) {
        $0.averaging = averaging
      }
    }
    #expect(findings("f1", table("0.240", .micro)).isEmpty)
    #expect(
      findings("f1", table("0.200", .micro)).map(\.verdict)
        == ["possible only if F1 is the mean of the users' own F1"])
    #expect(findings("f1", table("0.200", .macro)).isEmpty)
    #expect(findings("f1", table("0.250", .macro)).map(\.verdict) == ["impossible"])
    #expect(findings("f1", table("0.050", .macro)).map(\.verdict) == ["impossible"])
  }

  @Test func sparsityAndTheSizesOfPublicDataSets() {
    let columns = ["users", "items", "interactions", "sparsity"]
    let table = auditTable(
      columns,
      [
        ("ml-100k", ["916", "1457", "10000", "91.09"]),
        ("ml-1m", ["6040", "3706", "1000209", "95.53"]), ("own", ["10", "10", "50", "50"]),
      ], rows: .dataset)
    let sparsity = findings("sparsity", table)
    #expect(
      sparsity.map(\.bound) == ["it is 99.25 %, 91.09 % would take about 118914 interactions"])
    #expect(sparsity.map(\.verdict) == ["impossible"])
    let known = findings("known-dataset", table)
    #expect(known.count == 1)
    #expect(known[0].bound.contains("943 users, 1682 items, 100000 interactions, sparsity 93.70 %"))
  }

  @Test func logLossBelowWhatItsAUCLeaves() {
    func table(_ rate: Double?) -> AuditTable {
      auditTable(
        ["auc", "log-loss"],
        [
          ("FM", ["0.782", "0.109"]), ("DeepFM", ["0.796", "0.101"]), ("true", ["0.796", "0.157"]),
        ]
      ) { $0.baseRate = rate }
    }
    let found = findings("log-loss", table(1.0 / 11))
    #expect(found.map { $0.cells.prefix(2) } == ["FM", "De"])
    #expect(
      found[1].verdict == "possible only if at most 5.2 % are positives, or at least 94.8 %")
    #expect(findings("log-loss", table(0.05)).isEmpty)
    #expect(
      AuditReport([table(nil)]).skipped.map(\.reason)
        == ["the share of positives is not declared (baseRate)"])
  }

  @Test func aTableThatRepeatsOnOtherData() {
    let columns = ["precision@5", "mrr@5", "precision@20", "mrr@20"]
    let rows: [(String, [String?])] = [
      ("A", ["0.2", "0.4", "0.1", "0.4"]), ("B", ["0.3", "0.5", "0.2", "0.5"]),
    ]
    let first = auditTable(columns, rows) { $0.dataset = "x" }
    func second(_ change: String) -> AuditTable {
      var other = rows
      other[1].1[0] = change
      return auditTable(columns, other, file: "b.json", name: "u") { $0.dataset = "y" }
    }
    #expect(
      findings("repeat", first, second("0.3")).map(\.cells)
        == ["A, B: all 8 numbers equal those of t in a.json"])
    #expect(
      findings("repeat", first, second("0.31")).map(\.cells)
        == ["A: all 4 numbers equal those of t in a.json"])
    #expect(findings("repeat", first).isEmpty)
    let twice = auditTable(columns, [("A", rows[0].1), ("B", rows[0].1)])
    #expect(findings("repeat", twice).map(\.cells) == ["A and B: all 4 equal"])
  }

  @Test func oneMeasurementWithTwoNumbers() {
    let first = auditTable(["precision@5"], [("A", ["0.5345"])]) { $0.dataset = "x" }
    func second(_ digits: String, _ data: String, _ document: String) -> AuditTable {
      auditTable(["precision@5"], [("A", [digits])], file: "b.json", document: document) {
        $0.dataset = data
      }
    }
    #expect(findings("contradiction", first, second("0.3908", "x", "paper")).count == 1)
    #expect(findings("contradiction", first, second("0.53", "x", "paper")).isEmpty)
    #expect(findings("contradiction", first, second("0.3908", "y", "paper")).isEmpty)
    #expect(findings("contradiction", first, second("0.3908", "x", "other")).isEmpty)
  }

  @Test func missingCellsAreSaidOnceAndTheRestIsLookedAt() {
    let table = auditTable(
      ["precision@5", "mrr@5", "mrr@20", "ndcg@5"],
      [("A", ["0.5345", nil, "0.7", "0.1893"]), ("B", [nil, "0.5", "0.3", nil])])
    let report = AuditReport([table])
    #expect(report.numbers == 5)
    #expect(report.findings.map(\.rule) == ["growth", "ranking-bounds"])
    #expect(
      report.skipped.map { "\($0.rule): \($0.reason)" } == [
        "growth: A: MRR@5 is not printed", "ranking-bounds: A: MRR@5 is not printed",
        "ranking-bounds: B: P@5 is not printed", "ranking-bounds: B: NDCG@5 is not printed",
      ])
  }

  /// The CFGAN authors' numbers: measured, and so possible.
  @Test func aTableThatWasMeasuredHasNoFindings() {
    let columns = [
      "precision@5", "precision@20", "recall@5", "recall@20", "ndcg@5", "ndcg@20", "mrr@5",
      "mrr@20",
    ]
    let table = auditTable(
      columns,
      [
        ("ML100K", ["0.444", "0.294", "0.152", "0.360", "0.476", "0.433", "0.681", "0.693"]),
        ("ML1M", ["0.432", "0.309", "0.108", "0.272", "0.455", "0.406", "0.647", "0.660"]),
      ]
    ) { ($0.averaging, $0.ideal, $0.firstHit) = (.macro, .truncated, .cut) }
    #expect(AuditReport([table]).findings.isEmpty)
    #expect(AuditReport([table]).skipped.isEmpty)
  }
}
