import ArgumentParser
import Basics
import Experiments
import Foundation

/// Lists the trials that a folder of results keeps, and removes those that nothing uses.
struct Trials: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the trials that are kept, how large they are, and which specs use them.",
    discussion: """
      A trial is used when a system of a spec, or of one of its profiles, has its settings, data and number of
      epochs, or chooses among as many, whatever the seed. Trials of which nothing tells what they are count as
      used.
      """)

  @Argument(
    help: "The specs that may use them. [default: Experiments/*/*.json]",
    completion: .file(extensions: ["json"]))
  var specs: [String] = []

  @Option(help: "The folder that holds the results.", completion: .directory)
  var results = "Results"

  @Flag(help: "Remove the trials that no spec uses.")
  var removeUnused = false

  func validate() throws { try NamedPath.check("--results", results) }

  func run() throws {
    let paths = specs.isEmpty ? Self.committed : specs
    if removeUnused, paths.isEmpty {
      throw Problem.usage(
        "--remove-unused: there are no specs in Experiments; expected the specs that use the trials"
      )
    }
    let kept = try KeptTrials(results: results, specs: paths.flatMap(Self.profiles))
    for trial in kept.all {
      let users =
        trial.users.map { $0.isEmpty ? "no spec" : $0.joined(separator: ", ") } ?? "unknown"
      print(
        "\(trial.name.prefix(12))  \(trial.state.rawValue)  \(Self.size(trial.bytes))  \(trial.title)  (\(users))"
      )
    }
    let unused = removeUnused ? kept.removeUnused() : kept.all.filter(\.isUnused)
    print("\(results)/.trials: \(Self.sum(kept.all))")
    guard !unused.isEmpty || removeUnused else { return }
    print(
      removeUnused
        ? "removed: \(Self.sum(unused))"
        : "used by no spec: \(Self.sum(unused)); --remove-unused removes them")
  }

  private static func sum(_ trials: [KeptTrials.Kept]) -> String {
    "\(trials.count) \(trials.count == 1 ? "trial" : "trials"), \(size(trials.map(\.bytes).reduce(0, +)))"
  }

  private static func size(_ bytes: Int) -> String {
    bytes < 1 << 20
      ? "\((bytes + 1023) >> 10) KiB" : String(format: "%.1f MiB", Double(bytes) / 1_048_576)
  }

  private static var committed: [String] {
    let papers = (try? FileManager.default.contentsOfDirectory(atPath: "Experiments")) ?? []
    return papers.sorted().flatMap { paper in
      let files =
        (try? FileManager.default.contentsOfDirectory(atPath: "Experiments/\(paper)")) ?? []
      return files.filter { $0.hasSuffix(".json") }.sorted().map { "Experiments/\(paper)/\($0)" }
    }
  }

  /// A spec and what its profiles make of it, by the names of their experiments.
  private static func profiles(_ path: String) throws -> [(name: String, spec: Spec)] {
    let file = try SpecFile(path: path)
    let specs =
      [(nil, try file.spec())] + (try file.profileNames.map { ($0, try file.spec(profile: $0)) })
    return specs.map { profile, spec in
      (
        Outputs.experiment(spec, path: path, profile: profile, seeds: spec.seeds.count), spec
      )
    }
  }
}
