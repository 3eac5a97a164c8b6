import Schema

/// Divides a data set, or a sample of its interactions; see ``DataSettings/sample``.
///
/// The same arguments give the same split on every machine. The test part does not depend on the
/// validation setting: validation is carved from what the test part leaves.
/// `seed` is the trial's, used unless the settings name one.
///
/// Shares are rounded to the nearest whole number of interactions.
/// Throws `Problem.data` if there are fewer interactions than are to be sampled, if nobody is left to
/// test or nothing to learn from, if a split by time or leave-one-out meets an unknown time, and for
/// split files as described at ``SplitMethod/files``.
public func makeSplit(
  _ dataset: Dataset, feedback: Feedback, sample: Int? = nil, settings: SplitSettings, seed: UInt64
) throws(Problem) -> Split {
  let division: Division
  let parts: Parts
  if settings.method == .files {
    (division, parts) = try fileParts(dataset, feedback, settings, seed)
  } else {
    division = Division(of: try feedback.select(dataset), in: dataset, settings, seed: seed)
    parts = try division.parts(of: division.sample(sample))
  }
  func interactions(_ places: [Int]) -> Interactions {
    Interactions(
      users: dataset.users, items: dataset.items,
      pairs: places.map { (division.events[$0].user, division.events[$0].item) })
  }
  return Split(
    train: interactions(parts.train), validation: interactions(parts.validation),
    test: interactions(parts.test))
}

/// Divides the records of a data set, or a sample of them, as `makeSplit` does interactions: every event is
/// a record.
///
/// Throws as `makeSplit` does.
public func makeRecordSplit(
  _ dataset: Dataset, sample: Int? = nil, settings: SplitSettings, seed: UInt64
) throws(Problem) -> RecordSplit {
  let division = Division(of: dataset.events, in: dataset, settings, seed: seed)
  let parts = try division.parts(of: division.sample(sample))
  return RecordSplit(
    train: parts.train.map(Int32.init), validation: parts.validation.map(Int32.init),
    test: parts.test.map(Int32.init))
}

/// The parts that published files give; the feedback rule applies to the ratings in the files.
///
/// Throws `Problem.data` naming file and line on what `InteractionsFile` refuses, an id that the
/// data set does not have, and a test or validation pair that an earlier part has.
private func fileParts(
  _ dataset: Dataset, _ feedback: Feedback, _ settings: SplitSettings, _ seed: UInt64
) throws(Problem) -> (Division, Parts) {
  let index = IDIndex(users: dataset.userIDs, items: dataset.itemIDs)
  var seen: [Int64: String] = [:]
  var kept: [Event] = []
  func places(_ path: String?) throws(Problem) -> [Int] {
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
    let start = kept.count
    kept += events.filter(feedback.keeps)
    return Array(start..<kept.count)
  }
  guard settings.trainFile != nil, settings.testFile != nil else {
    throw .usage("the split method \"files\" needs \"trainFile\" and \"testFile\"")
  }
  var parts = Parts(
    train: try places(settings.trainFile), validation: try places(settings.validationFile),
    test: try places(settings.testFile))
  let division = Division(of: kept, in: dataset, settings, seed: seed)
  if settings.validationFile == nil {
    let (held, rest) = try division.validation(of: parts.train)
    (parts.validation, parts.train) = (held, rest)
  }
  try division.check(parts)
  return (division, parts)
}
