import Basics
import Foundation

/// A number of bytes as people write it.
package enum ByteCount {
  private static let units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]

  /// `22 GiB`: two digits at least, three below ten.
  package static func text(_ bytes: Double) -> String {
    var (value, unit) = (max(0, bytes), 0)
    while value >= 1023.5, unit < units.count - 1 { (value, unit) = (value / 1024, unit + 1) }
    let decimals = unit == 0 || value >= 10 ? 0 : value >= 1 ? 1 : 2
    return String(format: "%.\(decimals)f", value) + " \(units[unit])"
  }

  /// The bytes that `12G`, `12GiB`, `1.5 GB` or `800M` stand for; a unit without `i` counts in
  /// 1024s, too.
  ///
  /// Throws `Problem.usage` naming the option for anything else, nothing and less.
  package static func parse(_ text: String, option: String) throws(Problem) -> Double {
    let number = text.prefix { $0.isNumber || $0 == "." }
    let unit = text.dropFirst(number.count).trimmingCharacters(in: .whitespaces).lowercased()
    let place = ["k", "m", "g", "t"].firstIndex {
      [$0, $0 + "b", $0 + "ib"].contains(unit)
    }
    guard let value = Double(number), value > 0, let place else {
      throw .usage(
        "\(option) \(text): expected a number with a unit, such as 800M, 12G or 1.5T")
    }
    return value * pow(1024, Double(place + 1))
  }
}
