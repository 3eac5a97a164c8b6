import ArgumentParser
import Basics
import Datasets
import Experiments

/// Writes the parts that a trial of that seed sees, for other programs to be compared with.
struct DataSplit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split", abstract: "Write the parts of a split as files, for other programs.",
    discussion: "The parts are those of a trial with the same seed and the same settings in its "
      + "spec: train.tsv, test.tsv and, if asked for, validation.tsv, of user and item ids; of a spec that "
      + "predicts clicks .csv files, of the label and the fields.")

  @Argument(
    help: "A data set, such as ml-100k; none with --spec.",
    completion: .list(DatasetList.all.map(\.name)))
  var dataset: String?

  @Option(
    help: "Take data set and split from this spec.", completion: .file(extensions: ["json"]))
  var spec: String?

  @Option(
    help:
      "How the test part is found: random, random-per-user, leave-one-out, by-time or by-time-per-user."
  )
  var method: String?

  @Option(help: "The share that is tested on (not with leave-one-out). [default: 0.2]")
  var test: Double?

  @Option(help: "The share of the training part that becomes the validation part. [default: 0]")
  var validation: Double?

  @Option(help: "The seed of the trial.")
  var seed = 1

  @Option(help: "Take only ratings that are at least this.")
  var ratingAtLeast: Double?

  @Option(help: "Take a sample of so many interactions.")
  var sample: Int?

  @Option(help: "The folder that gets the files.", completion: .directory)
  var output: String

  @Option(help: "The folder that holds data sets.", completion: .directory)
  var data: String?

  func validate() throws {
    guard (dataset == nil) != (spec == nil) else {
      throw ValidationError("expected a data set, or --spec with the file of one")
    }
    let isSplitHere = [
      method == nil, test == nil, validation == nil, ratingAtLeast == nil, sample == nil,
    ]
    if spec != nil, isSplitHere.contains(false) {
      throw ValidationError(
        "--spec says how the data are split; expected no option beside it that does")
    }
    if seed < 0 { throw ValidationError("--seed \(seed): expected at least 0") }
    try NamedPath.check("--output", output)
    try NamedPath.check("--data", data)
  }

  func run() async throws {
    let use = try spec.map { path throws(Problem) in
      let spec = try SpecFile(path: path).spec()
      guard let system = spec.systems.first else {
        throw Problem.usage("\(path): has no \"data\" to split")
      }
      return (spec.data, system.recommender.task)
    }
    let (data, task) = try use ?? (described(), .ranking)
    let dataset = try await data.load(
      from: DataFolders(option: self.data), report: DataOptions.report)
    // Of several folds each has a folder of its name.
    for fold in data.byFold {
      let folder = data.split.folds.isEmpty ? output : "\(output)/\(fold.split.name ?? "")"
      print(
        try DataUse(of: fold, for: task).writeParts(of: dataset, seed: seed, to: folder)
          .joined(separator: "\n"))
    }
  }

  /// As a spec would say it, so that the same checks hold.
  private func described() throws(Problem) -> DataSettings {
    var split: [(String, JSON)] = [
      ("method", .string(method ?? "random")), ("validation", .number(validation ?? 0)),
    ]
    if let test { split.append(("test", .number(test))) }
    let feedback = ratingAtLeast.map(Feedback.ratingAtLeast) ?? .allRatings
    return try DataSettings(
      decoding: .object([
        ("dataset", .string(dataset ?? "")), ("feedback", feedback.encoded),
        ("sample", sample.map { .integer($0) } ?? .null), ("split", .object(split)),
      ]))
  }
}
