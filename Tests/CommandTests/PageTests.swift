import TestSupport
import Testing

/// `reprise page` as a user runs it.
@Suite struct PageTests {
  @Test func showsEveryArtifactOfThePaper() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(
        folder,
        #"{"source": {"document": "Us, 2026", "artifact": "Table 1"}, "assumptions": ["one"]}"#)
      try scene.write(#"{"title": "Never run"}"#, as: "never")
      try scene.write(
        """
        {"title": "Quick alone", "source": {"document": "They, 2020", "artifact": "a row"}, "profiles": {
          "quick": {"data": {"split": {"test": 0.5}}}, "again": {"seeds": [7]}}}
        """, as: "other")
      try scene.write(#"{"source": {"document": "Us, 2026"}}"#, as: "third")
      try folder.write("# Notes", to: "paper/README.md")
      #expect(try scene.run().status == 0)
      #expect(try scene.run("--profile", "quick", spec: "other").status == 0)
      #expect(try scene.run("--profile", "again", spec: "other").status == 0)
      let result = try Command.reprise(["page", "paper/"], in: folder.path)
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output == "Written to Results/paper/README.md\n")
      let page = try folder.text(of: "Results/paper/README.md")
      for part in [
        "# paper: what was published", "Us, 2026", "[notes](../../paper/README.md)",
        "| [Small](#small) | measured | – |", "| [Never run](#never) | not measured yet | – |",
        "| [Quick alone](#other) | smoke run | – |", "[small.json](../../paper/small.json)",
        "Measured with 2 seeds.", "![figure: Small](small/figure.svg)", "- one",
        "\n\nFrom another paper, They, 2020: a row. Spec: ",
        "profile `quick`, far shorter than the paper's and on other data than the spec's own",
        "by other profiles, with all files: [again](other-again/).",
        "make reproduce-paper-never SEEDS=2", "reprise verify paper/other.json --profile quick",
      ] { #expect(page.contains(part), "\(part)") }
      // Those with a number first, those that name no artifact last.
      let order = ["<a id=\"small\">", "<a id=\"other\">", "<a id=\"never\">"].map {
        page.ranges(of: $0).first?.lowerBound
      }
      #expect(order == order.sorted { ($0 ?? page.endIndex) < ($1 ?? page.endIndex) })
    }
  }

  @Test func aSpecThatDoesNotDecodeCostsItselfAlone() throws {
    try withTemporaryFolder { folder in
      let scene = try RunScene(folder, "{}")
      try scene.write(#"{"titel": "Misspelt"}"#, as: "wrong")
      let result = try Command.reprise(["page", "paper"], in: folder.path)
      #expect(result.status == 2)
      #expect(result.output == "Written to Results/paper/README.md\n")
      #expect(result.errors.contains("titel: unknown key; did you mean \"title\"?"))
      let page = try folder.text(of: "Results/paper/README.md")
      #expect(page.contains("| [Small](#small) | not measured yet | – |"))
      #expect(page.contains("**Left out, because they cannot be read:**\n\n- paper/wrong.json:"))
    }
  }

  @Test func aFolderWithoutSpecsIsRefused() throws {
    try withTemporaryFolder { folder in
      let result = try Command.reprise(["page", "none"], in: folder.path)
      #expect(result.status == 2)
      #expect(result.errors == "error: none: holds no specs\n")
    }
  }
}
