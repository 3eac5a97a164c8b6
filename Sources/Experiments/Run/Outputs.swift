import Foundation
import Results
import Schema

/// The files a spec leaves behind: tables and their tests, figures, costs, observations, curves, searches,
/// verdicts and the manifest.
public struct Outputs {
  private let spec: Spec
  private let outcome: Runner.Outcome
  private let results: String
  /// `<paper>/<experiment>`, with a suffix for a profile or another number of seeds than the spec names.
  public let experiment: String
  /// `<results>/<experiment>`, where the files go.
  public let folder: String

  /// - Parameters:
  ///   - path: The spec's file, `…/<paper>/<experiment>.json`.
  ///   - profile: The profile that was run; its results stand in a folder of their own.
  public init(
    _ spec: Spec, path: String, profile: String?, results: String, _ outcome: Runner.Outcome
  ) {
    (self.spec, self.outcome, self.results) = (spec, outcome, results)
    experiment = Self.experiment(spec, path: path, profile: profile, seeds: outcome.seeds.count)
    folder = "\(results)/\(experiment)"
  }

  /// `<paper>/<experiment>`, with a suffix for a profile or another number of seeds than the spec names.
  public static func experiment(
    _ spec: Spec, path: String, profile: String?, seeds: Int
  ) -> String {
    let file = URL(filePath: path).standardizedFileURL
    var name = file.deletingPathExtension().lastPathComponent
    if let profile { name += "-\(profile)" }
    if seeds != spec.seeds.count { name += "-seeds-\(seeds)" }
    return "\(file.deletingLastPathComponent().lastPathComponent)/\(name)"
  }

  /// Writes everything and returns the tables and verdicts as text to print, and notes: on what was not
  /// drawn, on results that were replaced, and on files that this run did not write.
  ///
  /// Throws `Problem.run` where a file cannot be written.
  public func write(profile: String?, jobs: Int) throws -> (tables: [String], notes: [String]) {
    // Two runs of one spec write the same files: each its whole set, one after the other.
    try Files.makeFolder("\(results)/.trials")
    let lock = try RunLock("\(results)/.trials/outputs.lock", say: { _ in })
    defer { lock.release() }
    Files.removeTemporaries(in: folder)
    let before = FolderFiles(of: folder)
    var texts: [String] = []
    var notes: [String] = []
    for table in spec.tables where !table.datasets.isEmpty {
      let result = table.counted(
        outcome.counts, title: spec.title, notes: outcome.dataNotes + footnotes.readings)
      try result.write(to: folder, name: table.name)
      texts.append(result.plainText)
    }
    var curves = Curve()
    for result in outcome.results { curves.append(result.curve) }
    for table in spec.tables where !table.measured.isEmpty {
      let result = try table.quantityTable(
        title: spec.title, outcome.results.map(\.record), curves, notes: footnotes.of(table))
      try result.write(to: folder, name: table.name)
      texts.append(result.plainText)
    }
    // What the paper alone has columns for is audited, not measured.
    for table in spec.tables where !table.columns.isEmpty && !spec.systems.isEmpty {
      let comparisons = try comparisons(of: table)
      let result = try resultTable(table, comparisons)
      try result.write(to: folder, name: table.name)
      try comparisons?.write(to: folder, name: table.name)
      texts.append(result.plainText)
    }
    if !spec.systems.isEmpty {
      try CostTable.make(
        title: spec.title, systems: spec.systems.map(\.label),
        records: outcome.results.map(\.record), jobs: jobs
      ).write(to: folder, name: CostTable.name)
      try ObservationTable.make(
        title: spec.title, systems: spec.systems.map(\.label),
        records: outcome.results.map(\.record)
      )?.write(to: folder, name: ObservationTable.name)
      try curves.write(to: "\(folder)/curves.csv")
    }
    for figure in spec.figures where !spec.systems.isEmpty {
      let data = try spec.content(of: figure, outcome.results.map(\.record), curves)
      try data.write(to: "\(folder)/\(figure.name).csv")
      let plot = FigurePlot(
        title: "\(spec.title): \(figure.name)", xLabel: figure.xLabel, data: data)
      if let note = try plot.write(to: "\(folder)/\(figure.name).svg") { notes.append(note) }
    }
    for (place, record) in outcome.searches.enumerated() {
      let others = outcome.searches[..<place].map { Self.fileName($0.system) }
      let label = Self.fileName(record.system)
      let name = "search-\(label)" + (others.contains(label) ? "-\(place + 1)" : "")
      if let note = try record.write(to: folder, name: name) { notes.append(note) }
    }
    try SearchComparison(outcome.searches).write(to: folder)
    if !spec.claims.isEmpty {
      let verdicts = verdicts(curves)
      try verdicts.write(to: folder)
      texts.append(verdicts.plainText)
    }
    let manifest = manifest(profile: profile, jobs: jobs)
    if let note = replacement(by: manifest) { notes.append(note) }
    try manifest.write(to: "\(folder)/manifest.json")
    let left = before.unwritten
    if !left.isEmpty {
      notes.append(
        "\(folder): not written by this run, and of no artifact of the spec unless it could not be drawn:"
          + " \(left.joined(separator: ", "))")
    }
    return (texts, notes)
  }

