import TestSupport
import Testing

@Suite struct ListTests {
  @Test(arguments: [
    ("models", "item-pop", "factors:"), ("metrics", "ndcg", "ideal:"),
    ("datasets", "ml-100k", "source:"),
  ])
  func everyListNamesItsOwn(subject: String, name: String, detail: String) throws {
    let result = try Command.reprise(["list", subject])
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.output.split(separator: "\n").contains { $0 == name })
    #expect(result.output.contains(detail))
  }

  @Test func onlyTheseLists() throws {
    let result = try Command.reprise(["list", "people"])
    #expect(result.status == 2)
    #expect(result.errors.contains("models"))
  }
}
