import Basics

/// The parts of a data set, as places in a list of events.
struct Parts: Equatable {
  var train: [Int]
  var validation: [Int]
  var test: [Int]
}

/// How events are divided by settings and a seed; what is divided is a matter of places in
/// `events`.
struct Division {
  let events: [Event]
  /// Where each event stands among the data set's, as its columns count; empty where they are of
  /// another source.
  let records: [Int32]
  private let settings: SplitSettings
  private let seed: UInt64
  /// For messages.
  private let dataset: Dataset

  /// A division of events of a data set; `seed` is the trial's, used unless the settings name one.
  init(
    of selected: SelectedEvents, in dataset: Dataset, _ settings: SplitSettings, seed: UInt64
  ) {
    (events, records) = (selected.events, selected.places)
    (self.dataset, self.settings) = (dataset, settings)
    self.seed = settings.seed.map { UInt64($0) } ?? seed
  }

  /// So many of the events, or all. Larger samples of the same seed contain smaller ones.
  func sample(_ count: Int?) throws(Problem) -> [Int] {
    guard let count else { return Array(events.indices) }
    guard count <= events.count else {
      throw .data(
        "\(dataset.name): a sample of \(count) cannot be drawn from \(events.count) interactions")
    }
    var random = Random(seed: seed, stream: "sample")
    var order = Array(events.indices)
    random.shuffle(&order)
    return order.prefix(count).sorted()
  }

  /// The test part, and what it leaves divided into validation and training.
  ///
  /// Throws `Problem.data` where nothing is left to test or to learn from, or a time that the
  /// method needs is unknown.
  func parts(of places: [Int]) throws(Problem) -> Parts {
    let known = try test(of: places)
    let inner = try validation(of: known.kept)
    let parts = Parts(train: inner.kept, validation: inner.held, test: known.held)
    try check(parts)
    return parts
  }

  private func test(of places: [Int]) throws(Problem) -> (held: [Int], kept: [Int]) {
    guard settings.method == .published else {
      return try hold(settings.test, of: places, Random(seed: seed, stream: "split/test"))
    }
    let tested = try dataset.publishedTest(settings.name ?? "")
    return (
      held: places.filter { tested.contains(events[$0].pair) },
      kept: places.filter { !tested.contains(events[$0].pair) }
    )
  }

  /// What training leaves to choose settings by.
  func validation(of places: [Int]) throws(Problem) -> (held: [Int], kept: [Int]) {
    try hold(settings.validation, of: places, Random(seed: seed, stream: "split/validation"))
  }

  /// Refuses parts that leave nobody to test or nothing to learn from.
  func check(_ parts: Parts) throws(Problem) {
    let name = "\(dataset.name): the split \"\(settings.method.rawValue)\""
    guard !parts.test.isEmpty else {
      throw .data(
        "\(name) leaves nobody to test"
          + (settings.method == .leaveOneOut ? ": no user has two interactions" : ""))
    }
    // What learns nothing can be tested on everything, where a spec asks for that.
    guard !parts.train.isEmpty || settings.testsAll else {
      throw .data("\(name) leaves nothing to learn from")
    }
  }

  /// Holds a share of the events back. Under leave-one-out any positive share holds one event a
  /// user.
  private func hold(
    _ share: Double, of places: [Int], _ random: Random
  ) throws(Problem) -> (held: [Int], kept: [Int]) {
    guard share > 0 else { return ([], places) }
    var random = random
    var isHeld = [Bool](repeating: false, count: places.count)
    switch settings.method {
    case .random, .files, .published:
      var order = Array(places.indices)
      random.shuffle(&order)
      for index in order.prefix(rounded(share, of: places.count)) { isHeld[index] = true }
    case .randomPerUser:
      for var own in indicesByUser(places) where !own.isEmpty {
        random.shuffle(&own)
        let count = min(rounded(share, of: own.count), own.count - 1)
        for index in own.prefix(count) { isHeld[index] = true }
      }
    case .leaveOneOut, .byTimePerUser:
      for own in indicesByUser(places) where own.count > 1 {
        guard own.allSatisfy({ events[places[$0]].time != nil }) else {
          let user = Int(events[places[own[0]]].user)
          throw .data(
            "\(dataset.name): \(settings.method.rawValue) needs the time of every interaction, and"
              + " user \(dataset.userIDs[user]) has one without")
        }
        let count =
          settings.method == .leaveOneOut ? 1 : min(rounded(share, of: own.count), own.count - 1)
        let order = own.sorted { isEarlier($0, $1, places) }
        for index in order.suffix(count) { isHeld[index] = true }
      }
    case .byTime:
      guard places.allSatisfy({ events[$0].time != nil }) else {
        throw .data("\(dataset.name): a split by time needs the time of every interaction")
      }
      let order = places.indices.sorted { isEarlier($0, $1, places) }
      for index in order.suffix(rounded(share, of: places.count)) { isHeld[index] = true }
    }
    return (
      held: places.indices.filter { isHeld[$0] }.map { places[$0] },
      kept: places.indices.filter { !isHeld[$0] }.map { places[$0] }
    )
  }

  /// Where in `places` each user's are, in order.
  private func indicesByUser(_ places: [Int]) -> [[Int]] {
    var indices = [[Int]](repeating: [], count: dataset.users)
    for (index, place) in places.enumerated() { indices[Int(events[place].user)].append(index) }
    return indices
  }

  /// Whether one event is before another in time, of equal times in order.
  private func isEarlier(_ a: Int, _ b: Int, _ places: [Int]) -> Bool {
    let (x, y) = (events[places[a]].time, events[places[b]].time)
    guard let x, let y, x != y else { return a < b }
    return x < y
  }

  private func rounded(_ share: Double, of count: Int) -> Int {
    Int((share * Double(count)).rounded())
  }
}
