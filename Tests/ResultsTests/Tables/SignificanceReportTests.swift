import Basics
import TestSupport
import Testing

@testable import Results

@Suite struct SignificanceReportTests {
  private func comparison(
    _ system: String, _ metric: String, _ difference: Double, pairs: Int = 943,
    significant: Bool = true
  ) -> TestedDifference {
    var comparison = TestedDifference(
      system: system, metric: metric, pairs: pairs, difference: difference, low: -0.5, high: 0.5,
      effect: .infinity, p: 0.001)
    (comparison.corrected, comparison.isSignificant) = (0.002, significant)
    return comparison
  }

  private func report(_ comparisons: [TestedDifference], untested: [String] = [])
    -> SignificanceReport
  {
    SignificanceReport(
      reference: "Item,Pop", test: "paired-t", over: "users", effectMeasure: "d_z",
      correction: "holm", level: 0.05, comparisons: comparisons, untested: untested)
  }

  @Test func aLineAComparisonAllNumbersInFull() throws {
    let report = report([comparison("A", "ndcg@5", 0.1 + 0.2)])
    #expect(
      report.csv == """
        system,metric,reference,test,over,n,difference,low,high,effect,measure,p,corrected,correction,level,significant
        A,ndcg@5,"Item,Pop",paired-t,users,943,0.30000000000000004,-0.5,0.5,inf,d_z,0.001,0.002,holm,0.05,true

        """)
    let scratch = try TemporaryFolder()
    try report.write(to: scratch.path + "/x", name: "table4")
    let written = try Files.read(scratch.path + "/x/table4-significance.csv")
    #expect(String(decoding: written, as: UTF8.self) == report.csv)
  }

  @Test func theFootnoteNamesWhatIsSignificantAndWhichWay() {
    let report = report(
      [
        comparison("A", "precision@5", 0.1), comparison("A", "ndcg@5", 0.1, pairs: 940),
        comparison("A", "mrr@5", -0.1), comparison("B", "precision@5", 0.1, significant: false),
        comparison("B", "ndcg@5", 0.1, significant: false), comparison("B", "mrr@5", -0.1),
        comparison("C", "precision@5", 0.1, significant: false),
      ], untested: ["coverage@5"])
    #expect(
      report.footnotes == [
        "Significant against Item,Pop at 0.05 (paired-t over 940 to 943 users, correction holm,"
          + " comparisons 7): A higher in P@5, NDCG@5 and lower in MRR@5; B lower in MRR@5;"
          + " C in nothing", "Not tested, being no mean over users: coverage@5",
      ])
    let some = self.report([
      comparison("A", "precision@5", 0.1),
      TestedDifference(system: "B", metric: "precision@5", obstacle: "why"),
    ])
    #expect(some.footnotes[0].hasSuffix("comparisons 1): A higher in P@5"))
    #expect(some.footnotes[1] == "Significance against Item,Pop: – for B in P@5 (why)")
    #expect(
      some.csv.hasSuffix(
        "B,precision@5,\"Item,Pop\",paired-t,users,,,,,,d_z,,,holm,0.05,not tested: why\n"))
    let one = self.report([comparison("A", "precision@5", 0.1)])
    #expect(one.footnotes.count == 1 && one.footnotes[0].contains("over 943 users"))
  }
}
