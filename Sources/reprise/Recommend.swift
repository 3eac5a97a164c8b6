import ArgumentParser
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
      """)

  @Option(help: "The checkpoint.", completion: .file(extensions: ["h5"]))
  var checkpoint: String

  @Option(help: "The user, by the id that the data set has.")
  var user: String

  @Option(help: "How many items.")
  var top = 10

  @Option(help: "The folder that holds data sets.", completion: .directory)
  var data: String?

  func validate() throws {
    if !(1...1_000_000).contains(top) {
      throw ValidationError("--top \(top): expected 1 to 1000000")
    }
    try NamedPath.check("--data", data)
  }

  func run() async throws {
    let model = try await TrainedModel.load(
      checkpoint: checkpoint, folders: DataFolders(option: data), report: DataOptions.report)
    let recommendations = try model.recommend(to: user, count: top)
    print("\(model.title): user \(user)")
    print(recommendations.text)
  }
}
