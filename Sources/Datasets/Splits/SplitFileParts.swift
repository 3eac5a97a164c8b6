import Basics

/// The parts that published files give; the feedback rule applies to the ratings in the files.
///
/// Throws `Problem.data` naming file and line on what `InteractionsFile` refuses, an id that the
/// data set does not have, and a test or validation pair that an earlier part has.
func fileParts(
  _ dataset: Dataset, _ selection: Selection, _ settings: SplitSettings, _ seed: UInt64
) throws(Problem) -> (Division, Parts) {
  var collected = PartCollection(dataset, selection)
  for part in try dataset.parts(of: settings, selection.duplicates) {
    if part.events.contains(where: { $0.rating == nil }) {
      try selection.feedback.checkKnown(dataset)
    }
    try collected.add(part)
  }
  let division = Division(of: collected.selected, in: dataset, settings, seed: seed)
  let ranges = collected.ranges.map(Array.init)
  var parts = Parts(
    train: ranges.first ?? [], validation: ranges.count > 2 ? ranges[1] : [],
    test: ranges.last ?? [])
  try division.carveValidation(of: &parts)
  return (division, parts)
}

extension Division {
  /// Where files give no validation part, carves it from the training part; refuses parts that
  /// leave nothing.
  func carveValidation(of parts: inout Parts) throws(Problem) {
    if parts.validation.isEmpty {
      let (held, rest) = try validation(of: parts.train)
      (parts.validation, parts.train) = (held, rest)
    }
    try check(parts)
  }
}

/// The events that one file of a split gave.
private struct FilePart {
  let path: String
  let events: [Event]
  /// Where each event stands in the file, counted from 1; empty where that is not known.
  let lines: [Int32]
  /// Where the first event stands among those of the data set; nil where it is of another source.
  let start: Int?
}

/// The events of one part after another.
private struct PartCollection {
  private let dataset: Dataset
  private let selection: Selection
  /// The part of each pair.
  private var seen: [Int64: Int] = [:]
  private var paths: [String] = []
  private var kept: [Event] = []
  private var records: [Int32] = []
  private(set) var ranges: [Range<Int>] = []

  init(_ dataset: Dataset, _ selection: Selection) {
    (self.dataset, self.selection) = (dataset, selection)
  }

  /// All that was added.
  var selected: SelectedEvents { SelectedEvents(kept, records) }

  /// Adds a part, by user and item, so that the order of lines is no matter.
  mutating func add(_ part: FilePart) throws(Problem) {
    let number = paths.count
    paths.append(part.path)
    if !selection.duplicates.keepsAll {
      for (place, event) in part.events.enumerated() {
        guard let other = seen.updateValue(number, forKey: event.pair), other != number else {
          continue
        }
        let line = part.lines.isEmpty ? "" : ":\(part.lines[place])"
        throw .data(
          "\(part.path)\(line): user \(dataset.userIDs[Int(event.user)]), item"
            + " \(dataset.itemIDs[Int(event.item)]) is in \(paths[other]) too")
      }
    }
    let start = kept.count
    let order = part.events.indices.sorted { Event.isBefore(part.events[$0], part.events[$1]) }
    let selected = selection.select(order.map { part.events[$0] })
    kept += selected.events
    if let first = part.start { records += selected.places.map { Int32(first + order[Int($0)]) } }
    ranges.append(start..<kept.count)
  }
}

extension SplitSettings {
  /// The files of the parts, in the order of learning, choosing and testing.
  var files: [String] { [trainFile, validationFile, testFile].compactMap(\.self) }
}

extension Dataset {
  /// The events of each file of the split.
  fileprivate func parts(
    of settings: SplitSettings, _ duplicates: Duplicates
  ) throws(Problem) -> [FilePart] {
    guard settings.trainFile != nil, settings.testFile != nil else {
      throw .usage("the split method \"files\" needs \"trainFile\" and \"testFile\"")
    }
    var parts: [FilePart] = []
    guard fileCounts.isEmpty else {
      var start = 0
      for (path, count) in zip(settings.files, fileCounts) {
        parts.append(
          FilePart(
            path: path, events: Array(events[start..<start + count]), lines: [], start: start))
        start += count
      }
      return parts
    }
    let index = IDIndex(users: userIDs, items: itemIDs)
    for path in settings.files {
      let file = try InteractionsFile(path: path, allowingRepeats: duplicates != .first)
      parts.append(
        FilePart(
          path: path, events: completed(try index.events(of: file)), lines: file.lines, start: nil))
    }
    return parts
  }

  /// Events with the ratings and times that the data set knows of their pairs, where they tell
  /// none.
  private func completed(_ part: [Event]) -> [Event] {
    guard part.contains(where: { $0.rating == nil || $0.time == nil }) else { return part }
    var known: [Int64: Event] = [:]
    for event in events where known[event.pair].map({ Event.isEarlier(event, $0) }) ?? true {
      known[event.pair] = event
    }
    return part.map { event in
      var event = event
      event.rating = event.rating ?? known[event.pair]?.rating
      event.time = event.time ?? known[event.pair]?.time
      return event
    }
  }

  /// Which records the files of the split gave: to learn from, to choose by, to test on; nil where
  /// the data set is not of these files.
  func fileRanges(_ settings: SplitSettings) -> (Range<Int>, Range<Int>, Range<Int>)? {
    guard fileCounts.count == settings.files.count, fileCounts.count > 1 else { return nil }
    let train = fileCounts[0]
    let held = train + (fileCounts.count > 2 ? fileCounts[1] : 0)
    return (0..<train, train..<held, held..<events.count)
  }
}
