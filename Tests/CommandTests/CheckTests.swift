import TestSupport
import Testing

@Suite struct CheckTests {
  let good = #"""
    {"title": "T", "data": {"dataset": "ml-100k"}, "seeds": [1, 2, 3], "metrics": ["precision@5"],
     "systems": [{"label": "ItemPop", "recommender": "item-pop"}],
     "profiles": {"quick": {"seeds": [1]}}}
    """#

  @Test func aGoodSpecIsCountedWithItsProfiles() throws {
    try withTemporaryFolder { folder in
      try folder.write(good, to: "a.json")
      let result = try Command.reprise(["check", "a.json", "--data", "none"], in: folder.path)
      #expect(result.errors == "")
      #expect(result.status == 0)
      #expect(
        result.output
          == "a.json: T\n  1 system, 3 seeds, 3 fits\n    sizes unknown: data not fetched\n"
          + "  profile quick: 1 system, 1 seed, 1 fit\n")
      #expect(folder.contents == ["a.json"])
    }
  }

  @Test func oneProfileAlone() throws {
    try withTemporaryFolder { folder in
      try folder.write(good, to: "a.json")
      let result = try Command.reprise(
        ["check", "a.json", "--profile", "quick", "--data", "none"], in: folder.path)
      #expect(
        result.output
          == "a.json, profile quick: 1 system, 1 seed, 1 fit\n    sizes unknown: data not fetched\n"
      )
    }
  }

  @Test func everyBadFileGetsItsLine() throws {
    try withTemporaryFolder { folder in
      try folder.write(good, to: "a.json")
      try folder.write("{\n\"titel\": 1}", to: "b.json")
      try folder.write("{,}", to: "c.json")
      let result = try Command.reprise(
        ["check", "b.json", "a.json", "c.json", "none.json", "--data", "none"], in: folder.path)
      #expect(result.status == 2)
      #expect(result.output.hasPrefix("a.json: T\n"))
      #expect(
        result.errors == """
          error: b.json:2:1: titel: unknown key; did you mean "title"?
          error: c.json:1:2: expected a key in double quotes, found ","
          error: none.json: cannot be read: no such file or directory

          """)
    }
  }

  @Test func aBadProfileIsFoundToo() throws {
    try withTemporaryFolder { folder in
      let bad = good.replacing(#""seeds": [1]"#, with: #""seeds": []"#)
      try folder.write(bad, to: "a.json")
      let result = try Command.reprise(["check", "a.json"], in: folder.path)
      #expect(result.status == 2)
      #expect(
        result.errors
          == "error: a.json:3:34: profiles.quick.seeds: this list is empty; expected at least 1"
          + " element\n")
    }
  }
}
