import Basics
import Evaluation
import Results

/// A figure to draw: metrics against epochs or a setting, or of the systems side by side.
package struct FigureSpec: Settings {
  /// What a line stands for.
  package enum Series: String, CaseIterable, Sendable {
    /// One of the compared systems, by its label.
    case system
  }

  /// The name of the files.
  package var name = ""
  /// What the horizontal axis is: the name of a ``FigureKind``.
  package var x = FigureList.all[0].axis
  /// What the kinds have, as it is written.
  fileprivate var options: [String: JSON] = [:]
  /// A panel each.
  package var y: [Metric] = []
  /// What a line stands for.
  package var series = Series.system
  /// The labels that are shown, in this order; empty: all, in the spec's order.
  package var systems: [String] = []

  /// What names of its files end in.
  static let suffixes = [".csv", ".svg", ".gnuplot"]

  /// The decoder asks for a name and metrics.
  package init() {}

  /// The keys of a spec's `figures`, each.
  package static let fields: [Field<FigureSpec>] =
    [
      .text("name", \.name, "the name of the files").required(),
      .choice("x", \.x, among: FigureList.all.map { $0.axis }, "what the horizontal axis is"),
    ] + FigureList.all.flatMap { $0.optionFields } + [
      .metrics("y", \.y, "the metrics shown, of those measured; a panel each").required(),
      .choice("series", \.series, "what a line stands for"),
      .texts("systems", \.systems, "the labels shown, in this order; none: all"),
    ]

  private var type: any FigureKind.Type {
    FigureList.all.first { $0.axis == x } ?? FigureList.all[0]
  }

  /// What it shows, by its horizontal axis. Throws as the decoding of the kind does.
  var kind: any FigureKind {
    get throws(Problem) { try type.decoded(options) }
  }

  /// Refuses what other kinds have, and what a figure of this kind cannot show.
  package func check(_ json: JSON) throws(Problem) {
    for other in FigureList.all where other.axis != x {
      for key in other.optionFields.map(\.name) {
        guard let value = json[key], !value.isNull else { continue }
        throw value.problem("\"\(key)\" is used where \"x\" is \"\(other.axis)\" only")
      }
    }
    try kind.check(y, json)
  }
}

extension FigureKind {
  /// The kind as a figure's options say. Throws as its decoding does.
  fileprivate static func decoded(_ options: [String: JSON]) throws(Problem) -> any FigureKind {
    let names = fields.map(\.name)
    return try Self(
      decoding: .object(names.compactMap { name in options[name].map { (name, $0) } }))
  }

  /// The keys of the kind, among those of all figures.
  fileprivate static var optionFields: [Field<FigureSpec>] {
    fields.map { own in
      let name = own.name
      let field = Field<FigureSpec>.custom(
        name, \.options[name], own.kind, own.summary,
        decode: { json throws(Problem) in
          var kind = Self()
          try own.decode(&kind, json)
          return own.encode(kind)
        }, encode: { $0 ?? .null })
      return own.isOmittedByDefault ? field.omittedByDefault() : field
    }
  }
}
