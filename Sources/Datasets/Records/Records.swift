import Basics

/// The records of a data set as a prediction of clicks sees them: the fields that a model may know,
/// and what came of each.
package struct Records: Sendable, Equatable {
  /// The fields, in the order of the spec.
  package let columns: [Column]
  /// How each column's values become rows of the table of embeddings.
  package let settings: [ColumnSettings]
  /// 1 for a click, 0 for none.
  package let labels: [Float]
  /// Whose record it is.
  package let users: [Int32]
  /// The true probability of a click, which only simulations know.
  package let truths: [Float]?

  package var count: Int { labels.count }

  /// The name of the column that holds the true probabilities of simulated records.
  static let truthName = "true-probability"

  /// The records that the settings describe.
  ///
  /// Throws `Problem.data` for a field that the data set does not have, naming the nearest; and as
  /// `ClickLabel.labels` does.
  package init(_ dataset: Dataset, _ clicks: ClickSettings) throws(Problem) {
    var columns: [Column] = []
    for field in clicks.inputs {
      guard field.field != Self.truthName, let column = dataset.column(named: field.field) else {
        throw .data(
          "\(dataset.name): has no field \"\(field.field)\""
            + suggestion(for: field.field, among: dataset.fieldNames))
      }
      if case .numbers = column.values, field.minimumCount > 1 {
        throw .data(
          "\(dataset.name): \"minimumCount\" is not used by \"\(field.field)\", a field of numbers")
      }
      if field.buckets != nil {
        guard case .numbers = column.values else {
          throw .data(
            "\(dataset.name): \"\(field.field)\" is not a field of numbers to put in buckets")
        }
      }
      columns.append(column)
    }
    self.columns = columns
    settings = clicks.inputs
    labels = try clicks.label.labels(of: dataset)
    for column in columns where column.values == .numbers(labels.map(Double.init)) {
      throw .data(
        "\(dataset.name): the field \"\(column.name)\" is the label in every record; a model that knows it"
          + " predicts nothing")
    }
    users = dataset.events.map(\.user)
    if case .numbers(let truths) = dataset.columns.first(where: { $0.name == Self.truthName })?
      .values
    {
      self.truths = truths.map { Float($0) }
    } else {
      truths = nil
    }
  }
}
