import Basics
import Datasets

/// What was understood of data that a spec names: as read, column by column, event by event, part
/// by part.
package struct DataDescription: Sendable {
  /// A heading and the lines below it.
  package struct Section: Sendable, Equatable {
    /// In a few words.
    package let heading: String
    /// What there is to say.
    package let lines: [String]
  }

  /// From what was read to what is tested.
  package private(set) var sections: [Section] = []
  /// Why the data cannot be used as the spec asks; nil where they can. What is known all the same
  /// stands in the sections.
  package private(set) var problem: Problem?

  /// How many records are shown.
  private static let shown = 5

  /// Describes data of a spec, and how a seed divides them.
  package init(_ use: DataUse, _ dataset: Dataset, seed: Int) {
    let purpose = use.isDivided ? "used by" : "counted as"
    add("\(use.settings)", ["\(purpose) \(use.labels.joined(separator: ", "))"])
    add("As read", DatasetSummary(dataset).text.split(separator: "\n").map(String.init))
    let preview = RecordPreview(dataset, use.settings, first: Self.shown)
    add(
      "First \(preview.rows.count) of \(dataset.events.count) records",
      TextGrid.lines([preview.header] + preview.rows, widest: 40))
    add("Columns beyond user, item, rating and time", Self.columns(dataset))
    do throws(Problem) {
      if !use.settings.areRecords, use.settings.split.method != .files || !use.isDivided {
        add("Interactions", try Self.interactions(use.settings, dataset))
      }
      guard let task = use.task else { return }
      let data = try DividedData(use.settings, for: task, dataset, seeds: [seed])
      let notes = SplitNotes([DataFacts(data)], seeds: [seed])
      add("Parts, seed \(seed)", notes?.lines("", reachBelow: 1) ?? [])
    } catch {
      problem = error
    }
  }

  /// Adds a section, unless there is nothing to say.
  private mutating func add(_ heading: String, _ lines: [String]) {
    guard !lines.isEmpty else { return }
    sections.append(Section(heading: heading, lines: lines))
  }

  /// The whole, for a terminal.
  package var text: String {
    sections.map { section in
      ([section.heading] + section.lines.map { "  " + $0 }).map(\.controlsEscaped)
        .joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  private static func columns(_ dataset: Dataset) -> [String] {
    TextGrid.lines(dataset.columns.map { [$0.name, $0.summary] })
  }

  /// From events to pairs, a line a step.
  private static func interactions(
    _ settings: DataSettings, _ dataset: Dataset
  ) throws(Problem) -> [String] {
    let counts = try SelectionCounts(
      dataset, feedback: settings.feedback, duplicates: settings.duplicates ?? .first)
    let users = try DatasetCounts(dataset, feedback: settings.feedback)
    var lines = [
      "\(counts.events) events",
      "\(counts.refused) left out by the feedback rule (\(settings.feedback))",
      settings.duplicates?.keepsAll == true
        ? "\(counts.repeats) repeat a pair of user and item, and are kept"
        : "\(counts.repeats) merged as repeats of a pair of user and item",
    ]
    if let minimum = settings.minimum {
      lines.append("\(counts.tooFew) left out: not of \(minimum.description)")
    }
    lines.append(
      "\(counts.interactions) interactions of \(users.users) users and \(users.items) items")
    if let sample = settings.sample { lines.append("\(sample) drawn as a sample") }
    return lines
  }
}

/// Cells as lines of text, each column as wide as its widest cell.
enum TextGrid {
  /// The lines of these rows. Control characters are escaped.
  ///
  /// - Parameter widest: after so many characters a cell is cut.
  static func lines(_ rows: [[String]], widest: Int = .max) -> [String] {
    let cells = rows.map { row in
      row.map { cell in
        let plain = cell.controlsEscaped
        return plain.count > widest ? plain.prefix(widest - 1) + "…" : plain
      }
    }
    let columns = cells.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      cells.compactMap { $0.indices.contains(column) ? $0[column].count : nil }.max() ?? 0
    }
    return cells.map { row in
      var line = ""
      for (cell, width) in zip(row, widths) {
        line += cell + String(repeating: " ", count: width - cell.count + 2)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
