import Testing

@testable import Results

@Suite struct TableTextTests {
  private func table(_ records: [TrialRecord]) throws -> ResultTable {
    try ResultTable(
      title: "UR-GAN, Table 4", metrics: ["precision@5", "precision@20"],
      systems: ["ItemPop", "a|b", "IRGAN"],
      published: [
        "ItemPop": ["precision@5": 0.2272], "IRGAN": ["precision@5": 0.3753, "precision@20": 0.2],
      ],
      records: records, notes: ["Split: random 8:2"])
  }

  static let records = [
    record("ItemPop", seed: 1, ["precision@5": 0.2, "precision@20": 0.1]),
    record("ItemPop", seed: 2, ["precision@5": 0.21, "precision@20": 0.1]),
    record("a|b", seed: 1, ["precision@5": 0.3, "precision@20": 0.125]),
  ]

  @Test func markdownHasARowASystemAndSaysWhatACellIs() throws {
    #expect(
      try table(Self.records).markdown == """
        # UR-GAN, Table 4

        | System  |                                       P@5 |                       P@20 |
        |:--------|------------------------------------------:|---------------------------:|
        | ItemPop | 0.2272 → <u>0.2050</u> ± 0.0071 (−0.0222) | – → <u>0.1000</u> ± 0.0000 |
        | a\\|b    |                            – → **0.3000** |             – → **0.1250** |
        | IRGAN   |                                0.3753 → – |                 0.2000 → – |

        Each cell: published → ours, the mean ± standard deviation over seeds, and (ours − published). Of ours, the best of a column is **bold**, the second best <u>underlined</u>. A dash: not published, or not measured.

        - P@5, P@20: macro, hits / N
        - Seeds: ItemPop 1, 2; a|b 1
        - Split: random 8:2

        """)
  }

  @Test func plainTextLinesItsNumbersUp() throws {
    #expect(
      try table(Self.records).plainText == """
        UR-GAN, Table 4

                                 P@5    P@20
        ItemPop  published    0.2272       –
                 ours         0.2050  0.1000
                 ± sd         0.0071  0.0000
                 difference  −0.0222       –
        a|b      published         –       –
                 ours         0.3000  0.1250
        IRGAN    published    0.3753  0.2000
                 ours              –       –

        P@5, P@20: macro, hits / N
        Seeds: ItemPop 1, 2; a|b 1
        Split: random 8:2

        """)
  }

  @Test func aTableOfOursAloneLeavesThePaperOut() throws {
    let table = try ResultTable(
      title: "T", metrics: ["precision@5"], systems: ["ItemPop"], records: [Self.records[0]])
    #expect(table.markdown.contains("| ItemPop | 0.2000 |\n\nEach cell: the mean ± standard"))
    #expect(table.plainText.contains("\nItemPop  ours  0.2000\n"))
    #expect(!table.plainText.contains("published") && !table.latex(name: "t").contains("published"))
  }

  @Test func seedsThatAllSystemsShareAreSaidOnceNoneNotAtAll() throws {
    #expect(try table([Self.records[0], Self.records[2]]).markdown.contains("\n- Seeds: 1\n"))
    #expect(try !table([]).markdown.contains("Seeds"))
  }
}
