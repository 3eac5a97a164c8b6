import Basics

/// Divides a data set, or a sample of its interactions; see ``DataSettings/sample``.
///
/// The same arguments give the same split on every machine. The test part does not depend on the
/// validation setting: validation is carved from what the test part leaves.
/// `seed` is the trial's, used unless the settings name one. `duplicates` says what becomes of
/// repeats before anything is divided.
///
/// Shares are rounded to the nearest whole number of interactions. `liked` says which events make a
/// held-out item relevant; all are learned from.
/// Throws `Problem.data` if there are fewer interactions than are to be sampled, if nobody is left
/// to test or, unless all is to be tested, nothing to learn from, if a split by time or
/// leave-one-out meets an unknown time, and for split files as described at ``SplitMethod/files``;
/// as ``LikedRule`` does.
package func makeSplit(
  _ dataset: Dataset, feedback: Feedback, duplicates: Duplicates = .first,
  liked: LikedRule? = nil, sample: Int? = nil, settings: SplitSettings, seed: UInt64
) throws(Problem) -> Split {
  let selection = Selection(feedback: feedback, duplicates: duplicates)
  let marks = try liked?.marks(of: dataset)
  let division: Division
  let parts: Parts
  if settings.method == .files {
    (division, parts) = try fileParts(dataset, selection, settings, seed)
  } else {
    division = Division(of: try selection.events(of: dataset), in: dataset, settings, seed: seed)
    parts = try division.parts(of: division.sample(sample))
  }
  if liked != nil, division.records.isEmpty {
    throw .usage(
      "\(dataset.name): the files of the split do not tell what is liked; expected a split of the"
        + " data set itself")
  }
  func interactions(_ places: [Int]) -> Interactions {
    Interactions(
      users: dataset.users, items: dataset.items,
      pairs: places.lazy.map { (division.events[$0].user, division.events[$0].item) })
  }
  func part(_ places: [Int]) -> SplitPart {
    SplitPart(
      events: places.map { division.events[$0] },
      records: division.records.isEmpty ? [] : places.map { division.records[$0] })
  }
  let train = interactions(parts.train)
  // Where repeats are kept, what was learned from is no longer to be found.
  func unseen(_ places: [Int], _ seen: [Interactions]) -> [Int] {
    guard duplicates == .keep else { return places }
    return places.filter { place in
      let event = division.events[place]
      return !seen.contains { $0.contains(user: Int(event.user), item: Int(event.item)) }
    }
  }
  func likedOnes(_ places: [Int]) -> [Int] {
    guard let marks else { return places }
    return places.filter { marks[Int(division.records[$0])] }
  }
  let validation = interactions(unseen(parts.validation, [train]))
  let tested = likedOnes(parts.test)
  let test = interactions(unseen(tested, [train, validation]))
  guard test.count > 0 else {
    throw .data(
      tested.isEmpty
        ? "\(dataset.name): nothing that is held out is liked"
        : "\(dataset.name): every interaction that is held out was learned from too")
  }
  return Split(
    train: train, validation: validation,
    chosenBy: marks.map { _ in interactions(unseen(likedOnes(parts.validation), [train])) },
    test: test, trainPart: part(parts.train), validationPart: part(parts.validation),
    testPart: part(tested))
}

/// Divides the records of a data set, or a sample of them, as `makeSplit` does interactions: every
/// event is a record.
///
/// Throws as `makeSplit` does.
package func makeRecordSplit(
  _ dataset: Dataset, sample: Int? = nil, settings: SplitSettings, seed: UInt64
) throws(Problem) -> RecordSplit {
  let division = Division(
    of: SelectedEvents(all: dataset.events), in: dataset, settings, seed: seed)
  let parts: Parts
  if settings.method == .files {
    var given = Parts(train: [], validation: [], test: [])
    if let (train, validation, test) = dataset.fileRanges(settings) {
      given = Parts(train: Array(train), validation: Array(validation), test: Array(test))
    }
    try division.carveValidation(of: &given)
    parts = given
  } else {
    parts = try division.parts(of: division.sample(sample))
  }
  guard !parts.train.isEmpty else {
    throw .data("\(dataset.name): the split leaves nothing to learn from")
  }
  return RecordSplit(
    train: parts.train.map(Int32.init), validation: parts.validation.map(Int32.init),
    test: parts.test.map(Int32.init))
}
