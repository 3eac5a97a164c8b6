import ArgumentParser
import Datasets
import Schema

/// Writes the parts that a trial of that seed sees, for other programs to be compared with.
struct DataSplit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split", abstract: "Write the parts of a split as files, for other programs.",
    discussion: "The parts are those of a trial with the same seed and the same settings in its "
      + "spec: train.tsv, test.tsv and, if asked for, validation.tsv, of user and item ids.")

  @OptionGroup var options: DataOptions

  @Option(help: "How the test part is found: random, random-per-user, leave-one-out or by-time.")
  var method = "random"

  @Option(help: "The share that is tested on (not with leave-one-out). [default: 0.2]")
  var test: Double?

  @Option(help: "The share of the training part that becomes the validation part.")
  var validation = 0.0

  @Option(help: "The seed of the trial.")
  var seed: UInt64 = 1

  @Option(help: "Take only ratings that are at least this.")
  var ratingAtLeast: Double?

  @Option(help: "Take a sample of so many interactions.")
  var sample: Int?

  @Option(help: "The folder that gets the files.", completion: .directory)
  var output: String

  func run() async throws {
    // As a spec would say it, so that the same checks hold.
    var split: [(String, JSON)] = [
      ("method", .string(method)), ("validation", .number(validation)),
    ]
    if let test { split.append(("test", .number(test))) }
    let feedback = ratingAtLeast.map(Feedback.ratingAtLeast) ?? .allRatings
    let settings = try DataSettings(
      decoding: .object([
        ("dataset", .string(options.dataset)), ("feedback", feedback.encoded),
        ("sample", sample.map { .integer($0) } ?? .null), ("split", .object(split)),
      ]))
    let dataset = try await settings.load(from: options.folders, report: DataOptions.report)
    let parts = try settings.makeSplit(dataset, seed: seed)
    try parts.write(to: output, ids: dataset)
    print(
      "\(parts.train.count) to learn from, \(parts.validation.count) to choose by,"
        + " \(parts.test.count) to test on in \(output)")
  }
}
