import Basics
import Evaluation

/// What each user's list was worth in the final evaluation of a trial, so that no later test of
/// significance needs training.
///
/// The file `users-<measurement>.h5` beside the record holds `/users`, the users' ids as the data
/// set writes them; `/metrics`, the canonical names of the metrics that have a value per user; and
/// `/values`, float64 [metrics, users], NaN for a user for whom the metric is not defined. It ends
/// with the ``Seal``.
package struct UserValues: Sendable, Equatable {
  /// The identity of the trial.
  package let trial: String
  /// The epoch after which the values were measured, the last one.
  package let epoch: Int
  /// The ids of the users that were ranked.
  package let users: [String]
  /// The metrics that have a value per user.
  package let metrics: [String]
  /// Each metric's values, in the order of `users`.
  package let values: [[Double]]

  private static let format = SealedFormat("user table", version: 1)

  /// The values of a report; `ids` names the users of the data set by their rows.
  init(_ report: EvaluationReport, of trial: String, at epoch: Int, ids: [String]) {
    let metrics = report.metrics.filter { report.perUser[$0] != nil }
    (self.trial, self.epoch) = (trial, epoch)
    users = report.users.map { ids[$0] }
    self.metrics = metrics.map(\.name)
    values = metrics.compactMap { report.perUser[$0] }
  }

  /// The mean of each user's values over the folds that test him; of one fold its own.
  init(meanOf folds: [UserValues]) {
    guard folds.count > 1 else {
      self = folds[0]
      return
    }
    (trial, epoch) = (folds.map(\.trial).joined(separator: " "), folds[0].epoch)
    metrics = folds[0].metrics.filter { metric in folds.allSatisfy { $0.metrics.contains(metric) } }
    var met: Set<String> = []
    let users = folds.flatMap(\.users).filter { met.insert($0).inserted }
    self.users = users
    values = metrics.map { metric in
      let tables = folds.map { $0.values(of: metric) ?? [:] }
      return users.map { user in
        let own = tables.compactMap { $0[user] }.filter { !$0.isNaN }
        return own.isEmpty ? .nan : own.reduce(0, +) / Double(own.count)
      }
    }
  }

  /// The values of a metric by user; nil when it has none.
  package func values(of metric: String) -> [String: Double]? {
    guard let place = metrics.firstIndex(of: metric) else { return nil }
    return Dictionary(zip(users, values[place])) { first, _ in first }
  }

  /// Writes the file, whole or not at all.
  ///
  /// - Throws: `Problem.run` when it cannot be written.
  func write(to path: String) throws {
    let bytes = try Self.format.bytes(named: path) { file in
      try file.setAttribute("trial", trial)
      try file.setAttribute("epoch", epoch)
      try file.write(users, to: "/users")
      try file.write(metrics, to: "/metrics")
      try file.write(
        values.flatMap(\.self), shape: [metrics.count, users.count], to: "/values")
    }
    try Files.writeAtomically(bytes, to: path)
  }

  /// Reads the file at `path`.
  ///
  /// - Throws: `Problem.data` when it is missing, truncated, damaged, foreign or of another format.
  package init(reading path: String) throws {
    let bytes = try Files.read(path)
    self = try Self.format.reading(bytes, from: path) { file in
      let damaged = Problem.data("\(path): damaged: users, metrics and values do not fit together")
      guard case .texts(let users) = file["/users"], case .texts(let metrics) = file["/metrics"],
        case .doubles(let shape, let all) = file["/values"], shape == [metrics.count, users.count]
      else { throw damaged }
      return UserValues(
        trial: try file.text("trial"), epoch: try file.integer("epoch"), users: users,
        metrics: metrics,
        values: metrics.indices.map {
          Array(all[($0 * users.count)..<(($0 + 1) * users.count)])
        })
    }
  }

  /// Values of these parts; `values` has a row a metric, of a number a user.
  init(trial: String, epoch: Int, users: [String], metrics: [String], values: [[Double]]) {
    (self.trial, self.epoch, self.users) = (trial, epoch, users)
    (self.metrics, self.values) = (metrics, values)
  }
}
