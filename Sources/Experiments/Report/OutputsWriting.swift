import Basics
import Results

/// The writing of a spec's files, one after another: each that fails is a problem, and the rest
/// goes on.
struct OutputsWriting {
  /// Where the files go.
  let folder: String
  /// Whether anything can be written there.
  var isOn = true
  var written = Outputs.Written()
  private var draws = true

  /// A folder in which nothing has been written yet.
  init(folder: String) { self.folder = folder }

  /// What `make` makes; nil, and a problem noted, when it throws.
  mutating func attempt<Made>(_ make: () throws -> Made) -> Made? {
    do { return try make() } catch {
      let problem = error as? Problem ?? .run("\(folder): \(error)")
      // A disk that is full is full for every file.
      if problem.kind == .space { isOn = false }
      written.problems.append(problem)
      return nil
    }
  }

  /// Writes a file or several into the folder, as long as that can be written to.
  mutating func put(_ write: (_ folder: String) throws -> Void) {
    guard isOn else { return }
    let folder = folder
    _ = attempt { try write(folder) }
  }

  /// Prints a table and writes its files, if it could be made.
  mutating func add(_ table: ResultTable?, _ name: String) {
    guard let table else { return }
    written.tables.append(table.plainText)
    put { try table.writeForPrint(to: $0, name: name) }
  }

  /// Draws a picture and notes why not, if it was not. After one that hung no other is tried.
  mutating func draw(_ name: String, _ write: (_ path: String) throws -> String?) {
    guard isOn, draws else { return }
    let path = "\(folder)/\(name).svg"
    var isHanging = false
    let note = attempt {
      do { return try write(path) } catch is PictureTimeout {
        isHanging = true
        throw Problem.run("\(path): gnuplot hangs and was ended; no other picture is drawn")
      } catch let problem as Problem {
        throw Problem(problem.kind, "\(path): not drawn: \(problem.message)")
      }
    }
    draws = !isHanging
    if let note = note ?? nil { written.notes.append(note) }
  }
}

extension Outputs {
  private var records: [TrialRecord] { outcome.results.map(\.record) }

  /// Who and what was tested, by data set and seed.
  func split(_ writing: inout OutputsWriting) {
    guard !spec.systems.isEmpty else { return }
    writing.put { try SplitFile(spec, outcome).write(to: $0) }
  }

  /// What the systems took and found out, and their learning curves.
  func costs(jobs: Int, _ curves: Curve, _ writing: inout OutputsWriting) {
    guard !spec.systems.isEmpty else { return }
    let systems = spec.systems.map(\.label)
    writing.put {
      try CostTable.make(title: spec.title, systems: systems, records: records, jobs: jobs)
        .write(to: $0, name: CostTable.name)
    }
    writing.put {
      try ObservationTable.make(title: spec.title, systems: systems, records: records)?
        .write(to: $0, name: ObservationTable.name)
    }
    writing.put {
      let folds = spec.systems.flatMap { system in
        outcome.results.filter { $0.record.system == system.label }.flatMap(\.folds)
      }
      try FoldTable.make(
        title: spec.title, metrics: spec.metrics.map(\.name),
        folds: folds.map { FoldTable.Fold(name: $0.name, record: $0.result.record) }
      )?.write(to: $0, name: FoldTable.name)
    }
    writing.put { try curves.write(to: "\($0)/curves.csv") }
  }

  func figures(_ curves: Curve, _ writing: inout OutputsWriting) {
    for figure in spec.figures where !spec.systems.isEmpty {
      guard let data = writing.attempt({ try spec.content(of: figure, records, curves) }) else {
        continue
      }
      writing.put { try data.write(to: "\($0)/\(figure.name).csv") }
      let plot = FigurePlot(title: "\(spec.title): \(figure.name)", data: data)
      writing.draw(figure.name) { try plot.write(to: $0) }
    }
  }

  /// What the pipeline found, step after step.
  func pipelines(_ writing: inout OutputsWriting) {
    guard let reports = writing.attempt({ try outcome.pipelines.reports(spec, outcome.seeds) })
    else { return }
    for report in reports {
      writing.put { try report.write(to: $0) }
      if report.isDrawn { writing.draw(report.name) { try report.draw(to: $0) } }
    }
  }

  func searches(_ writing: inout OutputsWriting) {
    let files = LabelFiles(spec.systems.map(\.label))
    for record in outcome.searches {
      let name = "search-" + files.name(of: record.system)
      writing.put { try record.writeTables(to: $0, name: name) }
      writing.draw(name) { try record.draw(to: $0) }
    }
    writing.put { try SearchComparison(outcome.searches).write(to: $0) }
  }
}
