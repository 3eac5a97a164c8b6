import ArgumentParser
import Basics
import Datasets
import Experiments

/// Decodes and validates specs and counts their fits; trains nothing.
struct Check: AsyncParsableCommand, KernelUser {
  /// It says how long a run takes: with the kernels that a run would have.
  static let acceptsWrongKernels = true

  static let configuration = CommandConfiguration(
    abstract: "Decode and validate specs and count what they train; nothing is trained.",
    discussion: """
      Every profile of a spec is checked as well. All files are checked, even after one is refused.
      Where the data are at hand, the memory and the time that the trials take on this machine are
      estimated from their sizes; nothing is fetched.
      """)

  @Argument(help: "The specs, or folders of them.", completion: .file(extensions: ["json"]))
  var specs: [String]

  @Option(help: "Check only the spec as changed by this profile.")
  var profile: String?

  @Option(help: "The folder that holds data sets.", completion: .directory)
  var data: String?

  func run() async throws {
    var first: Problem?
    var sizes = KnownSizes(DataFolders(option: data))
    for path in try SpecPaths.files(specs) {
      do throws(Problem) {
        try await check(path, &sizes)
      } catch {
        Failure.report(error)
        first = first ?? error
      }
    }
    if let first { throw ExitCode(first.exitCode) }
  }

  private func check(_ path: String, _ sizes: inout KnownSizes) async throws(Problem) {
    let file = try SpecFile(path: path)
    if let profile {
      let spec = try file.spec(profile: profile)
      try file.checkResultsFolder(spec, profile: profile)
      print("\(path), profile \(profile): \(try summary(spec))")
      await printEstimate(spec, &sizes)
      return
    }
    let spec = try file.spec()
    try file.checkResultsFolder(spec, profile: nil)
    print("\(path): \(spec.title)")
    print("  \(try summary(spec))")
    await printEstimate(spec, &sizes)
    for name in file.profileNames {
      let changed = try file.spec(profile: name)
      try file.checkResultsFolder(changed, profile: name)
      var line = "  profile \(name): \(try summary(changed))"
      if !changed.systems.isEmpty, let estimate = try? await SpecEstimate(changed, &sizes) {
        line += "; \(whole(estimate))"
      }
      print(line)
    }
  }

  /// A line for each system and one for all; why there are none where the data are not at hand.
  private func printEstimate(_ spec: Spec, _ sizes: inout KnownSizes) async {
    guard !spec.systems.isEmpty else { return }
    do throws(Problem) {
      let estimate = try await SpecEstimate(spec, &sizes)
      for system in estimate.systems {
        print(
          "    \(system.label): \(ByteCount.text(system.bytes)) and\(system.mayEndEarly ? " at most" : "")"
            + " \(TimeText.text(system.seconds / Double(max(1, system.trials)))) a trial,"
            + " \(counted(system.trials, "trial"))")
      }
      print("    \(whole(estimate))")
    } catch {
      print("    sizes unknown: \(error.message)")
    }
  }

  private func whole(_ estimate: SpecEstimate) -> String {
    "\(estimate.mayEndEarly ? "at most" : "about") \(TimeText.text(estimate.seconds)) on \(counted(SpecEstimate.cores, "core")) and up to"
      + " \(ByteCount.text(estimate.bytes)) a trial"
  }

  private func summary(_ spec: Spec) throws(Problem) -> String {
    let datasets = spec.tables.flatMap(\.datasets).count
    let counting = datasets == 0 ? [] : ["\(counted(datasets, "data set")) to count"]
    if spec.systems.isEmpty {
      let audited = [
        counted(spec.tables.count, "published table"), counted(spec.claims.count, "claim"),
      ].joined(separator: ", ")
      return (["\(audited), to audit"] + counting).joined(separator: "; ")
    }
    let count = try TrialCount(spec)
    let parts =
      [
        counted(spec.systems.count, "system"), counted(spec.seeds.count, "seed"),
        counted(count.total, "fit"),
      ].joined(separator: ", ") + counting.map { ", \($0)" }.joined()
    return count.search == 0
      ? parts : "\(parts) (\(count.search) to choose by, \(count.final) to report)"
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
