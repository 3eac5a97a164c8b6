import Basics
import Testing

@testable import Results

@Suite struct PrintedTableTests {
  private func published(
    _ text: String, _ form: PrintedTable.Form, percent: Bool = false
  ) throws -> PrintedTable.Published {
    try PrintedTable(text, form, file: "t").published(percent: percent)
  }

  private let expected = """
    {
      "ItemPop": { "precision@5": 0.2270, "ndcg@10": 0.10 },
      "UR-GAN": { "precision@5": 0.5345, "ndcg@10": 0.1893 }
    }
    """

  @Test func aTableOfLaTeXKeepsItsDigits() throws {
    let text = #"""
      \begin{table}\caption{Table 1}
      \begin{tabular}{l|cc}
      \toprule
      Method & P@5 & NDCG@10 \\ \midrule
      ItemPop & 0.2270 & .10 \\
      UR-GAN & \textbf{0.5345} & $\underline{0.1893} \pm 0.01$ \\
      \bottomrule
      \end{tabular}
      \end{table}
      """#
    #expect(try published(text, .tex) == .init(text: expected, notes: []))
  }

  @Test func soDoMarkdownAndCSV() throws {
    let markdown = """
      | System | P@5 | NDCG@10 |
      |---|---:|---:|
      | ItemPop | 0.2270 | 0.10 |
      | UR-GAN | **0.5345** | 0.1893† |
      """
    #expect(try published(markdown, .md).text == expected)
    let csv = "System,Prec@5,ndcg@10\nItemPop,0.2270,0.10\n\"UR-GAN\",0.5345,0.1893\n"
    #expect(try published(csv, .csv).text == expected)
    #expect(try published(csv.replacing(",", with: "\t"), .tsv).text == expected)
  }

  @Test func ofHundredthsThePointMoves() throws {
    let text = "m,HR@10,R@20\nA,22.70,5\nB,100%,0.3\n"
    #expect(
      try published(text, .csv, percent: true).text == """
        {
          "A": { "hit-rate@10": 0.2270, "recall@20": 0.05 },
          "B": { "hit-rate@10": 1.00, "recall@20": 0.003 }
        }
        """)
  }

  @Test func whatIsNotUnderstoodIsTold() throws {
    let told = try published("m,P@5,Time (s)\nA,fast,3\nB,–,4\n", .csv)
    #expect(
      told.notes == [
        "the column \"Time (s)\" is no metric of ours; a \"quantity\" may hold it",
        "A, precision@5: \"fast\" is no number",
      ])
    #expect(throws: Problem.usage("t: no table of at least two rows and columns was found")) {
      try PrintedTable("no table", .md, file: "t")
    }
    #expect(throws: Problem.usage("t: row 2 has 3 cells, and the headings are 2")) {
      try PrintedTable("a,b\n1,2,3\n", .csv, file: "t")
    }
  }
}
