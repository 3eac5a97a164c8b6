import ArgumentParser
import Datasets

/// Makes sure that a data set is at hand and undamaged.
struct DataFetch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch", abstract: "Fetch a data set, unless it is there, and verify it.",
    discussion: "It is looked for in the data folders, then fetched from the first place in the "
      + "network that answers. Whatever the place, the same bytes are kept, checked by SHA-256.")

  @OptionGroup var options: DataOptions

  func run() async throws {
    let source = try DatasetList.named(options.dataset)
    let folder = try await source.fetch(to: options.folders, report: DataOptions.report)
    guard !folder.isEmpty else {
      print("\(source.title): is made when it is used; there is nothing to fetch")
      return
    }
    let dataset = try await source.load(from: options.folders)
    print("\(source.title): \(dataset.events.count) interactions in \(folder)")
  }
}
