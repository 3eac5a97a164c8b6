import ArgumentParser
import Basics
import Datasets
import Experiments

/// Prints what a data set holds, or what was understood of the data of a spec.
struct DataDescribe: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Print what a data set holds, or what was understood of the data of a spec.",
    discussion: """
      Of a data set: how many users, items and interactions it has, and its features. Of a spec, for each
      data set that it names: the first records as they were read, columns with their kinds, what was
      left out and why, what became of repeats, and the parts of the split. It is fetched first, if it
      is not there. Every figure is counted from the data.
      """)

  @Argument(
    help: "A data set, such as ml-100k; none with --spec.",
    completion: .list(DatasetList.all.map(\.name)))
  var dataset: String?

  @Option(help: "Describe the data of this spec.", completion: .file(extensions: ["json"]))
  var spec: String?

  @Option(help: "Take the spec as changed by this profile.")
  var profile: String?

  @Option(help: "The seed of the split. [default: the spec's first]")
  var seed: Int?

  @Option(help: "The folder that holds data sets.", completion: .directory)
  var data: String?

  func validate() throws {
    guard (dataset == nil) != (spec == nil) else {
      throw ValidationError("expected a data set, or --spec with the file of one")
    }
    for (name, isGiven) in [("profile", profile != nil), ("seed", seed != nil)]
    where isGiven && spec == nil {
      throw ValidationError("--\(name) is of a spec; expected --spec beside it")
    }
    if let seed, seed < 0 { throw ValidationError("--seed \(seed): expected at least 0") }
    try NamedPath.check("--spec", spec)
    try NamedPath.check("--data", data)
  }

  func run() async throws {
    if let dataset { return try await describe(dataset) }
    let path = spec ?? ""
    let spec = try SpecFile(path: path).spec(profile: profile)
    let uses = try spec.dataUses()
    guard !uses.isEmpty else { throw Problem.usage("\(path): has no \"data\" to describe") }
    var read: [(settings: DataSettings, dataset: Dataset)] = []
    var first: Problem?
    for (place, use) in uses.enumerated() {
      let known = read.first { $0.settings.isOfSameSource(as: use.settings) }?.dataset
      var dataset = known
      if dataset == nil {
        dataset = try await use.settings.load(
          from: DataFolders(option: data), report: DataOptions.report)
      }
      guard let dataset else { continue }
      if known == nil { read.append((use.settings, dataset)) }
      let description = DataDescription(use, dataset, seed: seed ?? spec.seeds.first ?? 1)
      print((place == 0 ? "" : "\n\n") + description.text)
      first = first ?? description.problem
    }
    if let first { throw first }
  }

  /// Prints what a data set of the list holds.
  private func describe(_ name: String) async throws {
    let source = try DatasetList.named(name)
    let dataset = try await source.load(
      from: DataFolders(option: data), report: DataOptions.report)
    print("\(source.title). \(source.source)\n")
    print(DatasetSummary(dataset).text)
  }
}
