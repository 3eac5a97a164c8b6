import Basics
import Foundation
import TestSupport
import Testing

@testable import Datasets

/// Settings of single data sets, each of which the list alone knows.
@Suite struct OwnSettingsTests {
  /// Settings of a data set that is fetched.
  private struct ToySettings: Settings, SourceSettings {
    static let dataset = "toy"
    static let key = "toy"
    static let summary = "how many users there are; null: one"
    static let standard: ToySettings? = ToySettings()
    var users = 1

    static let fields: [Field<ToySettings>] = [.integer("users", \.users, 1...9, "users")]
  }

  private func decode(_ text: String) throws -> DataSettings {
    try DataSettings(decoding: JSON.parse(text, file: "spec.json"))
  }

  @Test func keysAndDataSetsAreToldApart() {
    let kinds = DatasetList.all.compactMap(\.settings)
    #expect(kinds.map { $0.key } == ["ml-1m", "files", "csv", "simulation", "taobao"])
    #expect(Set(DataSettings.fields.map(\.name)).count == DataSettings.fields.count)
    for source in DatasetList.all {
      #expect(source.settings.map { $0.dataset == source.name } ?? true)
    }
  }

  /// Identities have the list of files, and nothing else of what is not said.
  @Test func whatIsNotSaidIsLeftOutButForFiles() throws {
    let keys = try decode(#"{"dataset": "ml-100k", "csv": null, "simulation": null, "files": []}"#)
      .encoded().asObject().map(\.key)
    #expect(keys == ["dataset", "files", "feedback", "split"])
  }

  @Test(arguments: [
    (#""csv": {"files": ["a"], "columns": {"a": "user"}}"#, "csv"),
    (#""simulation": {}"#, "simulation"),
    (#""files": ["a"]"#, "files"),
  ])
  func settingsOfAnotherDataSetAreRefused(_ own: String, _ key: String) throws {
    let problem = #expect(throws: Problem.self) { try decode(#"{"dataset": "ml-1m", \#(own)}"#) }
    let owner = try #require(DatasetList.all.compactMap(\.settings).first { $0.key == key }).dataset
    #expect(
      problem?.message.hasSuffix(
        "\(key): \"\(key)\" is used by the data set \"\(owner)\" only, not by \"ml-1m\"") == true,
      "\(String(describing: problem))")
  }

  @Test func aDataSetsUsualSettingsAreItsOwn() throws {
    let usual = try decode(#"{"dataset": "behaviour-log"}"#)
    #expect(usual.own as? BehaviourLogSettings == BehaviourLogSettings())
    #expect(usual.local?.simulation?.records == 3_000_000)
    #expect(usual[BehaviourLogSettings.self] == nil)
    #expect(try decode(#"{"dataset": "ml-100k"}"#).own == nil)
    let small = try decode(#"{"dataset": "behaviour-log", "simulation": {"records": 9}}"#)
    #expect(small != usual && small.local?.simulation?.records == 9)
    #expect(try DataSettings(decoding: small.encoded()) == small)
  }

  @Test func everyListOfPathsCanBeChanged() throws {
    var settings = try decode(
      #"""
      {"dataset": "csv", "csv": {"files": ["a", "b"], "columns": {"u": "user", "i": "item"},
       "items": {"files": ["c"], "columns": {"id": "id"}},
       "users": {"files": ["d"], "columns": {"id": "id"}}}}
      """#)
    settings.changePaths { $0.map { "x/" + $0 } }
    #expect(settings.local?.files(settings.split) == ["x/a", "x/b", "x/c", "x/d"])
    var files = try decode(#"{"dataset": "files", "files": ["a"]}"#)
    files.changePaths { _ in [] }
    #expect(files.encoded()["files"] == [])
  }

  /// A data set that is fetched is read as the spec says of it.
  @Test func aFetchedDataSetGetsItsSettings() async throws {
    let source = DatasetSource(
      ToySettings.self, title: "", source: "",
      locate: { _ throws(Problem) in "somewhere" },
      read: { folder, settings, _ throws(Problem) in
        Dataset(
          name: "toy", events: [], userIDs: (0..<settings.users).map { "\($0)" }, itemIDs: [],
          digest: folder)
      },
      install: { _, _ throws(Problem) in }, remotes: [])
    let folders = DataFolders(option: "nowhere")
    #expect(try await source.load(from: folders).users == 1)
    var three = ToySettings()
    three.users = 3
    let read = try await source.load(from: folders, three)
    #expect(read.users == 3 && read.digest == "somewhere")
  }
}
