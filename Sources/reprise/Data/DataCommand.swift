import ArgumentParser
import Basics
import Datasets

/// The data sets: fetching and looking at them.
struct DataCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data", abstract: "Fetch, describe and split data sets.",
    subcommands: [DataFetch.self, DataDescribe.self, DataSplit.self])
}

/// What the subcommands of `data` have in common.
struct DataOptions: ParsableArguments {
  @Argument(
    help: "A data set, such as ml-100k; `reprise list datasets` lists them.",
    completion: .list(DatasetList.all.map(\.name)))
  var dataset: String

  @Option(
    help: ArgumentHelp(
      "The folder that holds the data sets, each in a folder of its name.",
      discussion: "By default $REPRISE_DATA_DIR, then the folder reprise in the user's cache.",
      valueName: "folder"), completion: .directory)
  var data: String?

  func validate() throws { try NamedPath.check("--data", data) }

  /// Where to look and to put.
  var folders: DataFolders { DataFolders(option: data) }

  /// Says on standard error how a fetch goes.
  @Sendable static func report(_ line: String) {
    StandardStream.error.write(TerminalText.shown(line + "\n"))
  }
}
