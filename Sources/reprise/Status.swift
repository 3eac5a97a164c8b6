import ArgumentParser
import Basics
import Experiments
import Foundation
import Results

/// Tells how a run of a spec stands, from another terminal.
struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Tell how a run of a spec stands: trials done, running and failed, and the time left.",
    discussion:
      "Beside each running trial stands when it was last heard of, also where the run is on"
      + " another machine that shares the folder of results."
  )

  @OptionGroup var options: SpecOptions

  func run() throws {
    let spec = try options.read()
    let path = RunStatus.path(options.experiment(spec), results: options.results)
    let isThere = FileManager.default.fileExists(atPath: path)
    guard isThere, case let status = try RunStatus(reading: path), !status.isOver else {
      let results = "\(options.results)/\(options.experiment(spec))/manifest.json"
      let manifest = try? Manifest(reading: results)
      let left = "`reprise why \(options.spec)` tells what is left to do"
      print(
        "\(options.experiment(spec)): no run is going on; "
          + (manifest.map {
            "the last one wrote \($0.trials.count) trials"
              + ($0.gaps.isEmpty ? "" : ", \($0.gaps.count) rows with gaps; \(left)")
          } ?? "it has no results; \(left)"))
      return
    }
    let lines = status.lines(now: Date.now.timeIntervalSince1970)
    print("\(options.experiment(spec)), \(lines[0])")
    for line in lines.dropFirst() { print("  \(line)") }
  }
}
