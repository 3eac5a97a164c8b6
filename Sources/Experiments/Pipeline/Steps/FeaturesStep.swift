import Basics
import Datasets
import Results

/// Counts the features of users from their training events; see ``UserFeature``.
struct FeaturesStep: PipelineStep {
  static let name = "features"
  static let summary = "counts features of users from their training events"

  /// Empty: all that the data can give.
  var features: [String] = []
  var behaviour: String?
  var category: String?

  static let fields: [Field<FeaturesStep>] = [
    .texts(
      "features", \.features,
      "\(UserFeature.names.joined(separator: ", ")) or count(<behaviour>); empty: all that the data"
        + " can give"),
    .text(
      "behaviour", \.behaviour,
      "the column of events that is their behaviour; null: \"behaviour\", where there is one"),
    .text(
      "category", \.category,
      "the attribute of items, or column of events, that is their category; null: \"category\", where"
        + " there is one"),
  ]

  func check(_ json: JSON) throws(Problem) {
    try refuseRepeats(features, at: "features", json)
    for (place, name) in features.enumerated() {
      let written = json.at("features", place)
      if UserFeature.behaviour(in: name) != nil {
        guard features.contains(UserFeature.behaviours.rawValue) else { continue }
        throw written.problem("\"behaviours\" counts each behaviour already")
      }
      guard UserFeature(rawValue: name) == nil else { continue }
      throw written.problem("unknown feature \"\(name)\"" + UserFeature.suggestion(for: name))
    }
  }

  func apply(to state: inout PipelineState) throws(Problem) -> [StepTable] {
    let made = try UserFeatures(
      names: features.isEmpty ? nil : features, behaviour: behaviour, category: category
    ).table(of: state.events, in: state.dataset)
    state.table = made.table
    let (known, all) = (made.table.users.count, state.dataset.users)
    var notes = ["Counted of \(state.events.count) training events of \(known) of \(all) users"]
    notes += made.leftOut.map { "Left out: \($0)" }
    let rows = made.table.attributes.map { attribute -> [JSON] in
      let values = attribute.values
      let mean = values.reduce(0, +) / Double(max(1, values.count))
      return [
        .string(attribute.name), .string(attribute.formula), .number(values.min() ?? .nan),
        .number(mean), .number(values.max() ?? .nan),
      ]
    }
    return [
      StepTable(
        Self.name, ["attribute", "formula", "least", "mean", "most"], rows, notes: notes)
    ]
  }
}
