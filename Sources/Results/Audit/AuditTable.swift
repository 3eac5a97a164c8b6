import Evaluation

/// A published table as the audit sees it: numbers with the digits they are printed with, what each
/// column measures, and the definitions that the paper declares.
package struct AuditTable: Sendable {
  package struct Column: Sendable, Equatable {
    /// The name in the spec: a metric's canonical one, or a quantity's.
    package let name: String
    package let measure: Measure

    /// A named column.
    package init(_ name: String, _ measure: Measure) { (self.name, self.measure) = (name, measure) }

    /// For readers: `P@5`.
    var heading: String { MetricHeading.text(for: name) }
  }

  /// What a row stands for.
  package enum Rows: String, CaseIterable, Sendable {
    /// One of the compared systems, by its label.
    case system
    /// A data set, by its name.
    case dataset
  }

  /// The spec's file, as the user named it.
  package let file: String
  /// The paper, by what is the same in all specs of it.
  package let document: String
  package let name: String
  /// What a row stands for.
  package let rows: Rows
  /// What the columns measure.
  package let columns: [Column]
  /// The rows' labels.
  package let labels: [String]
  /// How the paper says it computed them.
  package let definitions: PublishedDefinitions

  private let numbers: [[PrintedNumber?]]

  /// Puts a table together.
  ///
  /// - Parameter number: The number printed in the row of a label and the column of a name.
  package init(
    file: String, document: String, name: String, rows: Rows = .system, columns: [Column],
    labels: [String], definitions: PublishedDefinitions = PublishedDefinitions(),
    number: (_ label: String, _ column: String) -> PrintedNumber?
  ) {
    (self.file, self.document, self.name, self.rows) = (file, document, name, rows)
    (self.columns, self.labels, self.definitions) = (columns, labels, definitions)
    numbers = labels.map { label in columns.map { number(label, $0.name) } }
  }

  /// The number of a cell, by places; nil when none is printed.
  func number(_ row: Int, _ column: Int) -> PrintedNumber? { numbers[row][column] }

  /// The columns of one kind with a cut-off, the shortest list first; a whole ranking comes last.
  func columns(_ kind: Measure.Kind) -> [Int] {
    columns.indices.filter { columns[$0].measure.kind == kind }
      .sorted { depth(of: $0) < depth(of: $1) }
  }

  /// The first column of this measure.
  func column(_ kind: Measure.Kind, at cutoff: Int? = nil) -> Int? {
    columns.firstIndex { $0.measure == Measure(kind, at: cutoff) }
  }

  /// The cut-offs for which there is a column of every one of these kinds.
  func cutoffs(_ kinds: Measure.Kind...) -> [Int] {
    let sets = kinds.map { kind in Set(columns(kind).compactMap { columns[$0].measure.cutoff }) }
    guard let first = sets.first else { return [] }
    return sets.dropFirst().reduce(first) { $0.intersection($1) }.sorted()
  }

  /// For readers: `P@5 0.2272`, with the printed digits.
  func text(_ row: Int, _ column: Int) -> String {
    "\(columns[column].heading) \(numbers[row][column]?.text ?? "–")"
  }

  /// For readers: `UR-GAN: MRR@5 0.7784, MRR@20 0.7593`.
  func text(_ row: Int, _ columns: [Int]) -> String {
    "\(labels[row]): " + columns.map { text(row, $0) }.joined(separator: ", ")
  }

  /// N, or the greatest number for a whole ranking.
  func depth(of column: Int) -> Int { columns[column].measure.cutoff ?? .max }
}
