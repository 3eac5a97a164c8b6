import Basics

/// Learning curves in long form: what was measured, of which system and seed, after which epoch.
///
/// The file is `system,seed,epoch,metric,value`. It holds no times, and numbers with all their
/// digits: the same trial gives the same bytes, whether interrupted or not.
package struct Curve: Sendable, Equatable {
  package struct Point: Sendable, Equatable {
    /// The label of the system.
    package let system: String
    package let seed: Int
    /// Epochs trained when it was measured.
    package let epoch: Int
    package let metric: String
    /// What was measured; may be NaN.
    package let value: Double

    package init(system: String, seed: Int, epoch: Int, metric: String, value: Double) {
      self.system = system
      self.seed = seed
      self.epoch = epoch
      self.metric = metric
      self.value = value
    }
  }

  /// The measurements, in the order in which they were made.
  package private(set) var points: [Point]

  /// A curve of these measurements.
  package init(_ points: [Point] = []) {
    self.points = points
  }

  package mutating func append(_ point: Point) { points.append(point) }

  /// Adds the measurements of another trial.
  package mutating func append(_ other: Curve) { points += other.points }

  /// Forgets what was measured after `epoch`: a resumed trial will measure it again.
  package mutating func removePoints(after epoch: Int) { points.removeAll { $0.epoch > epoch } }

  /// The text of the file.
  package var csv: String {
    CSV.text(
      header: Self.header,
      rows: points.map {
        [$0.system, String($0.seed), String($0.epoch), $0.metric, NumberText.exact($0.value)]
      })
  }

  /// Reads the text of a file.
  ///
  /// - Throws: `Problem.data` with file, line and column for anything that is not such a file.
  package init(parsing bytes: [UInt8], file: String) throws(Problem) {
    points = []
    for row in try CSV.parse(bytes, header: Self.header, file: file) {
      points.append(
        Point(
          system: row.fields[0], seed: try row.count(1, "seed"), epoch: try row.count(2, "epoch"),
          metric: row.fields[3], value: try row.number(4, "value")))
    }
  }

  /// Reads the curve at `path`.
  package init(reading path: String) throws(Problem) {
    try self.init(parsing: Files.read(path), file: path)
  }

  /// Writes the curve, whole or not at all; the folder is made if it is missing.
  package func write(to path: String) throws(Problem) {
    try ResultFile.write(csv, to: path)
  }

  private static let header = ["system", "seed", "epoch", "metric", "value"]
}
