import Basics

@testable import Datasets

/// People in a ring, each of whom likes the next ones.
struct Ring: Settings, LocalSource {
  static let dataset = "ring"
  static let key = "ring"
  static let summary = "how many people, and how many they like; null: 100 and 10"
  static let standard: Ring? = Ring()

  var people = 100
  var liked = 10

  static let fields: [Field<Ring>] = [
    .integer("people", \.people, 3...100_000, "people in the ring"),
    .integer("liked", \.liked, 1...1000, "how many of the next ones each likes"),
  ]

  var simulation: SimulationSize? {
    SimulationSize(records: people * liked, bytes: 100 * Double(people * liked))
  }

  func load(_ data: DataSettings) -> Dataset {
    let names = (1...people).map { "\($0)" }
    let events = (0..<people).flatMap { person in
      (1...liked).map { Event(user: Int32(person), item: Int32((person + $0) % people)) }
    }
    return Dataset(
      name: Self.dataset, events: events, userIDs: names, itemIDs: names,
      digest: SHA256.hex(of: encoded().canonicalText))
  }

  static let source = DatasetSource(
    Ring.self, title: "People in a ring", source: "made up; whoever likes the same is near")
}
