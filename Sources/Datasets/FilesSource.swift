import Schema

/// The data set that a user's own files make: `"dataset": "files", "files": ["ratings.tsv"]`.
enum FilesSource {
  static let name = "files"

  /// Its place in the list of data sets. It lies where the spec says, so there is nothing to fetch.
  static let source = DatasetSource.ofSpecs(
    name, title: "Files of your own",
    source: "the files that a spec names, of user item [rating [time]] lines")

  /// One data set of all lines of these files, in the order given.
  ///
  /// Dense indices follow the ids in ascending order, by value where all are whole numbers and by
  /// their bytes otherwise, so they do not depend on the order of the lines.
  /// Throws as `InteractionsFile` does, on a pair that occurs in two files, and on an empty list.
  static func load(_ paths: [String]) throws(Problem) -> Dataset {
    guard !paths.isEmpty else {
      throw .usage("the data set \"\(name)\" needs \"files\": the files that it is read from")
    }
    var files: [InteractionsFile] = []
    for path in paths { files.append(try InteractionsFile(path: path)) }
    return try dataset(files)
  }

  /// The data set of files already read.
  static func dataset(_ files: [InteractionsFile]) throws(Problem) -> Dataset {
    let userIDs = ordered(Set(files.lazy.flatMap(\.rows).map(\.user)))
    let itemIDs = ordered(Set(files.lazy.flatMap(\.rows).map(\.item)))
    let index = IDIndex(users: userIDs, items: itemIDs)
    var events: [Event] = []
    var digest = SHA256()
    var seen: Set<Int64> = []
    for file in files {
      digest.update("\(file.bytes.count)\n")
      digest.update(file.bytes)
      for event in try index.events(of: file) {
        guard seen.insert(Int64(event.user) << 32 | Int64(event.item)).inserted else {
          throw .data(
            "\(file.path): has user \(userIDs[Int(event.user)]), item"
              + " \(itemIDs[Int(event.item)]), which an earlier file has too")
        }
        events.append(event)
      }
    }
    return Dataset(
      name: name, events: events, userIDs: userIDs, itemIDs: itemIDs, digest: digest.finish())
  }

  /// Ids in ascending order: by value if all are whole numbers, by their UTF-8 bytes otherwise.
  static func ordered(_ ids: Set<String>) -> [String] {
    let numbers = ids.compactMap { Int($0) }
    guard Set(numbers).count == ids.count else {
      return ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    return ids.sorted { (Int($0) ?? 0) < (Int($1) ?? 0) }
  }
}

/// Finds the dense index of an id as written.
struct IDIndex {
  private let users: [String: Int32]
  private let items: [String: Int32]

  init(users: [String], items: [String]) {
    func places(_ ids: [String]) -> [String: Int32] {
      Dictionary(ids.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    }
    self.users = places(users)
    self.items = places(items)
  }

  /// The file's rows with dense indices. Throws `Problem.data` naming the line of an unknown id.
  func events(of file: InteractionsFile) throws(Problem) -> [Event] {
    var events: [Event] = []
    events.reserveCapacity(file.rows.count)
    for (place, row) in file.rows.enumerated() {
      guard let user = users[row.user] else {
        throw .data("\(file.path):\(place + 1): the data set has no user \"\(row.user)\"")
      }
      guard let item = items[row.item] else {
        throw .data("\(file.path):\(place + 1): the data set has no item \"\(row.item)\"")
      }
      events.append(Event(user: user, item: item, rating: row.rating, time: row.time))
    }
    return events
  }
}
