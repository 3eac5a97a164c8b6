import ArgumentParser

/// A time on the command line: 30s, 10m, 1.5h.
struct TimeSpan: ExpressibleByArgument {
  let duration: Duration

  /// Nil for anything but a positive number and a unit, and for more than a year.
  init?(argument: String) {
    let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600]
    guard let unit = argument.last.flatMap({ units[$0] }),
      let number = Double(argument.dropLast()), number > 0, number * unit <= 366 * 86_400
    else { return nil }
    duration = .seconds(number * unit)
  }
}
