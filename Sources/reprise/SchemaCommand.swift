import ArgumentParser
import Basics
import Experiments

/// Writes the JSON schema by which editors complete and check specs.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Write the JSON schema of specs, for editors and validators.",
    discussion: "It is made of the declarations that decode specs. A spec names it by \"$schema\".")

  @Argument(help: "The file to write.", completion: .file(extensions: ["json"]))
  var file = "Experiments/schema.json"

  @Flag(help: "Write nothing; fail when the file is not what would be written.")
  var check = false

  func run() throws {
    let text = SpecSchema.text
    guard check else {
      try Files.writeAtomically(text, to: file)
      print("Written to \(file)")
      return
    }
    guard try Files.read(file, as: .usage) == Array(text.utf8) else {
      throw Problem.run("\(file): is not what specs are decoded by now; `reprise schema` writes it")
    }
  }
}
