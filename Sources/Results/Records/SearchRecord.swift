import Basics
import Evaluation

/// All that a search tried: for each point of a grid how far it was trained and how good it was.
package struct SearchRecord: Sendable, Equatable {
  package struct Row: Sendable, Equatable {
    /// The values of the searched settings, as written in the spec.
    package let point: [String]
    /// Epochs trained, all seeds added; what continued counts once.
    package var trained = 0
    /// The longest training of a seed.
    package var epochs = 0
    /// The epoch with the best mean over seeds, and that mean; nil: it gave no numbers.
    package var best: (epoch: Int, value: Double)?

    /// Whether both say the same.
    package static func == (a: Row, b: Row) -> Bool {
      a.point == b.point && a.trained == b.trained && a.epochs == b.epochs
        && a.best?.epoch == b.best?.epoch && a.best?.value == b.best?.value
    }
  }

  /// The label of the system.
  package let system: String
  /// What was searched for, on validation data unless the spec says otherwise.
  package let metric: String
  /// Which of its values are the better ones.
  package let better: Better
  /// The names of the searched settings.
  package let settings: [String]
  /// How many points the grid has, tried or not.
  package let points: Int
  /// The points that were tried, in the grid's order.
  package private(set) var rows: [Row] = []

  /// A search in which nothing was tried yet.
  package init(
    system: String, metric: String, better: Better = .higher, settings: [String], points: Int
  ) {
    (self.system, self.metric, self.better) = (system, metric, better)
    (self.settings, self.points) = (settings, points)
  }

  /// Says how a point did after a round.
  ///
  /// - Parameters:
  ///   - epochs: of each seed, from the start.
  ///   - best: the epoch with the best mean over seeds, and that mean.
  package mutating func update(
    _ point: [String], epochs: [Int], best: (epoch: Int, value: Double)?
  ) {
    var row = Row(point: point)
    (row.trained, row.epochs, row.best) = (epochs.reduce(0, +), epochs.max() ?? 0, best)
    if let place = rows.firstIndex(where: { $0.point == point }) {
      rows[place] = row
    } else {
      rows.append(row)
    }
  }

  /// Points that gave no numbers.
  package var hopeless: Int { rows.count { row in row.best.map { _ in false } ?? true } }

  /// The points, the best first; of equals, and of those without numbers, in the grid's order.
  package var ranked: [Row] {
    rows.indices.sorted { first, second in
      let (a, b) = (rows[first].best?.value ?? .nan, rows[second].best?.value ?? .nan)
      return better.prefers(a, to: b) || !better.prefers(b, to: a) && first < second
    }.map { rows[$0] }
  }

  private var header: [String] {
    ["rank"] + settings + [metric, "best epoch", "epochs", "epochs over seeds"]
  }

  private func cells(_ value: (Double?) -> String) -> [[String]] {
    ranked.enumerated().map { place, row in
      ["\(place + 1)"] + row.point
        + [
          value(row.best?.value), row.best.map { "\($0.epoch)" } ?? "", "\(row.epochs)",
          "\(row.trained)",
        ]
    }
  }

  /// The record with all digits.
  package var csv: String { CSV.text(header: header, rows: cells { NumberText.exact($0) }) }

  /// The record for a document.
  package var markdown: String {
    let lines = ([header, header.map { _ in "---" }] + cells { NumberText.rounded($0) }).map {
      "| " + $0.map(MarkdownText.cell).joined(separator: " | ") + " |"
    }
    return """
      # Search of \(MarkdownText.heading(system))

      \(rows.count) of \(points) points tried, \(trained) epochs in all; the best mean of \(MarkdownText.escaped(metric)) over seeds.

      \(lines.joined(separator: "\n"))

      """
  }

  /// Writes `<name>.csv` and `<name>.md`.
  package func writeTables(to folder: String, name: String) throws(Problem) {
    try ResultFile.write(csv, to: "\(folder)/\(name).csv")
    try ResultFile.write(markdown, to: "\(folder)/\(name).md")
  }

  /// Draws the picture of a grid of two or three settings.
  ///
  /// Returns why no picture was drawn, if one was to be.
  package func draw(to path: String) throws -> String? {
    guard let map = HeatMap(self) else { return nil }
    return try map.write(to: path)
  }
}
