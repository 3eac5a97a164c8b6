/// Where the names of points stand in a scatter plot: beside their points, and where names would
/// cover each other or a point, a few lines above or below.
///
/// In pixels of the panel, y upwards. Points are named from top to bottom; each name takes the free
/// place that is nearest to its point, or, where none is free, the nearest.
struct LabelPlacement {
  /// A point and its name.
  struct Point {
    let x, y: Double
    let name: String
  }

  /// A name's place: the middle of its left or of its right edge.
  struct Label: Equatable {
    let x, y: Double
    let name: String
    /// Whether (x, y) is the left edge, so that the name stands to the right of its point.
    let startsHere: Bool
    /// Whether the name stands so far away that a line has to lead to it.
    let isApart: Bool
  }

  /// A letter's mean width and a line's height in the 9 points that names are written in.
  static let letter = 5.4, line = 10.0
  private static let gap = 6.0, radius = 4.0

  private let width, height: Double

  /// Names inside a panel of that many pixels.
  init(width: Double, height: Double) { (self.width, self.height) = (width, height) }

  /// A label a point, in the points' order.
  func labels(_ points: [Point]) -> [Label] {
    let order = points.indices.sorted {
      (-points[$0].y, points[$0].x, $0) < (-points[$1].y, points[$1].x, $1)
    }
    var taken = points.map {
      Box(left: $0.x - Self.radius, right: $0.x + Self.radius, middle: $0.y, half: Self.radius)
    }
    var labels = [Label?](repeating: nil, count: points.count)
    for index in order {
      let candidates = Self.candidates(points[index])
      let free = candidates.first { candidate in
        let box = Self.box(candidate)
        return box.isInside(width, height)
          && !taken.indices.contains { $0 != index && taken[$0].overlaps(box) }
      }
      let label = free ?? candidates[0]
      labels[index] = label
      taken.append(Self.box(label))
    }
    return labels.compactMap(\.self)
  }

  /// The places for a name, the nearest first.
  private static func candidates(_ point: Point) -> [Label] {
    (0...20).flatMap { step in
      let rise = Double((step + 1) / 2) * (step % 2 == 1 ? 1 : -1) * line / 2
      return [true, false].map { starts in
        Label(
          x: point.x + (starts ? gap : -gap), y: point.y + rise, name: point.name,
          startsHere: starts, isApart: abs(rise) > line)
      }
    }
  }

  private static func box(_ label: Label) -> Box {
    let width = letter * Double(label.name.count)
    return Box(
      left: label.startsHere ? label.x : label.x - width,
      right: label.startsHere ? label.x + width : label.x, middle: label.y, half: line / 2)
  }

  private struct Box {
    let left, right, middle, half: Double

    func overlaps(_ other: Box) -> Bool {
      left < other.right && other.left < right && abs(middle - other.middle) < half + other.half
    }

    func isInside(_ width: Double, _ height: Double) -> Bool {
      left >= 0 && right <= width && middle - half >= 0 && middle + half <= height
    }
  }
}
