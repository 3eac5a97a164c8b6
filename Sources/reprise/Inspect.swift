import ArgumentParser
import Experiments

/// Prints what a checkpoint holds.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print what a checkpoint holds: attributes, tensors with shapes and norms, counters.")

  @Argument(help: "The checkpoints.", completion: .file(extensions: ["h5"]))
  var files: [String]

  func run() throws {
    for (index, file) in files.enumerated() {
      if files.count > 1 { print(index == 0 ? "\(file):" : "\n\(file):") }
      print(try CheckpointFile.read(file).summary())
    }
  }
}
