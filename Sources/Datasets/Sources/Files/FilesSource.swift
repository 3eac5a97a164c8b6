import Basics

/// The data set that a user's own files make: `"dataset": "files", "files": ["ratings.tsv"]`.
enum FilesSource {
  static let name = "files"

  /// Its place in the list of data sets. It lies where the spec says, so there is nothing to fetch.
  static let source = DatasetSource(
    FilesSettings.self, title: "Files of your own",
    source: "the files that a spec names, of user item [rating [time]] lines")

  /// One data set of all lines of these files, in the order given.
  ///
  /// Dense indices follow the ids in ascending order, by value where all are whole numbers and by
  /// their bytes otherwise, so they do not depend on the order of the lines.
  /// Throws as `InteractionsFile` does, on a pair that occurs in two files unless repeats are
  /// allowed, and on an empty list.
  static func load(_ paths: [String], allowingRepeats: Bool = false) throws(Problem) -> Dataset {
    guard !paths.isEmpty else {
      throw .usage("the data set \"\(name)\" needs \"files\": the files that it is read from")
    }
    var files: [InteractionsFile] = []
    for path in paths {
      files.append(try InteractionsFile(path: path, allowingRepeats: allowingRepeats))
    }
    return try dataset(files, allowingRepeats: allowingRepeats)
  }

  /// Begins the digest of a user's own files. The number changes with what the same bytes mean, so
  /// that trials of an earlier meaning are not taken for finished.
  static func digest() -> SHA256 {
    var digest = SHA256()
    digest.update("reading 2\n")
    return digest
  }

  /// The data set of files already read.
  static func dataset(
    _ files: [InteractionsFile], allowingRepeats: Bool = false
  ) throws(Problem) -> Dataset {
    let userIDs = Words(files.flatMap(\.users)).words
    let itemIDs = Words(files.flatMap(\.items)).words
    let index = IDIndex(users: userIDs, items: itemIDs)
    var events: [Event] = []
    var digest = digest()
    var seen: Set<Int64> = []
    for file in files {
      digest.update("\(file.bytes.count)\n")
      digest.update(file.bytes)
      for event in try index.events(of: file) {
        // Within a file there is no repeat.
        guard files.count == 1 || allowingRepeats || seen.insert(event.pair).inserted else {
          throw .data(
            "\(file.path): has user \(userIDs[Int(event.user)]), item"
              + " \(itemIDs[Int(event.item)]), which an earlier file has too")
        }
        events.append(event)
      }
    }
    return Dataset(
      name: name, events: events, userIDs: userIDs, itemIDs: itemIDs,
      notes: files.compactMap { file in
        file.times.map { "\(file.path): times in \($0), by their size" }
      },
      digest: digest.finish())
  }
}

/// Finds the dense index of an id as written.
struct IDIndex {
  private let users: WordIndex
  private let items: WordIndex

  init(users: [String], items: [String]) {
    self.users = WordIndex(users)
    self.items = WordIndex(items)
  }

  /// The file's events with these indices. Throws `Problem.data` naming the line of an unknown id.
  func events(of file: InteractionsFile) throws(Problem) -> [Event] {
    let users = file.users.map { self.users.place(of: $0) }
    let items = file.items.map { self.items.place(of: $0) }
    var events = file.events
    for place in events.indices {
      let event = events[place]
      guard let user = users[Int(event.user)] else {
        throw .data(
          "\(file.path):\(file.lines[place]): the data set has no user \"\(file.users[Int(event.user)])\""
        )
      }
      guard let item = items[Int(event.item)] else {
        throw .data(
          "\(file.path):\(file.lines[place]): the data set has no item \"\(file.items[Int(event.item)])\""
        )
      }
      (events[place].user, events[place].item) = (user, item)
    }
    return events
  }
}
