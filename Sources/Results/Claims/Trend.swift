import Basics

/// What a trend runs over: learning curves, or numbers along a hyperparameter or an amount of data.
///
/// In a spec `["CFGAN-I", "precision@20"]` for a curve over epochs, a list of such for several that
/// must all behave so, or `[{ "x": 0.1, "y": ["t = 0.1", "precision@5"] }, …]` for single numbers.
enum Trend: Sendable, Equatable {
  /// Metrics against epochs.
  case curves([Quantity])
  /// Numbers by ascending x.
  case points([TrendPoint])

  /// Reads any of the three forms. Throws `Problem` naming the place for anything else.
  init(written json: JSON) throws(Problem) {
    let elements = try json.asArray()
    guard let first = elements.first else {
      throw json.problem("this list is empty; expected a learning curve, or points")
    }
    if case .string = first.value {
      self = .curves([try Quantity(written: json)])
    } else if first["x"] != nil || first["y"] != nil {
      self = .points(try Self.points(elements, json))
    } else {
      var curves: [Quantity] = []
      for element in elements {
        let curve = try Quantity(written: element)
        guard curve.reading == .reported else {
          throw (element["take"] ?? element).problem("a trend looks at the whole learning curve")
        }
        curves.append(curve)
      }
      self = .curves(curves)
    }
  }

  private static func points(
    _ elements: [JSON], _ json: JSON
  ) throws(Problem) -> [TrendPoint] {
    var points: [TrendPoint] = []
    for element in elements {
      let point = try TrendPoint(decoding: element)
      if let last = points.last, last.x >= point.x {
        throw element.problem("the points do not ascend in x")
      }
      points.append(point)
    }
    guard points.count >= 2 else { throw json.problem("a trend needs at least 2 points") }
    return points
  }

  var written: JSON {
    switch self {
    case .curves(let curves) where curves.count == 1:
      curves[0].written
    case .curves(let curves): .array(curves.map(\.written))
    case .points(let points): .array(points.map { $0.encoded() })
    }
  }

  var numbers: [Quantity] {
    if case .points(let points) = self { points.map(\.y) } else { [] }
  }

  var curves: [Quantity] {
    if case .curves(let curves) = self { curves } else { [] }
  }

  /// For readers: `UR-GAN P@20, UR-GAN R@20`.
  var text: String {
    switch self {
    case .curves(let curves): Quantity.text(curves)
    case .points(let points):
      points.map { "\($0.y.text) at \(NumberText.exact($0.x))" }.joined(separator: ", ")
    }
  }

  static var kind: FieldKind {
    .named(
      "trend",
      .either([
        Quantity.kind, .list(Quantity.kind, atLeast: 1),
        .list(.object(TrendPoint.fieldDescriptions), atLeast: 2),
      ]))
  }
}

/// One number of a trend.
struct TrendPoint: Settings, Equatable {
  /// The hyperparameter, or the amount of data.
  var x = 0.0
  /// The number there.
  var y = Quantity()

  /// The decoder asks for both.
  init() {}

  /// The keys of a point.
  static let fields: [Field<TrendPoint>] = [
    .number("x", \.x, -.infinity ... .infinity, "the hyperparameter").required(),
    .custom(
      "y", \.y, Quantity.kind, "the number there",
      decode: { json throws(Problem) in try Quantity(written: json) }, encode: { $0.written }
    ).required(),
  ]
}

extension Field {
  /// What a trend runs over.
  static func trend(_ name: String, _ path: any Path<Trend>, _ summary: String) -> Field {
    custom(
      name, path, Trend.kind, summary,
      decode: { json throws(Problem) in try Trend(written: json) }, encode: { $0.written })
  }
}
