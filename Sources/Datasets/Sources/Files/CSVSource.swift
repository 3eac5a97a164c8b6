import Basics

/// The data set that text files of a user's own make: `"dataset": "csv", "csv": { … }`.
enum CSVSource {
  static let name = "csv"

  /// Its place in the list of data sets. It lies where the spec says, so there is nothing to fetch.
  static let source = DatasetSource(
    CSVSettings.self, title: "Text files of your own",
    source: "the files that a spec names, with columns that it describes")

  /// One data set of all records of these files, in the order given.
  ///
  /// Throws `Problem.data` naming file and line: for a column that is not in the header, a row with
  /// more or fewer cells, a cell that is not what the spec says – unless damaged records are
  /// dropped.
  static func load(_ settings: CSVSettings, files: [String]) throws(Problem) -> Dataset {
    var records = RecordReading(settings)
    var digest = FilesSource.digest()
    for path in files {
      let bytes = try TextFile.read(path)
      digest.update("\(bytes.count)\n")
      digest.update(bytes)
      try records.read(bytes, path)
    }
    guard records.count > 0 else {
      let note = records.droppedRecords.note.map {
        "; \($0.prefix(1).lowercased())\($0.dropFirst())"
      }
      throw .data("\(files.first ?? name): has no records\(note ?? "")")
    }
    if let time = settings.column(of: .time) {
      try records.times.check(
        time.name, files.count == 1 ? files[0] : "\(files[0]) and what follows")
    }
    let users = records.entities(.user, of: "everybody")
    let items = records.entities(.item, of: "everything")
    let ofItems = try settings.items.map { settings throws(Problem) in
      try Attributes(settings, of: items.words, digest: &digest)
    }
    let ofUsers = try settings.users.map { settings throws(Problem) in
      try Attributes(settings, of: users.words, digest: &digest)
    }
    return Dataset(
      name: name, events: records.events(users.places, items.places), userIDs: users.words,
      itemIDs: items.words, itemTitles: ofItems?.titles, userFeatures: ofUsers?.features ?? [],
      itemFeatures: ofItems?.features ?? [],
      columns: settings.columns.indices.compactMap(records.column),
      dropped: records.droppedRecords,
      notes: records.timeNote.map { [$0] } ?? [], fileCounts: records.counts,
      digest: digest.finish())
  }
}

extension RecordReading {
  /// Whom, or what, the records are about.
  fileprivate func entities(_ kind: CSVColumn.Kind, of all: String) -> Words {
    guard let index = settings.columns.firstIndex(where: { $0.kind == kind }) else {
      return Words([String](repeating: all, count: count))
    }
    return words[index].words()
  }

  /// The records with these users and items.
  fileprivate func events(_ users: [Int32], _ items: [Int32]) -> [Event] {
    let rating = settings.columns.firstIndex { $0.kind == .rating }
    let hasTimes = settings.column(of: .time) != nil
    return (0..<count).map { record in
      let known = rating.map { numbers[$0][record] } ?? .nan
      return Event(
        user: users[record], item: items[record], rating: known.isNaN ? nil : known,
        time: hasTimes ? times[record] : nil)
    }
  }

  /// What was found out of the times.
  fileprivate var timeNote: String? {
    guard let column = settings.column(of: .time), let found = times.found else { return nil }
    return "\(column.name): times in \(found), as they look"
  }

  /// What a column says beyond user, item, rating and time.
  fileprivate func column(_ index: Int) -> Column? {
    let column = settings.columns[index]
    switch column.kind {
    case .user, .item, .rating, .time: return nil
    case .label, .number: return Column(column.name, .numbers(numbers[index]))
    case .category:
      let known = words[index].words()
      return Column(column.name, .categories(vocabulary: known.words, known.places))
    case .set:
      let rows = words[index].words()
      let sets = SetVocabulary(
        rows.words.map { SetVocabulary.values(of: $0, column.separator) } + [[]])
      // A missing value is the last set, which is empty.
      let empty = Int32(rows.words.count)
      return Column(
        column.name,
        .sets(
          vocabulary: sets.vocabulary, sets: sets.sets,
          rows.places.map { $0 < 0 ? empty : $0 }))
    }
  }
}
