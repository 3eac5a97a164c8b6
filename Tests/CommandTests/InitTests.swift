import TestSupport
import Testing

/// `reprise init` and `reprise paste`, by which a spec begins.
@Suite struct InitTests {
  @Test func whatItWritesIsAcceptedAndSaysWhatWasAskedFor() throws {
    try withTemporaryFolder { folder in
      let file = "Experiments/paper/table1.json"
      let made = try Command.reprise(
        ["init", file, "--systems", "item-pop, mf-bpr", "--metrics", "recall@20"], in: folder.path)
      #expect(made.status == 0, "\(made.errors)")
      let text = try folder.text(of: file)
      #expect(text.contains("\"recall@20\"") && text.contains("\"mf-bpr\""))
      #expect(text.contains("\"ties\": \"expected\"") && text.contains("\"order\": \"canonical\""))
      #expect(try Command.reprise(["check", file], in: folder.path).status == 0)
      // Nothing is overwritten.
      let again = try Command.reprise(["init", file], in: folder.path)
      #expect(again.status == 2 && again.errors == "error: \(file): is there already\n")
      #expect(try folder.text(of: file) == text)
    }
  }

  @Test(arguments: [
    (["--systems", "item-pap"], "unknown recommender \"item-pap\"; did you mean \"item-pop\"?"),
    (["--metrics", "p@5"], "unknown metric \"p\"; did you mean \"precision\"?"),
    (["--dataset", "ml-10k"], "--dataset ml-10k: unknown data set; did you mean \"ml-100k\"?"),
    (["--systems", "fm"], "fm predicts clicks"),
    (["--systems", "lists"], "lists needs settings, which a first spec does not say: "),
  ])
  func whatThereIsNotIsRefused(_ options: [String], _ message: String) throws {
    try withTemporaryFolder { folder in
      let result = try Command.reprise(["init", "a.json"] + options, in: folder.path)
      #expect(result.status == 2 && result.errors.contains(message), "\(result.errors)")
      #expect(folder.contents.isEmpty)
    }
  }

  @Test func aPrintedTableBecomesWhatASpecSaysOfIt() throws {
    try withTemporaryFolder { folder in
      try folder.write("Method,P@5,Time\nPop,0.2270,3\n", to: "t.csv")
      let result = try Command.reprise(["paste", "t.csv"], in: folder.path)
      #expect(result.output == "{\n  \"Pop\": { \"precision@5\": 0.2270 }\n}\n")
      #expect(result.errors.hasPrefix("note: the column \"Time\" is no metric of ours"))
      #expect(try Command.reprise(["paste", "t.doc"], in: folder.path).status == 2)
    }
  }
}
