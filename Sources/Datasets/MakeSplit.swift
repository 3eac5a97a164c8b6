import Schema

/// Divides a data set, or a sample of its interactions; see ``DataSettings/sample``.
///
/// The same arguments give the same split on every machine. The test part does not depend on the
/// validation setting: validation is carved from what the test part leaves.
/// `seed` is the trial's, used unless the settings name one.
///
/// Shares are rounded to the nearest whole number of interactions.
/// Throws `Problem.data` if there are fewer interactions than are to be sampled, if nobody is left to test or nothing to learn from, if a split by time
/// or leave-one-out meets an unknown time, and for split files as described at ``SplitMethod/files``.
public func makeSplit(
  _ dataset: Dataset, feedback: Feedback, sample: Int? = nil, settings: SplitSettings, seed: UInt64
) throws(Problem) -> Split {
  let seed = settings.seed.map { UInt64($0) } ?? seed
  let parts: Parts
  if settings.method == .files {
    parts = try fileParts(dataset, feedback, settings, seed)
  } else {
    let events = try sampled(sample, of: feedback.select(dataset), in: dataset, seed: seed)
    let known = try hold(
      settings.test, of: events, by: settings.method, in: dataset,
      Random(seed: seed, stream: "split/test"))
    let inner = try hold(
      settings.validation, of: known.kept, by: settings.method, in: dataset,
      Random(seed: seed, stream: "split/validation"))
    parts = Parts(train: inner.kept, validation: inner.held, test: known.held)
  }
  guard !parts.test.isEmpty else {
    throw .data(
      "\(dataset.name): the split \"\(settings.method.rawValue)\" leaves nobody to test"
        + (settings.method == .leaveOneOut ? ": no user has two interactions" : ""))
  }
  guard !parts.train.isEmpty else {
    throw .data(
      "\(dataset.name): the split \"\(settings.method.rawValue)\" leaves nothing to learn from")
  }
  func interactions(_ events: [Event]) -> Interactions {
    Interactions(
      users: dataset.users, items: dataset.items, pairs: events.map { ($0.user, $0.item) })
  }
  return Split(
    train: interactions(parts.train), validation: interactions(parts.validation),
    test: interactions(parts.test))
}

/// So many of the events, in their order. Larger samples of the same seed contain smaller ones.
private func sampled(
  _ count: Int?, of events: [Event], in dataset: Dataset, seed: UInt64
) throws(Problem) -> [Event] {
  guard let count else { return events }
  guard count <= events.count else {
    throw .data(
      "\(dataset.name): a sample of \(count) cannot be drawn from \(events.count) interactions")
  }
  var random = Random(seed: seed, stream: "sample")
  var order = Array(events.indices)
  random.shuffle(&order)
  return order.prefix(count).sorted().map { events[$0] }
}

/// The three parts as events.
struct Parts {
  var train: [Event]
  var validation: [Event]
  var test: [Event]
}

/// Holds a share of the events back. Under leave-one-out any positive share holds one event a user.
private func hold(
  _ share: Double, of events: [Event], by method: SplitMethod, in dataset: Dataset,
  _ random: Random
) throws(Problem) -> (held: [Event], kept: [Event]) {
  guard share > 0 else { return ([], events) }
  var random = random
  var isHeld = [Bool](repeating: false, count: events.count)
  switch method {
  case .random, .files:
    var order = Array(events.indices)
    random.shuffle(&order)
    for place in order.prefix(rounded(share, of: events.count)) { isHeld[place] = true }
  case .randomPerUser:
    for var places in placesByUser(events, users: dataset.users) where !places.isEmpty {
      random.shuffle(&places)
      let count = min(rounded(share, of: places.count), places.count - 1)
      for place in places.prefix(count) { isHeld[place] = true }
    }
  case .leaveOneOut:
    for places in placesByUser(events, users: dataset.users) where places.count > 1 {
      guard let last = last(of: places, events) else {
        throw .data(
          "\(dataset.name): leave-one-out needs the time of every interaction, and user"
            + " \(dataset.userIDs[Int(events[places[0]].user)]) has one without")
      }
      isHeld[last] = true
    }
  case .byTime:
    guard events.allSatisfy({ $0.time != 0 }) else {
      throw .data("\(dataset.name): a split by time needs the time of every interaction")
    }
    let order = events.indices.sorted { (events[$0].time, $0) < (events[$1].time, $1) }
    for place in order.suffix(rounded(share, of: events.count)) { isHeld[place] = true }
  }
  let places = events.indices
  return (
    held: places.filter { isHeld[$0] }.map { events[$0] },
    kept: places.filter { !isHeld[$0] }.map { events[$0] }
  )
}

/// Where in `events` each user's are, in order.
private func placesByUser(_ events: [Event], users: Int) -> [[Int]] {
  var places = [[Int]](repeating: [], count: users)
  for (place, event) in events.enumerated() { places[Int(event.user)].append(place) }
  return places
}

/// The place of the last event in time, of equal times the later line; nil if a time is unknown.
private func last(of places: [Int], _ events: [Event]) -> Int? {
  guard places.allSatisfy({ events[$0].time != 0 }) else { return nil }
  return places.max { (events[$0].time, $0) < (events[$1].time, $1) }
}

private func rounded(_ share: Double, of count: Int) -> Int {
  Int((share * Double(count)).rounded())
}

/// The parts that published files give; the feedback rule applies to the ratings in the files.
///
/// Throws `Problem.data` naming file and line on what `InteractionsFile` refuses, an id that the
/// data set does not have, and a test or validation pair that an earlier part has.
private func fileParts(
  _ dataset: Dataset, _ feedback: Feedback, _ settings: SplitSettings, _ seed: UInt64
) throws(Problem) -> Parts {
  let index = IDIndex(users: dataset.userIDs, items: dataset.itemIDs)
  var seen: [Int64: String] = [:]
  func events(_ path: String?) throws(Problem) -> [Event] {
    guard let path else { return [] }
    let events = try index.events(of: InteractionsFile(path: path))
    for (place, event) in events.enumerated() {
      let pair = Int64(event.user) << 32 | Int64(event.item)
      if let other = seen.updateValue(path, forKey: pair) {
        throw .data(
          "\(path):\(place + 1): user \(dataset.userIDs[Int(event.user)]), item"
            + " \(dataset.itemIDs[Int(event.item)]) is in \(other) too")
      }
    }
    return events.filter(feedback.keeps)
  }
  guard settings.trainFile != nil, settings.testFile != nil else {
    throw .usage("the split method \"files\" needs \"trainFile\" and \"testFile\"")
  }
  let train = try events(settings.trainFile)
  let validation = try events(settings.validationFile)
  let test = try events(settings.testFile)
  guard settings.validationFile == nil else {
    return Parts(train: train, validation: validation, test: test)
  }
  let inner = try hold(
    settings.validation, of: train, by: .files, in: dataset,
    Random(seed: seed, stream: "split/validation"))
  return Parts(train: inner.kept, validation: inner.held, test: test)
}
