import ArgumentParser
import Basics
import Datasets
import Experiments

/// Prints what a trained model would show a user.
struct Recommend: AsyncParsableCommand, KernelUser {
  static let configuration = CommandConfiguration(
    abstract: "Print the items that a trained model would show a user, best first.",
    discussion: """
      The checkpoint of every trial is <results>/.trials/<trial>/checkpoint.h5. The data set and the
      split that it was trained on are made again and compared by their SHA-256; what the model was
      trained on is left out. Files that a spec names are looked for from the working folder.

      With --all the lists of all tested users are written into a folder, ranked as the trial was
      measured, and beside them what is relevant: for trec_eval, ranx and the like, or as a system
      of another spec. Scores descend without equals, so that whoever sorts by them has our order.
      """)

  @Option(help: "The checkpoint.", completion: .file(extensions: ["h5"]))
  var checkpoint: String

  @Option(help: "The user, by the id that the data set has.")
  var user: String?

  @Flag(help: "All tested users, into the folder that --output names.")
  var all = false

  @Option(help: "How --all writes lists: \(ListFormat.names.joined(separator: " or ")).")
  var format = ListFormat.csv

  @Option(help: "The folder that gets the files of --all.", completion: .directory)
  var output: String?

  @Option(help: "How many items.")
  var top = 10

  @Option(help: "The folder that holds data sets.", completion: .directory)
  var data: String?

  func validate() throws {
    if !(1...1_000_000).contains(top) {
      throw ValidationError("--top \(top): expected 1 to 1000000")
    }
    guard all == (user == nil) else {
      throw ValidationError("expected --user with one of the data set's users, or --all")
    }
    guard all == (output != nil) else {
      throw ValidationError(
        all ? "--all needs --output, the folder for its files" : "--output is used by --all only")
    }
    try NamedPath.check("--output", output)
    try NamedPath.check("--data", data)
  }

  func run() async throws {
    let model = try await TrainedModel.load(
      checkpoint: checkpoint, folders: DataFolders(option: data), report: DataOptions.report)
    guard let user else {
      let lists = try model.lists(of: top)
      let files = try lists.write(to: output ?? ".", format)
      print("\(model.title): \(lists.count) users in \(files.joined(separator: ", "))")
      return
    }
    let recommendations = try model.recommend(to: user, count: top)
    print("\(model.title): user \(user)")
    print(recommendations.text)
  }
}

extension ListFormat: ExpressibleByArgument {}
