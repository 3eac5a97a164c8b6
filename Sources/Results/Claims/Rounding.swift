import Basics
import Foundation

/// How a number in a sentence is to be read: which numbers would have been written so.
///
/// In a spec one of `{ "decimals": 1 }`, `{ "significant": 2 }`, `{ "relative": 0.05 }` and
/// `{ "absolute": 50 }`. Without one a number is rounded to the digits it is written with: 2.7 is
/// anything from 2.65 to 2.75, 2 anything from 1.5 to 2.5.
struct Rounding: Settings, Equatable {
  /// Half a unit of this digit after the point to either side; below 0 before the point.
  var decimals: Int?
  /// Half a unit of the last of so many significant digits to either side.
  var significant: Int?
  /// This share of the number to either side.
  var relative: Double?
  /// So much to either side.
  var absolute: Double?

  /// The decoder asks for one of them.
  init() {}

  /// The keys of a claim's `rounding`.
  static let fields: [Field<Rounding>] = [
    .integer("decimals", \.decimals, -12...12, "right to so many digits after the point"),
    .integer("significant", \.significant, 1...12, "right to so many significant digits"),
    .number("relative", \.relative, 0...1, "right to this share of the number"),
    .number("absolute", \.absolute, 0 ... .infinity, "right to so much, in the number's unit"),
  ]

  /// Written once in the JSON schema.
  static var fieldKind: FieldKind { .named("rounding", .object(fieldDescriptions)) }

  /// Takes just one of the four.
  func check(_ json: JSON) throws(Problem) {
    let given = [decimals != nil, significant != nil, relative != nil, absolute != nil]
    guard given.count(where: \.self) == 1 else {
      throw json.problem(
        "expected one of \"decimals\", \"significant\", \"relative\" and \"absolute\"")
    }
  }

  /// The numbers that this one stands for.
  func interval(around value: Double) -> Interval {
    Interval(value, radius: radius(around: value))
  }

  private func radius(around value: Double) -> Double {
    if let absolute { return absolute }
    if let relative { return relative * abs(value) }
    if let decimals { return 0.5 * pow(10, -Double(decimals)) }
    guard let significant, value != 0 else { return 0 }
    var exponent = log10(abs(value)).rounded(.down)
    // The logarithm of a power of ten may fall short of it.
    if pow(10, exponent + 1) <= abs(value) { exponent += 1 }
    return 0.5 * pow(10, exponent - Double(significant) + 1)
  }
}

extension PrintedNumber {
  /// The numbers that this one stands for by a rounding rule, by default its own digits.
  func interval(_ rounding: Rounding?) -> Interval {
    rounding?.interval(around: value) ?? interval
  }
}
