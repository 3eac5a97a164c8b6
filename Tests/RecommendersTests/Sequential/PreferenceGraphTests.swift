import Basics
import Testing

@testable import Recommenders

@Suite struct PreferenceGraphTests {
  private func complain(_ settings: JSON) throws -> String? {
    let type = try RecommenderList.named("preference-graph")
    do throws(Problem) { _ = try type.complete(settings) } catch { return error.message }
    return nil
  }

  @Test func settingsOfTheGraphAreRefusedWithoutIt() throws {
    #expect(try complain([:]) == nil)
    #expect(try complain(["graph": false]) == nil)
    #expect(try complain(["graphSettings": ["clusters": 3]]) == nil)
    let unused = try complain(["graph": false, "graphSettings": ["clusters": 3]])
    #expect(unused?.contains("\"graphSettings\" is not used without the graph") == true)
    #expect(try complain(JSON.object([("graphSettings", .null)]))?.contains("an object") == true)
  }

  @Test(arguments: [true, false])
  func whatIsEncodedDecodesAgain(_ graph: Bool) throws {
    let type = try RecommenderList.named("preference-graph")
    let whole = try type.complete(JSON.object([("graph", .bool(graph))]))
    #expect(try type.complete(whole).canonicalText == whole.canonicalText)
  }
}
