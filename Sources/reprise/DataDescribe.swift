import ArgumentParser
import Datasets

/// Prints what a data set holds.
struct DataDescribe: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Print how many users, items and interactions a data set has, and its features.",
    discussion: "It is fetched first, if it is not there. Every figure is counted from the data.")

  @OptionGroup var options: DataOptions

  func run() async throws {
    let source = try DatasetList.named(options.dataset)
    let dataset = try await source.load(from: options.folders, report: DataOptions.report)
    print("\(source.title). \(source.source)\n")
    print(DatasetSummary(dataset).text)
  }
}
