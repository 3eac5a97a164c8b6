import Basics
import Foundation
import Results

/// The files a spec leaves behind: tables and their tests, what was tested, figures, costs,
/// observations, curves, searches, verdicts and the manifest.
package struct Outputs {
  let spec: Spec
  let outcome: Runner.Outcome
  let results: String
  /// `<paper>/<experiment>`, with a suffix for a profile or another number of seeds than the spec
  /// names.
  package let experiment: String
  /// `<results>/<experiment>`, where the files go.
  package let folder: String

  /// - Parameters:
  ///   - path: The spec's file, `…/<paper>/<experiment>.json`.
  ///   - profile: The profile that was run; its results stand in a folder of their own.
  package init(
    _ spec: Spec, path: String, profile: String?, results: String, _ outcome: Runner.Outcome
  ) {
    (self.spec, self.outcome, self.results) = (spec, outcome, results)
    experiment = Self.experiment(spec, path: path, profile: profile, seeds: outcome.seeds.count)
    folder = "\(results)/\(experiment)"
  }

  /// `<paper>/<experiment>`, with a suffix for a profile or another number of seeds than the spec
  /// names.
  package static func experiment(
    _ spec: Spec, path: String, profile: String?, seeds: Int
  ) -> String {
    let file = URL(filePath: path).standardizedFileURL
    var name = file.deletingPathExtension().lastPathComponent
    if let profile { name += "-\(profile)" }
    if seeds != spec.seeds.count { name += "-seeds-\(seeds)" }
    return "\(file.deletingLastPathComponent().lastPathComponent)/\(name)"
  }

  package struct Written {
    /// The tables and verdicts, as text to print.
    package var tables: [String] = []
    /// On what was not drawn, on results that were replaced, and on files that this run did not
    /// write.
    package var notes: [String] = []
    /// What could not be made or written, the first first.
    package var problems: [Problem] = []
  }

  /// Writes everything. What cannot be made or written costs itself alone: the rest is written.
  package func write(profile: String?, jobs: Int) -> Written {
    var writing = OutputsWriting(folder: folder)
    // Two runs of one spec write the same files: each its whole set, one after the other.
    let lock = writing.attempt {
      try Files.makeFolder("\(results)/.trials")
      try Files.makeFolder(folder)
      return try RunLock("\(results)/.trials/outputs.lock", say: { _ in })
    }
    defer { lock?.release() }
    writing.isOn = lock != nil
    Files.removeTemporaries(in: folder)
    let before = FolderFiles(of: folder)
    let curves = curves
    for table in spec.tables { table.kind?.write(report(curves), &writing) }
    split(&writing)
    costs(jobs: jobs, curves, &writing)
    figures(curves, &writing)
    searches(&writing)
    pipelines(&writing)
    if !spec.claims.isEmpty {
      let verdicts = verdicts(curves)
      writing.written.tables.append(verdicts.plainText)
      writing.put { try verdicts.write(to: $0) }
    }
    let manifest = manifest(profile: profile, jobs: jobs)
    if let note = replacement(by: manifest) { writing.written.notes.append(note) }
    writing.put { try manifest.write(to: "\($0)/manifest.json") }
    let left = before.unwritten
    if writing.isOn, !left.isEmpty {
      writing.written.notes.append(
        "\(folder): not written by this run, and of no artifact of the spec unless it could not be drawn:"
          + " \(left.joined(separator: ", "))")
    }
    return writing.written
  }

  /// The names, without endings, of what holds times and so differs from run to run.
  package var timed: Set<String> {
    let tables = spec.tables.filter { $0.kind?.timedColumns.isEmpty == false }
    let columns = tables.flatMap { $0.kind?.timedColumns ?? [] }
    let isClaimed = spec.claims.contains { claim in
      claim.rule?.numbers.contains { columns.contains($0.column) } ?? false
    }
    return Set([CostTable.name] + tables.map(\.name) + (isClaimed ? ["verdicts"] : []))
  }

  /// Whether a claim is inconclusive, so that more seeds may decide it.
  package var isUndecided: Bool { verdicts(curves).isUndecided }

  private var curves: Curve {
    var curves = Curve()
    for result in outcome.results { curves.append(result.curve) }
    return curves
  }

  private func report(_ curves: Curve) -> ReportSources {
    ReportSources(spec: spec, outcome: outcome, curves: curves)
  }

  /// A note on results of another spec or other data that were in the folder.
  private func replacement(by manifest: Manifest) -> String? {
    let path = "\(folder)/manifest.json"
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    guard let before = try? Manifest(reading: path) else {
      return "\(folder): replaced results whose manifest cannot be read"
    }
    let other =
      before.dataHash != manifest.dataHash
      ? "of other data"
      : before.specHash != manifest.specHash
        ? "of another version of the spec"
        : before.gaps.count < manifest.gaps.count ? "with fewer gaps" : nil
    return other.map {
      "\(folder): replaced results \($0), of revision \(before.provenance.gitRevision.prefix(12))"
    }
  }

  /// By which rule seeds were added to these trials when their results were written to a folder:
  /// claims on them are judged by its intervals ever after.
  package static func looks(of outcome: Runner.Outcome, in folder: String) -> SeedLooks? {
    guard let manifest = try? Manifest(reading: "\(folder)/manifest.json"),
      manifest.trials == outcome.identities
    else { return nil }
    return SeedLooks(manifest)
  }

  /// Trials at once in the run that wrote the present manifest; nil where there is none.
  package var jobsBefore: Int? { (try? Manifest(reading: "\(folder)/manifest.json"))?.jobs }

  private func verdicts(_ curves: Curve) -> VerdictList {
    let published = spec.publishedNumbers
    let report = report(curves)
    let tables = spec.tables.compactMap { $0.kind?.numbers(report) }
    let measured = MeasuredNumbers(
      records: report.records + tables.flatMap(\.records), curves: curves,
      counts: tables.flatMap(\.counts), countColumns: spec.countColumns, looks: outcome.looks)
    var otherCurves = Curve()
    for other in outcome.others { otherCurves.append(other.curve) }
    let others = MeasuredNumbers(records: outcome.others.map(\.record), curves: otherCurves)
    return VerdictList(
      title: spec.title,
      claims: spec.claims.map {
        $0.judged(published: published, measured: measured, others: others)
      }, looks: outcome.looks)
  }

  private func manifest(profile: String?, jobs: Int) -> Manifest {
    let facts = MachineFacts.current()
    var manifest = Manifest()
    manifest.experiment = experiment
    manifest.profile = profile ?? ""
    manifest.specHash = spec.hash
    manifest.dataHash = outcome.dataDigest
    manifest.provenance = facts.provenance
    manifest.jobs = jobs
    manifest.looks = outcome.looks?.counts ?? []
    manifest.trials = outcome.identities
    manifest.gaps = outcome.gaps.map(\.text)
    for result in outcome.results {
      let folds = result.folds.map { ("\($0.name), ", $0.result) }
      for (fold, one) in folds.isEmpty ? [("", result)] : folds {
        for duration in one.record.durations {
          let name = "\(one.record.system), seed \(one.record.seed), \(fold)\(duration.name)"
          manifest.durations.append(NamedValue(name, duration.value))
        }
      }
    }
    manifest.peakMemory = outcome.results.map(\.record.peakMemory).max() ?? 0
    return manifest
  }
}
