import Basics

/// One file of MovieLens-100K in one of the forms in which it is handed on.
///
/// Three differences are mended: the wheel spells item 267 "unkonwn", gives item 1412 the year "V"
/// (from its title's end, "(1995) (V)"), and lists genres in an order of its own.
struct MovieLens100KFile {
  enum Form: Sendable {
    /// As the archive of the authors has it; `u.item` is Latin-1 with a column for each genre.
    case archive
    /// As the wheel has it: a header line, and tabs.
    case wheel
    /// Our own form of the items.
    case kept
  }

  let path: String
  let bytes: [UInt8]
  let form: Form

  /// The files that may hold each part, the preferred one first.
  static func names(of part: MovieLens100KPart) -> [(name: String, form: Form)] {
    switch part {
    case .ratings: [("u.data", .archive), ("ml-100k.inter", .wheel)]
    case .users: [("u.user", .archive), ("ml-100k.user", .wheel)]
    case .items: [("items.tsv", .kept), ("u.item", .archive), ("ml-100k.item", .wheel)]
    }
  }

  /// The bytes after the header line, if there is one.
  var contents: Range<Int> {
    guard form == .wheel, let end = bytes.firstIndex(of: .lineFeed) else { return bytes.indices }
    return end + 1..<bytes.count
  }

  /// At the first line after the header.
  private func reader(_ separator: String) throws(Problem) -> TextReader {
    var reader = TextReader(bytes, file: path, Dialect(separator))
    if form == .wheel { _ = try reader.next() }
    return reader
  }

  /// The ratings; users and items are numbered from 0.
  func ratings(_ sizes: MovieLens100KRecords.Sizes) throws(Problem) -> [Event] {
    var events: [Event] = []
    events.reserveCapacity(sizes.ratings)
    var firstLines = [Int32](repeating: 0, count: sizes.users * sizes.items)
    var reader = try self.reader("\t")
    try reader.forEachLine(sizes.ratings, fields: ["user", "item", "rating", "time"]) {
      (reader, fields) throws(Problem) in
      let user = try reader.integer(fields[0], in: 1...sizes.users, "user")
      let item = try reader.integer(fields[1], in: 1...sizes.items, "item")
      let rating = try reader.integer(fields[2], in: 1...5, "rating")
      let time = try reader.integer(fields[3], in: 1...Int(Int32.max), "time")
      let cell = (user - 1) * sizes.items + item - 1
      guard firstLines[cell] == 0 else {
        throw reader.problem("repeats user \(user), item \(item) of line \(firstLines[cell])")
      }
      firstLines[cell] = Int32(reader.number)
      events.append(
        Event(
          user: Int32(user - 1), item: Int32(item - 1), rating: Double(rating),
          time: Timestamp(seconds: Int64(time))))
    }
    return events
  }

  /// The users, in order.
  func people(_ sizes: MovieLens100KRecords.Sizes) throws(Problem) -> [MovieLens.Person] {
    var people: [MovieLens.Person] = []
    let names = ["user", "age", "gender", "occupation", "zip"]
    var reader = try self.reader(form == .wheel ? "\t" : "|")
    try reader.forEachLine(sizes.users, fields: names) {
      (reader, fields) throws(Problem) in
      try reader.expectID(fields[0], people.count + 1, "user")
      let gender = try reader.gender(fields[2])
      guard !fields[3].isEmpty, !fields[4].isEmpty else {
        throw reader.problem("the \(fields[3].isEmpty ? "occupation" : "zip code") is empty")
      }
      people.append(
        .init(
          age: try reader.integer(fields[1], in: 1...150, "age"), gender: gender,
          occupation: try reader.text(fields[3]), zip: try reader.text(fields[4])))
    }
    return people
  }

  /// The items, in order.
  func films(_ sizes: MovieLens100KRecords.Sizes) throws(Problem) -> [MovieLens.Film] {
    var films: [MovieLens.Film] = []
    let genres = MovieLens.genres
    let names =
      form == .archive
      ? ["item", "title", "date", "video date", "address"] + genres
      : ["item", "title", "year", "genres"]
    var reader = try self.reader(form == .archive ? "|" : "\t")
    try reader.forEachLine(sizes.items, fields: names) {
      (reader, fields) throws(Problem) in
      try reader.expectID(fields[0], films.count + 1, "item")
      var title: String
      var marked: [String]
      switch form {
      case .archive:
        title = reader.latin1(fields[1])
        marked = zip(genres, fields[5...]).filter { reader.shown($1) == "1" }.map { $0.0 }
        guard fields[5...].allSatisfy({ ["0", "1"].contains(reader.shown($0)) }) else {
          throw reader.problem("a genre is marked by something other than 0 and 1")
        }
      case .wheel:
        title = "\(try reader.text(fields[1])) (\(try reader.text(fields[2])))"
        if title == "unkonwn (unkonwn)" { title = "unknown" }
        marked = try reader.text(fields[3]).split(separator: " ").map(String.init)
      case .kept:
        title = try reader.text(fields[1])
        if !fields[2].isEmpty { title += " (\(try reader.text(fields[2])))" }
        marked = try reader.text(fields[3]).split(separator: "|").map(String.init)
      }
      films.append(try reader.film(title, genres: marked, of: genres))
    }
    return films
  }
}
