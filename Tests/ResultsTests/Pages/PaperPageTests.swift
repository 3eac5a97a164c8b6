import Basics
import Foundation
import TestSupport
import Testing

@testable import Results

@Suite struct PaperPageTests {
  private let scratch: TemporaryFolder

  /// A page's folder with the results `table4`.
  init() throws {
    scratch = try TemporaryFolder()
    let folder = scratch.path + "/table4"
    let records = [record("A", seed: 1), record("A", seed: 2, ["precision@5": 0.75]), record("B")]
    let table = try ResultTable(
      title: "T", metrics: ["precision@5"], systems: ["A", "B"],
      published: ["A": ["precision@5": 0.5]], records: records)
    try table.write(to: folder, name: "table4")
    try ResultFile.write("<svg/>", to: folder + "/figure3.svg")
    try ResultFile.write("# Verdicts\n\n| a | b |\n", to: folder + "/verdicts.md")
    try ResultFile.write(
      "quote,verdict\na,reproduced\nb,reproduced\nb,not reproduced\nc,reproduced\n",
      to: folder + "/verdicts.csv")
    var manifest = Manifest()
    (manifest.specHash, manifest.dataHash) = ("abcdef0123456789", "fedcba9876543210")
    manifest.provenance = Provenance(
      gitRevision: "0123456789abcdef-dirty", host: "h", coreName: "Haswell", threads: 1)
    manifest.trials = ["x", "y", "z"]
    try CostTable.make(title: "T", systems: ["A", "B"], records: records, jobs: 1)
      .write(to: folder, name: CostTable.name)
    try manifest.write(to: folder + "/manifest.json")
  }

  private func artifact(_ folder: String? = "table4") throws -> PageArtifact {
    var artifact = PageArtifact()
    (artifact.name, artifact.title, artifact.source) = ("table4", "Table four", "Table 4")
    (artifact.specPath, artifact.specLink) = ("E/p/table4.json", "../../E/p/table4.json")
    (artifact.isMeasured, artifact.seeds) = (true, 3)
    artifact.assumptions = ["as read"]
    artifact.departures = ["as done"]
    if let folder {
      try artifact.read(
        folder, in: scratch.path, tableNames: ["table4", "none"], figureNames: ["figure3", "none"])
    }
    return artifact
  }

  @Test func publishedNumbersAloneAreAuditedNotMeasured() throws {
    var artifact = try artifact(nil)
    (artifact.isMeasured, artifact.seeds) = (false, 0)
    #expect(artifact.section.contains("Published numbers alone: there is nothing to measure."))
    #expect(artifact.section.contains("```\nreprise audit E/p/table4.json\n```"))
    #expect(!artifact.section.contains("make reproduce"))
    var page = PaperPage()
    page.artifacts = [artifact]
    #expect(page.markdown.contains("| [Table four](#table4) | nothing to measure | – |"))
  }

  @Test func aMeasuredArtifactShowsAllThatWasMade() throws {
    let section = try artifact().section
    for part in [
      "<a id=\"table4\"></a>\n\n## Table four\n",
      "The paper's Table 4. Spec: [table4.json](../../E/p/table4.json). Measured with 2 of the spec's 3 seeds.",
      "| System | P@5 |\n| :-- | --: |\n| A | 0.5000<br><sub>±\u{A0}0.3536</sub><br><sub><i>0.5000</i></sub> |\n| *not in the paper* |  |\n| B | 0.2500 |",
      "![figure3: Table four](table4/figure3.svg)\n\nData: [figure3.csv](table4/figure3.csv).",
      "### Verdicts\n\n| a | b |",
      "- as read", "- as done",
      "| System | training, s | epoch, s |",
      "| A | 3.5000<br><sub>±\u{A0}0.0000</sub> | 0.0088<br>",
      "one trial at a time, each on one thread; the machine may have done other work besides",
      "make reproduce-p-table4 SEEDS=3", "reprise verify E/p/table4.json",
      "revision `0123456789ab` with changes on Haswell kernels, from data `fedcba987654` and spec `abcdef012345`, in 3 trials",
    ] { #expect(section.contains(part), "\(part)") }
    #expect(!section.contains("none"))
  }

  @Test func theRecordOfASearchIsLinkedAndWhatDrawsIt() throws {
    try ResultFile.write(
      "# Search of A\n\n3 of 9 points tried.\n\n| rank |\n",
      to: scratch.path + "/table4/search-a.md")
    let alone = "### What was searched\n\n- [search-a](table4/search-a.md): 3 of 9 points tried."
    #expect(try artifact().section.contains("\(alone)\n"))
    try ResultFile.write("<svg/>", to: scratch.path + "/table4/search-a.svg")
    try ResultFile.write("plot x", to: scratch.path + "/table4/search-a.gnuplot")
    let section = try artifact().section
    #expect(
      section.contains(
        "\(alone) A heat map: [search-a.gnuplot](table4/search-a.gnuplot) draws it.\n"))
    #expect(!section.contains("search-a.svg"))
    #expect(!section.contains("| rank |"))
    #expect(!section.contains("validation data"))
    var artifact = try artifact()
    artifact.isSearchedOnValidation = true
    #expect(artifact.section.contains("\n\nSearches compare scores on validation data; the"))
  }

