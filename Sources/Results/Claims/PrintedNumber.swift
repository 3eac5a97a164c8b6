import Basics
import Foundation

/// A number as a paper prints it. Its digits say how far the number behind it may lie:
/// `.5345` is anything from .53445 to .53455, and `.5340` is not `.534`.
package struct PrintedNumber: Sendable, Equatable {
  /// The number that is printed.
  package let value: Double
  /// How many digits stand after the point; negative where the last ones before it are zeros that
  /// stand for a power of ten (`1e3`: -3).
  package let decimals: Int

  /// A number printed with so many decimals.
  package init(_ value: Double, decimals: Int) {
    (self.value, self.decimals) = (value, decimals)
  }

  /// A number printed with its shortest digits.
  package init(_ value: Double) {
    let json = try? JSON.parse(JSON.text(of: value), file: "")
    self.init(value, decimals: json?.decimals ?? 0)
  }

  /// Reads a number with the digits that it is written with. Throws when the value is none.
  package init(decoding json: JSON) throws(Problem) {
    let value = try json.asNumber()
    if let decimals = json.decimals {
      self.init(value, decimals: decimals)
    } else {
      self.init(value)
    }
  }

  /// The number; the digits go with it as long as it is not written out.
  package var encoded: JSON { JSON(.number(value), decimals: decimals) }

  /// What the number behind it may be: half a unit of the last digit to either side.
  package var interval: Interval { Interval(value, radius: 0.5 * pow(10, -Double(decimals))) }
}

extension Field {
  /// A number as a paper prints it.
  static func printed(
    _ name: String, _ path: any Path<PrintedNumber>, _ summary: String
  ) -> Field {
    custom(
      name, path, .number(-.infinity ... .infinity), summary,
      decode: { json throws(Problem) in try PrintedNumber(decoding: json) },
      encode: { $0.encoded })
  }

  /// A number as a paper prints it, or null.
  static func printed(
    _ name: String, _ path: any Path<PrintedNumber?>, _ summary: String
  ) -> Field {
    custom(
      name, path, .optional(.number(-.infinity ... .infinity)), summary,
      decode: { json throws(Problem) in json.isNull ? nil : try PrintedNumber(decoding: json) },
      encode: { $0?.encoded ?? .null })
  }
}
