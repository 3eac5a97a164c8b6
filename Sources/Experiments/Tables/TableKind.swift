import Basics
import Results

/// One kind of table: what it takes of its spec, and how it is made of what was measured.
///
/// A table is of the first kind of ``TableList`` that recognises it; one that none does is audited
/// alone. A new kind is a file with such a type, its keys among it, and a name there.
protocol TableKind: Sendable {
  /// The keys that it has beside those of every table; `table[Self.self]` are their values.
  associatedtype Keys: Settings = NoKeys

  /// Nil where the table is of another kind.
  init?(_ table: TableSpec)

  /// Refuses keys of every table that the kind does not use, and columns that it cannot show; `json`
  /// is the table in its spec.
  func check(_ json: JSON) throws(Problem)

  /// Refuses rows and columns that the spec does not have; `place` is the table.
  func check(in spec: Spec, _ place: JSON) throws(Problem)

  /// Makes the table and writes its files.
  func write(_ report: ReportSources, _ writing: inout OutputsWriting)

  /// Its columns that hold times, so that they differ from run to run.
  var timedColumns: [String] { get }

  /// The systems whose numbers stand in its rows, by the rows' labels; nil: the rows are those of
  /// the spec.
  var rows: [(label: String, system: String)]? { get }

  /// What claims may look up in it beside the metrics of systems.
  func numbers(_ report: ReportSources) -> TableNumbers
}

/// The keys of a kind that has none of its own.
struct NoKeys: Settings {
  static let fields: [Field<NoKeys>] = []
}

/// What claims may look up in a table.
struct TableNumbers {
  var records: [TrialRecord] = []
  var counts: [MeasuredNumbers.Count] = []
}

extension TableKind {
  func check(_ json: JSON) throws(Problem) {}
  func check(in spec: Spec, _ place: JSON) throws(Problem) {}
  var timedColumns: [String] { [] }
  var rows: [(label: String, system: String)]? { nil }
  func numbers(_ report: ReportSources) -> TableNumbers { TableNumbers() }

  /// Its own keys, among those of all tables.
  static var ownFields: [Field<TableSpec>] {
    Field<TableSpec>.embedded(Keys.fields, at: \TableSpec.[KeysOf<Self>()])
  }
}

/// The place of a kind's keys in ``TableSpec``, by which a ``Field`` reads and writes them.
struct KeysOf<Kind: TableKind>: Hashable, Sendable {}

/// The kinds of tables.
enum TableList {
  /// All of them, in the order in which they are asked.
  static let all: [any TableKind.Type] = [
    DatasetTable.self, QuantityTable.self, MetricTable.self,
  ]
}

/// What tables are made of.
struct ReportSources {
  let spec: Spec
  let outcome: Runner.Outcome
  /// The learning curves of all systems.
  let curves: Curve

  var records: [TrialRecord] { outcome.results.map(\.record) }
  var footnotes: Footnotes { Footnotes(spec: spec, outcome: outcome) }
}

extension TableSpec {
  /// What the table shows; nil: nothing that is measured here.
  var kind: (any TableKind)? {
    for type in TableList.all {
      if let kind = type.init(self) { return kind }
    }
    return nil
  }

  /// The columns that trials measure.
  var measured: [(quantity: QuantitySpec, by: MeasuredQuantity)] {
    quantities.compactMap { quantity in quantity.measured.map { (quantity, $0) } }
  }

  /// Refuses keys that are set; `kind` says beside what.
  func refuse(_ keys: [(String, Bool)], _ json: JSON, beside kind: String) throws(Problem) {
    for (key, isUsed) in keys where isUsed {
      throw (json[key] ?? json).problem("\"\(key)\" is not used beside \(kind)")
    }
  }
}