  /// The names, without endings, of what holds times and so differs from run to run.
  public var timed: Set<String> {
    let tables = spec.tables.filter(\.holdsTimes)
    let columns = tables.flatMap(\.measured).filter { $0.by.cost != nil }.map(\.quantity.name)
    let isClaimed = spec.claims.contains { claim in
      claim.rule?.numbers.contains { columns.contains($0.column) } ?? false
    }
    return Set([CostTable.name] + tables.map(\.name) + (isClaimed ? ["verdicts"] : []))
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
      : before.specHash != manifest.specHash ? "of another version of the spec" : nil
    return other.map {
      "\(folder): replaced results \($0), of revision \(before.provenance.gitRevision.prefix(12))"
    }
  }

  /// A label as part of a file's name: what is no letter or digit becomes a hyphen.
  static func fileName(_ label: String) -> String {
    label.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
      .joined(separator: "-")
  }

  /// Trials at once in the run that wrote the present manifest; nil where there is none.
  public var jobsBefore: Int? { (try? Manifest(reading: "\(folder)/manifest.json"))?.jobs }

  private func resultTable(
    _ table: TableSpec, _ comparisons: SignificanceReport?
  ) throws -> ResultTable {
    var published: [String: [String: Double]] = [:]
    for value in table.published {
      published[value.system, default: [:]][value.metric.name] = value.value
    }
    return try ResultTable(
      title: spec.title, metrics: table.columns.map(\.name),
      systems: spec.systems(of: table).map(\.label), published: published,
      records: outcome.results.map(\.record),
      notes: (comparisons?.footnotes ?? []) + footnotes.orders(in: table) + footnotes.of(table),
      better: table.columns.map(\.better))
  }

  private var footnotes: Footnotes { Footnotes(spec: spec, outcome: outcome) }

  private func comparisons(of table: TableSpec) throws -> SignificanceReport? {
    guard let significance = table.significance else { return nil }
    return try TableSignificance(significance, results: outcome.results, folder: outcome.trials)
      .compare(systems: spec.systems(of: table).map(\.label), metrics: table.columns)
  }

  private func verdicts(_ curves: Curve) -> VerdictList {
    let published = spec.publishedNumbers
    let records = outcome.results.map(\.record)
    let measured = MeasuredNumbers(
      records: records + spec.tables.flatMap { $0.quantityRecords(records, curves) },
      curves: curves,
      counts: spec.tables.flatMap { $0.countedNumbers(outcome.counts) })
    return VerdictList(
      title: spec.title,
      claims: spec.claims.map { $0.judged(published: published, measured: measured) })
  }

  private func manifest(profile: String?, jobs: Int) -> Manifest {
    let facts = MachineFacts.current()
    var manifest = Manifest()
    manifest.experiment = experiment
    manifest.profile = profile ?? ""
    manifest.specHash = SHA256.hex(of: spec.encoded().canonicalText)
    manifest.dataHash = outcome.dataDigest
    manifest.provenance = facts.provenance
    manifest.jobs = jobs
    manifest.trials = outcome.results.map(\.record.identity)
    for result in outcome.results {
      let record = result.record
      for duration in record.durations {
        manifest.durations.append(
          NamedValue("\(record.system), seed \(record.seed), \(duration.name)", duration.value))
      }
    }
    manifest.peakMemory = outcome.results.map(\.record.peakMemory).max() ?? 0
    return manifest
  }
}
