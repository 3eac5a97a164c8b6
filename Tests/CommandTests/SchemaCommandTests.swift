import TestSupport
import Testing

/// `reprise schema` as a user runs it.
@Suite struct SchemaCommandTests {
  @Test func writesAndChecks() throws {
    try withTemporaryFolder { folder in
      try folder.write("old", to: "Experiments/schema.json")
      let stale = try Command.reprise(["schema", "--check"], in: folder.path)
      #expect(stale.status == 1)
      #expect(
        stale.errors == "error: Experiments/schema.json: is not what specs are decoded by now;"
          + " `reprise schema` writes it\n")
      #expect(try folder.text(of: "Experiments/schema.json") == "old")
      let written = try Command.reprise(["schema"], in: folder.path)
      #expect(written.status == 0 && written.output == "Written to Experiments/schema.json\n")
      #expect(folder.contents == ["Experiments/schema.json"])
      #expect(try Command.reprise(["schema", "--check"], in: folder.path).status == 0)
    }
  }

  @Test func aFileThatIsNotThere() throws {
    try withTemporaryFolder { folder in
      let none = try Command.reprise(["schema", "--check", "none.json"], in: folder.path)
      #expect(none.status == 2)
      #expect(none.errors == "error: none.json: cannot be read: no such file or directory\n")
      let nowhere = try Command.reprise(["schema", "a/b.json"], in: folder.path)
      #expect(nowhere.status == 1 && nowhere.errors.hasPrefix("error: a/b.json: cannot be written"))
    }
  }

  /// The same opinion as `make check` asks for, where Python has jsonschema.
  @Test(
    .enabled(
      if: foundOrRequired(OtherProgram.output("python3", ["-c", "import jsonschema"]) != nil)))
  func pythonAgrees() throws {
    let root = OtherProgram.root
    let specs = ["table4", "figure5", "table2"].map {
      "\(root)/Experiments/ur-gan/\($0).json"
    }
    let arguments =
      ["\(root)/Tests/SpecSchema/validate.py", "\(root)/Experiments/schema.json"] + specs
    #expect(OtherProgram.output("python3", arguments) != nil, "make check says what is wrong")
  }
}
