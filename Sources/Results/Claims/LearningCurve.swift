/// One metric against epochs, of one system and seed.
///
/// What is asked of a part that the curve does not reach has no answer, nil: a short run says
/// nothing of later epochs. NaN anywhere in the part makes the answer NaN.
struct LearningCurve: Sendable, Equatable {
  struct Point: Sendable, Equatable {
    let x: Double
    let y: Double
  }

  /// By ascending x.
  private(set) var points: [Point] = []

  mutating func append(x: Double, y: Double) { points.append(Point(x: x, y: y)) }

  /// The greatest point, the first of equals.
  var best: Point? {
    if let broken = points.first(where: { $0.y.isNaN }) { return Point(x: .nan, y: broken.y) }
    // `max(by:)` would give the last of equals.
    return points.reduce(nil as Point?) { best, point in
      if let best, best.y >= point.y { best } else { point }
    }
  }

  /// Last − first of a part. Needs two points, and a curve that reaches the part's end.
  func change(_ part: Part) -> Double? {
    points(in: part).map { $0[$0.count - 1].y - $0[0].y }
  }

  /// The most that it goes back on its way up: max over i < j of y_i − y_j, at least 0.
  func retreat(_ part: Part) -> Double? {
    points(in: part).map { points in
      var top = -Double.infinity
      var retreat = 0.0
      for point in points {
        if point.y.isNaN { return .nan }
        top = max(top, point.y)
        retreat = max(retreat, top - point.y)
      }
      return retreat
    }
  }

  /// The most that a point of the part lies from the last one: max |y_i − y_last|.
  func deviation(_ part: Part) -> Double? {
    points(in: part).map { points in
      let last = points[points.count - 1].y
      return points.reduce(0) { most, point in
        let deviation = abs(point.y - last)
        return most.isNaN || deviation.isNaN ? .nan : max(most, deviation)
      }
    }
  }

  /// The mean within a window less the first point, and less the last. Needs a point in the window
  /// and one on either side. Means, because a greatest value would be above its neighbours by
  /// chance.
  func prominence(_ window: Interval) -> (overFirst: Double, overLast: Double)? {
    let inside = points.filter { $0.x >= window.low && $0.x <= window.high }
    guard let first = points.first, let last = points.last,
      let mean = Spread(inside.map(\.y))?.mean,
      first.x < window.low, last.x > window.high
    else { return nil }
    return (mean - first.y, mean - last.y)
  }

  /// The curve upside down.
  var negated: LearningCurve {
    LearningCurve(points: points.map { Point(x: $0.x, y: -$0.y) })
  }

  /// A part of the axis; nil: from the beginning, to the end.
  struct Part: Sendable, Equatable {
    var from: Double?
    var to: Double?
  }

  private func points(in part: Part) -> [Point]? {
    guard let end = points.last?.x, end >= part.to ?? end else { return nil }
    let inside = points.filter { $0.x >= part.from ?? $0.x && $0.x <= part.to ?? $0.x }
    return inside.count < 2 ? nil : inside
  }
}
