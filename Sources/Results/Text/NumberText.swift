import Foundation

/// How numbers are written in files and in tables.
enum NumberText {
  /// The shortest digits that read back as the same number; `nan`, `inf` and `-inf` for what is
  /// none.
  static func exact(_ value: Double) -> String {
    // Whole numbers lose the ".0" that Swift gives them, as in JSON.
    if value.isFinite, abs(value) < 0x1p53, value == value.rounded(), value.sign == .plus {
      return String(Int(value))
    }
    return value.description
  }

  /// As `exact`, and nothing for nothing.
  static func exact(_ value: Double?) -> String { value.map(exact) ?? "" }

  /// For readers: four decimals below 10, fewer above, none for whole numbers of 10 and more, such
  /// as counts; two digits and a power of ten for what four decimals would make a zero, unless it
  /// is so small that only rounding can have left it; a dash for nothing and for NaN.
  static func rounded(_ value: Double?) -> String {
    guard let value, !value.isNaN else { return "–" }
    if 1e-9..<5e-5 ~= abs(value) {
      return String(format: "%.1e", value).replacing("-", with: "−")
    }
    let isWhole = value == value.rounded()
    let decimals = abs(value) < 10 ? 4 : abs(value) < 1000 && !isWhole ? 2 : 0
    let text = String(format: "%.\(decimals)f", abs(value))
    let isZero = !text.contains { $0 != "0" && $0 != "." }
    return (value < 0 && !isZero ? "−" : "") + text
  }

  /// What stands in place of a metric that was measured and has no value.
  static let undefined = "not defined"

  /// As `rounded`, but `undefined` for NaN.
  static func measured(_ value: Double?) -> String {
    value?.isNaN == true ? undefined : rounded(value)
  }

  /// As `rounded`, but a count, which is whole, has no decimals however small it is.
  static func counted(_ value: Double?) -> String {
    guard let value, value.isFinite, value == value.rounded() else { return rounded(value) }
    return (value < 0 ? "−" : "") + String(format: "%.0f", abs(value))
  }

  /// As `rounded`, with a plus sign before what is not negative.
  static func signed(_ value: Double?) -> String { signed(rounded(value)) }

  /// As a text says it, with a plus sign before what is not negative.
  static func signed(_ text: String) -> String {
    text == "–" || text.hasPrefix("−") ? text : "+" + text
  }
}
