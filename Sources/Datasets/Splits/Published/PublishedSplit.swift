import Basics

/// A split that a data set is published with, as it follows from the order of the
/// set's lines.
package struct PublishedSplit: Sendable, Equatable {
  /// Which lines are tested on.
  enum Lines: Sendable, Equatable {
    /// One of so many blocks of equal length, counted from 1.
    case block(Int, of: Int)
    /// Of each user's lines those at these places, counted from 0.
    case ofEachUser(Range<Int>)
  }

  /// The name by which specs call it: "u1".
  package let name: String
  let lines: Lines
  /// The SHA-256 of its test part as it is published: lines of
  /// `user⇥item⇥rating⇥time`, by user and item.
  let digest: String

  init(_ name: String, _ lines: Lines, _ digest: String) {
    (self.name, self.lines, self.digest) = (name, lines, digest)
  }

  /// The events that are tested on, in their order.
  func test(_ events: [Event]) -> [Event] {
    switch lines {
    case .block(let number, let count):
      let size = events.count / count
      return Array(events[(number - 1) * size..<number * size])
    case .ofEachUser(let places):
      var met: [Int32: Int] = [:]
      return events.filter { event in
        let place = met[event.user, default: 0]
        met[event.user] = place + 1
        return places.contains(place)
      }
    }
  }
}

extension DataSettings {
  /// The same data divided by one split each: these, where there are no folds.
  package var byFold: [DataSettings] {
    guard !split.folds.isEmpty else { return [self] }
    return split.folds.map { name in
      var one = self
      (one.split.name, one.split.folds) = (name, [])
      return one
    }
  }

  /// The names of the splits that the data set is published with.
  package var publishedSplits: [String] { source?.published.map(\.name) ?? [] }

  /// Those of them that test every line once between them.
  package var publishedFolds: [String] {
    source?.published.filter { if case .block = $0.lines { true } else { false } }.map(\.name) ?? []
  }
}