  @Test func whatStandsBesideAnArtifactIsNotCalledThePapers() throws {
    var artifact = try artifact()
    artifact.source = "beside Table 4"
    #expect(artifact.section.contains("\n\nBeside Table 4. Spec: "))
  }

  @Test func anotherPaperIsNamedAndSoAreOtherProfiles() throws {
    var artifact = try artifact()
    artifact.document = "Chae 2018"
    artifact.otherProfiles = [("seed-2", "table4-seed-2"), ("seed-3", "table4-seed-3")]
    let section = artifact.section
    #expect(section.contains("\n\nFrom another paper, Chae 2018: Table 4. Spec: "))
    #expect(
      section.contains(
        "other profiles, with all files: [seed-2](table4-seed-2/), [seed-3](table4-seed-3/)."))
  }

  @Test func oneThatWasNotMeasuredSaysSo() throws {
    let section = try artifact(nil).section
    #expect(section.contains("**Not measured yet.**"))
    #expect(section.contains("### To measure it\n\n```\nmake reproduce-p-table4 SEEDS=3\n```"))
    #expect(!section.contains("### Cost"))
  }

  @Test func thePageBeginsWithAnOverview() throws {
    var page = PaperPage()
    (page.paper, page.document, page.doi) = ("ur-gan", "Yang 2026", "10.1/2")
    page.artifacts = [try artifact(), try artifact(nil)]
    let text = page.markdown
    #expect(
      text.hasPrefix(
        "# ur-gan: what was published, and what we measure\n\nYang 2026 [doi:10.1/2](https://doi.org/10.1/2)\n"
      ))
    #expect(
      text.contains("| [Table four](#table4) | measured | 2 reproduced, 1 not reproduced |\n"))
    #expect(text.contains("| [Table four](#table4) | not measured yet | – |\n"))
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n") && !text.contains("#audit"))
    page.audit = AuditReport([])
    let audited = page.markdown
    #expect(
      audited.contains("[By arithmetic alone](#audit): 0 tables, 0 published numbers: nothing"))
    #expect(audited.contains("<a id=\"audit\"></a>\n\n## Audit\n"))
  }

  @Test func aSmokeRunIsCalledOne() throws {
    let path = scratch.path + "/table4/manifest.json"
    var manifest = try Manifest(reading: path)
    manifest.profile = "quick"
    try manifest.write(to: path)
    let section = try artifact().section
    #expect(
      section.contains("**A smoke run** by the profile `quick`, far shorter than the paper's: it"))
    var small = try artifact()
    small.isOfOtherData = true
    #expect(small.section.contains("the paper's and on other data than the spec's own, whatever"))
    #expect(!section.contains("### Verdicts"))
    var page = PaperPage()
    page.artifacts = [try artifact()]
    #expect(page.markdown.contains("| [Table four](#table4) | smoke run | – |"))
    #expect(section.contains("reprise verify E/p/table4.json --profile quick"))
  }

  @Test func aDamagedFileIsNamed() throws {
    try ResultFile.write("system\n", to: scratch.path + "/table4/table4.csv")
    expectDataProblem("table4/table4.csv:1: expected the header") { _ = try artifact() }
  }
}
