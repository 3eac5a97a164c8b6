import Basics

/// Finds the cells in which two CSV files of results differ.
struct CSVComparison {
  let file: String
  /// The share of a row's measured value by which its numbers may differ; nil: by nothing.
  let tolerance: Double?

  /// The columns that say what a row is about.
  private static let keys: Set = [
    "system", "reference", "seed", "epoch", "metric", "claim", "table",
  ]
  /// The columns that hold what was measured, or follows from it.
  private static let measured: Set = ["mean", "value", "sd", "difference"]

  /// Whether the numbers of a file with this header can be compared within a tolerance: whether
  /// each row has a measured value beside what may be compared exactly.
  static func hasMeasurements(_ header: [String]) -> Bool {
    (header.contains("mean") || header.contains("value"))
      && header.allSatisfy {
        keys.contains($0) || measured.contains($0)
          || ["definition", "published", "seeds"].contains($0)
      }
  }

  /// The cells that differ, in the order of the committed rows, then rows that are new.
  ///
  /// Rows are matched by what they are about, or by their order where that does not tell them
  /// apart.
  func differences(
    _ committed: (header: [String], rows: [CSV.Row]), _ now: (header: [String], rows: [CSV.Row])
  ) -> [Difference] {
    let header = committed.header
    guard header == now.header else {
      return [
        Difference(
          file: file, place: "line 1", committed: header.joined(separator: ","),
          now: now.header.joined(separator: ","))
      ]
    }
    var differences: [Difference] = []
    let (old, new) = (named(committed.rows, header), named(now.rows, header))
    let newByName = Dictionary(new) { first, _ in first }
    for (name, row) in old {
      if let other = newByName[name] {
        differences += cells(name, row.fields, other.fields, header)
      } else {
        differences.append(Difference(file: file, place: name, committed: "a row", now: nil))
      }
    }
    let names = Set(old.map(\.0))
    for (name, _) in new where !names.contains(name) {
      differences.append(Difference(file: file, place: name, committed: nil, now: "a row"))
    }
    return differences
  }

  /// Each row with what it is about: `UR-GAN, precision@5`, or its place in the file.
  private func named(_ rows: [CSV.Row], _ header: [String]) -> [(String, CSV.Row)] {
    let columns = header.indices.filter { Self.keys.contains(header[$0]) }
    let names = rows.map { row in
      columns.map { column in
        let field = row.fields[column]
        return Int(field) == nil ? field : "\(header[column]) \(field)"
      }.joined(separator: ", ")
    }
    guard !columns.isEmpty, Set(names).count == names.count else {
      return rows.enumerated().map { ("row \($0.offset + 1)", $0.element) }
    }
    return Array(zip(names, rows))
  }

  private func cells(
    _ name: String, _ old: [String], _ new: [String], _ header: [String]
  ) -> [Difference] {
    let main = header.firstIndex { $0 == "mean" || $0 == "value" }
    let sizes = main.map { [old[$0], new[$0]].compactMap(Double.init).map(abs) } ?? []
    let allowed = (tolerance ?? 0) * (sizes.max() ?? 0)
    return header.indices.compactMap { column in
      guard old[column] != new[column] else { return nil }
      if Self.measured.contains(header[column]), let a = Double(old[column]),
        let b = Double(new[column]), abs(a - b) <= allowed
      {
        return nil
      }
      return Difference(
        file: file, place: "\(name), \(header[column])", committed: old[column], now: new[column])
    }
  }
}
