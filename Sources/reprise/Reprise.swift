import ArgumentParser

/// The command line of Reprise.
@main
struct Reprise: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reprise", abstract: "Reproduces recommender-system papers.",
    subcommands: [DataCommand.self])
}
