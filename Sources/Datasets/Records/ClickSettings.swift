import Basics

/// What a spec says of records whose clicks are to be predicted.
///
/// ```json
/// { "label": { "ratingAtLeast": 4 }, "fields": ["user", "item", { "field": "price", "buckets": 20 }] }
/// ```
package struct ClickSettings: Settings, Equatable {
  /// What counts as a click.
  package var label = ClickLabel.ratingAtLeast(4)
  /// What a model may know of a record.
  package var inputs: [ColumnSettings] = []

  /// The decoder asks for a label and fields.
  package init() {}

  /// The keys of a spec's `clicks`.
  package static let fields: [Field<ClickSettings>] = [
    .custom(
      "label", \.label,
      .either([.text, .object(Feedback.AtLeast.fieldDescriptions)]),
      "what counts as a click: a rating, or 1 in a column of the data set",
      decode: { json throws(Problem) in try ClickLabel(decoding: json) }, encode: { $0.encoded }
    ).required(),
    .list(
      "fields", \.inputs, of: ColumnSettings.kind, atLeast: 1, "what a model may know of a record",
      decode: { json throws(Problem) in try ColumnSettings(named: json) },
      encode: { $0.short }
    ).required(),
  ]

  /// Refuses a field that is named twice, and the label among the fields.
  package func check(_ json: JSON) throws(Problem) {
    let places = try json.member("fields").asArray()
    for (index, field) in inputs.enumerated() {
      if inputs[..<index].contains(where: { $0.field == field.field }) {
        throw places[index].problem("the field \"\(field.field)\" is named twice")
      }
      if label == .column(field.field) {
        throw places[index].problem(
          "\"\(field.field)\" is the label; a model that knows it predicts nothing")
      }
    }
  }
}
