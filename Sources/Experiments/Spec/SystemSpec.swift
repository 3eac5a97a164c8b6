import Basics
import Datasets
import Recommenders

/// One row of a comparison: a recommender with its settings, or with a grid of them.
package struct SystemSpec: Settings {
  /// The name in tables and figures.
  package var label = ""
  /// The earlier system that this one changes; ``SpecFile`` has merged it.
  package var like: String?
  /// The row of a paper's table that this system is another reading of; nil: it is a row itself.
  package var readingOf: String?
  package var recommender = RecommenderList.all[0]
  /// The recommender's settings that are not its defaults.
  package var settings = JSON.object([])
  /// Settings to try in every combination.
  package var grid: [GridAxis] = []
  /// How the grid is tried.
  package var search = SearchSettings()
  /// A merge patch of the spec's data.
  package var data = JSON.object([])
  /// A merge patch of the spec's training settings.
  package var training = JSON.object([])
  /// A merge patch of the spec's selection; null: this system chooses nothing.
  package var selection = JSON.object([])

  /// The decoder asks for a label and a recommender.
  package init() {}

  /// The keys of a spec's `systems`, each.
  package static let fields: [Field<SystemSpec>] = [
    .text("label", \.label, "the name in tables and figures").required(),
    .text(
      "like", \.like, "the earlier system that this one changes: what it does not say is as there"
    ).omittedByDefault(),
    .text(
      "readingOf", \.readingOf, "the printed row whose training this system reads in another way"
    ).omittedByDefault(),
    .custom(
      "recommender", \.recommender, .choice(RecommenderList.all.map(\.name)), "what is trained",
      decode: { json throws(Problem) in try RecommenderType.named(json) },
      encode: { .string($0.name) }
    ).required(),
    .raw("settings", \.settings, "the recommender's settings that are not its defaults"),
    .custom(
      "grid", \.grid, .map(.list(.any, atLeast: 1)), "settings to try in every combination",
      decode: { json throws(Problem) in try GridAxis.axes(decoding: json) },
      encode: { .object($0.map { ($0.setting, .array($0.values)) }) }),
    .object("search", \.search, "how the grid is tried; without: every point to its end"),
    .raw(
      "data", \.data, of: .patch { DataSettings.fieldDescriptions }, "changes to the spec's data"
    ).omittedByDefault(),
    .raw(
      "training", \.training, of: .patch { TrainingSettings.fieldDescriptions },
      "changes to the spec's training settings"),
    .raw(
      "selection", \.selection, of: .optional(.patch { SelectionSettings.fieldDescriptions }),
      "changes to the spec's selection; null: nothing is chosen"),
  ]

  /// The most combinations that one grid may have.
  static let configurationLimit = 10_000

  /// Every combination of the grid with all settings, in the order written, the last axis fastest;
  /// a single one without a grid.
  ///
  /// Throws when a grid key is no setting, a value is out of range, settings contradict each other,
  /// or there are too many combinations.
  package func configurations() throws(Problem) -> [Configuration] {
    let fixed = try settings.asObject()
    var points: [[GridValue]] = [[]]
    for axis in grid {
      if let both = fixed.first(where: { $0.key == axis.setting }) {
        throw both.problem("is given in \"settings\" and in \"grid\"")
      }
      guard points.count * axis.values.count <= Self.configurationLimit else {
        throw axis.problem("the grid has more than \(Self.configurationLimit) combinations")
      }
      points = points.flatMap { point in
        axis.values.map { point + [GridValue(setting: axis.setting, value: $0)] }
      }
    }
    var configurations: [Configuration] = []
    for point in points {
      let chosen = zip(grid, point).map { axis, value in
        JSON.Member(axis.setting, value.value, at: axis.position)
      }
      let json = JSON(.object(fixed + chosen), at: settings.position)
      configurations.append(Configuration(point: point, settings: try recommender.complete(json)))
    }
    return configurations
  }

  /// Refuses settings and grids that the recommender would not take.
  package func check(_ json: JSON) throws(Problem) {
    if label.isEmpty { throw (json["label"] ?? json).problem("a label needs a character") }
    _ = try configurations()
  }
}

/// One combination of a system's grid.
package struct Configuration: Sendable, Equatable {
  /// The grid's settings and their values here; empty without a grid.
  package let point: [GridValue]
  /// Every setting of the recommender, defaults included; what a trial's hash is taken of.
  package let settings: JSON
}

/// A setting of a grid and one of its values.
package struct GridValue: Sendable, Equatable {
  /// The name of the setting.
  package let setting: String
  /// Its value at this point.
  package let value: JSON
}

/// A setting of a grid and all of its values.
package struct GridAxis: Sendable, Equatable {
  /// The name of the setting.
  package let setting: String
  /// At least one, no two alike, in the order written.
  package let values: [JSON]
  /// Where the setting was written; equal axes may stand in different places.
  let position: JSON.Position?

  /// Reads `{ "setting": [value, …], … }`. Throws on an axis without or with repeated values.
  static func axes(decoding json: JSON) throws(Problem) -> [GridAxis] {
    var axes: [GridAxis] = []
    for member in try json.asObject() {
      let values = try member.value.asArray()
      guard !values.isEmpty else {
        throw member.value.problem("this grid axis is empty; expected at least 1 value")
      }
      for (index, value) in values.enumerated() where values[..<index].contains(value) {
        throw value.problem("this value is already in the grid")
      }
      axes.append(GridAxis(setting: member.key, values: values, position: member.keyPosition))
    }
    return axes
  }

  func problem(_ message: String) -> Problem {
    position?.problem(message) ?? .usage("\(setting): \(message)")
  }

  /// Whether both try the same values of the same setting.
  package static func == (a: GridAxis, b: GridAxis) -> Bool {
    a.setting == b.setting && a.values == b.values
  }
}

extension RecommenderType {
  /// The recommender of that name. Throws with the place and the nearest name.
  static func named(_ json: JSON) throws(Problem) -> RecommenderType {
    let name = try json.asString()
    guard let type = RecommenderList.all.first(where: { $0.name == name }) else {
      let known = RecommenderList.all.map(\.name)
      throw json.problem("unknown recommender \"\(name)\"" + suggestion(for: name, among: known))
    }
    return type
  }
}
