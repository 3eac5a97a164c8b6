import ArgumentParser
import Experiments
import Schema

/// Decodes and validates specs and counts their fits; trains nothing.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Decode and validate specs and count what they train; nothing is trained.",
    discussion: "Every profile of a spec is checked as well. All files are checked, even after one "
      + "is refused.")

  @Argument(help: "The specs.", completion: .file(extensions: ["json"]))
  var specs: [String]

  @Option(help: "Check only the spec as changed by this profile.")
  var profile: String?

  func run() throws {
    var first: Problem?
    for path in specs {
      do throws(Problem) {
        try check(path)
      } catch {
        Failure.report(error)
        first = first ?? error
      }
    }
    if let first { throw ExitCode(first.exitCode) }
  }

  private func check(_ path: String) throws(Problem) {
    let file = try SpecFile(path: path)
    if let profile {
      print("\(path), profile \(profile): \(try summary(file.spec(profile: profile)))")
      return
    }
    let spec = try file.spec()
    print("\(path): \(spec.title)")
    print("  \(try summary(spec))")
    for name in file.profileNames {
      print("  profile \(name): \(try summary(file.spec(profile: name)))")
    }
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
