import Foundation

/// The number that a condition is about, made of the numbers that it addresses.
enum ClaimStatistic: Sendable, Equatable {
  case value(Quantity)
  /// The number itself, which a paper that announces it must print.
  case announced(Quantity)
  /// The first less the second.
  case difference(Quantity, Quantity)
  /// The first over the second.
  case ratio(Quantity, Quantity)
  /// A property of a learning curve, of each seed's own.
  case curve(Quantity, CurveFeature)

  /// What is addressed; nil for a learning curve.
  var operands: [Quantity]? {
    switch self {
    case .value(let a), .announced(let a): [a]
    case .difference(let a, let b), .ratio(let a, let b): [a, b]
    case .curve: nil
    }
  }

  /// For readers: `UR-GAN P@5 − CFGAN-I P@5`.
  var text: String {
    switch self {
    case .value(let a), .announced(let a): a.text
    case .difference(let a, let b): "\(a.text) − \(b.text)"
    case .ratio(let a, let b): "\(a.text) / \(b.text)"
    case .curve(let a, let feature): "\(a.text), \(feature.text)"
    }
  }

  /// The number, given those of the operands.
  func value(_ numbers: [Double]) -> Double {
    switch self {
    case .difference: numbers[0] - numbers[1]
    case .ratio: numbers[0] / numbers[1]
    case .value, .announced, .curve: numbers[0]
    }
  }

  /// What the number may be, given what the operands may be.
  func interval(_ numbers: [Interval]) -> Interval {
    switch self {
    case .difference: numbers[0] - numbers[1]
    case .ratio: numbers[0] / numbers[1]
    case .value, .announced, .curve: numbers[0]
    }
  }

  /// Whether all that is addressed is counted.
  func isCounted(_ measured: MeasuredNumbers) -> Bool {
    operands?.allSatisfy(measured.isCounted) ?? false
  }

  /// Whether the number is whole, given the columns of tables whose numbers are.
  func isCount(among columns: Set<String>) -> Bool {
    switch self {
    case .value, .announced, .difference:
      operands?.allSatisfy { $0.reading == .bestEpoch || columns.contains($0.column) } ?? false
    case .ratio: false
    case .curve(_, let feature): if case .peak = feature { true } else { false }
    }
  }

  /// What of it has no value, in words, where the estimate has none.
  func whatIsNoNumber(_ measured: MeasuredNumbers, _ estimate: SeedEstimate) -> String {
    guard estimate.value.isNaN else { return "a measured value is no number" }
    let undefined = (operands ?? []).filter { quantity in
      measured.values(quantity).values.contains(where: \.isNaN)
    }
    return "\(NumberText.undefined): "
      + (undefined.isEmpty ? text : undefined.map(\.text).joined(separator: ", "))
  }

  /// Why nothing can be said yet.
  struct Missing: Error { let note: String }

  /// The number as the seeds give it, over those that measured all of it.
  func estimate(_ measured: MeasuredNumbers) -> Result<SeedEstimate, Missing> {
    switch self {
    case .curve(let quantity, let feature):
      let curves = measured.curves(quantity)
      guard !curves.isEmpty else {
        return .failure(Missing(note: "not measured: \(quantity.text)"))
      }
      var values: [Double] = []
      for (_, curve) in curves.sorted(by: { $0.key < $1.key }) {
        guard let value = feature.value(curve) else {
          let end = NumberText.exact(curve.points.last?.x)
          return .failure(Missing(note: "\(quantity.text) was measured up to epoch \(end) only"))
        }
        values.append(value)
      }
      return SeedEstimate(values, level: measured.level).map(Result.success)
        ?? .failure(Missing(note: "not measured"))
    case .value(let a), .announced(let a), .difference(let a, _), .ratio(let a, _):
      let all = (operands ?? [a]).map { (quantity: $0, values: measured.values($0)) }
      let missing = all.filter(\.values.isEmpty).map(\.quantity.text)
      guard missing.isEmpty else {
        return .failure(Missing(note: "not measured: " + missing.joined(separator: ", ")))
      }
      let seeds = all[0].values.keys.filter { seed in all.allSatisfy { $0.values[seed] != nil } }
      let columns = all.map { column in seeds.sorted().compactMap { column.values[$0] } }
      let estimate =
        if case .ratio = self {
          SeedEstimate(columns[0], over: columns[1], level: measured.level)
        } else {
          SeedEstimate(
            columns[0].indices.map { seed in value(columns.map { $0[seed] }) },
            level: measured.level)
        }
      return estimate.map(Result.success) ?? .failure(Missing(note: "no seed has both"))
    }
  }
}

/// A number that says something of a learning curve.
enum CurveFeature: Sendable, Equatable {
  /// Last − first of a part, of the curve upside down when falling is claimed.
  case change(LearningCurve.Part, isRising: Bool)
  /// The most that it goes back on its way.
  case retreat(LearningCurve.Part, isRising: Bool)
  /// The most that it lies from its last value.
  case deviation(LearningCurve.Part)
  /// The mean in a window less the first point.
  case rise(to: Interval)
  /// The mean in a window less the last point.
  case fall(from: Interval)
  /// The epoch of the greatest value, of a curve that reaches beyond the window on both sides.
  case peak(Interval)

  /// The number; nil when the curve is too short.
  func value(_ curve: LearningCurve) -> Double? {
    switch self {
    case .change(let part, let isRising): (isRising ? curve : curve.negated).change(part)
    case .retreat(let part, let isRising): (isRising ? curve : curve.negated).retreat(part)
    case .deviation(let part): curve.deviation(part)
    case .rise(let window): curve.prominence(window)?.overFirst
    case .fall(let window): curve.prominence(window)?.overLast
    case .peak(let window): curve.prominence(window).flatMap { _ in curve.best?.x }
    }
  }

  /// For readers.
  var text: String {
    switch self {
    case .change(let part, let isRising): "\(isRising ? "rise" : "fall")\(part.text)"
    case .retreat(let part, _): "greatest step back\(part.text)"
    case .deviation(let part): "greatest distance from its last value\(part.text)"
    case .rise(let window): "rise from the first epoch to \(window.text)"
    case .fall(let window): "fall from \(window.text) to the last epoch"
    case .peak: "epoch of the greatest value"
    }
  }
}

extension LearningCurve.Part {
  /// ` from 600 to 1000`, or nothing for the whole.
  var text: String {
    (from.map { " from \(NumberText.exact($0))" } ?? "")
      + (to.map { " to \(NumberText.exact($0))" } ?? "")
  }
}

extension Interval {
  /// `2.65…2.75`, without the last digits' noise.
  var text: String {
    func short(_ value: Double) -> String {
      let text = NumberText.exact(Double(String(format: "%.6g", value)) ?? value)
      return text.hasPrefix("-") ? "−" + text.dropFirst() : text
    }
    return "\(short(low))…\(short(high))"
  }
}
