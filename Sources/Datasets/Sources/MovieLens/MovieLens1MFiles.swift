import Basics

/// The three files of MovieLens-1M as bytes, and what they say.
struct MovieLens1MFiles {
  /// How the ratings are written, by the name of their file, the preferred one first.
  enum Form: String, CaseIterable, Sendable {
    /// `user::item::rating::time`, as published.
    case published = "ratings.dat"
    /// `user⇥item⇥rating⇥time` below a header line, 0 where a rating or a time is withheld.
    case partial = "ml-1m.partial.tsv.gz"
  }

  /// `user::gender::age::occupation::zip`.
  static let users = "users.dat"
  /// `item::title::genre|genre`, Latin-1.
  static let films = "movies.dat"

  /// How many of everything there must be; the real numbers unless a test says otherwise.
  struct Sizes: Sendable, Equatable {
    var users = 6040
    var films = 3883
    /// Ids are below this; not every one is a film's.
    var largestFilmID = 3952
    var ratings = 1_000_209
  }

  /// What the files say.
  struct Records: Equatable {
    /// Users by their number minus one, items by their place among the films.
    var events: [Event]
    var people: [MovieLens.Person]
    var films: [MovieLens.Film]
    /// Of each film, ascending.
    var filmIDs: [Int]
    /// Nil where every rating is known.
    var unknownRatingsAtMost: Double?
    /// The SHA-256 of ratings, users and films, one after the other.
    var digest: String
  }

  let form: Form
  let folder: String
  /// Uncompressed.
  let ratings: [UInt8]
  let users: [UInt8]
  let films: [UInt8]
  var sizes = Sizes()

  /// These ratings with the other files of the folder. Throws `Problem.data` on a missing one.
  init(form: Form, folder: String, ratings: [UInt8]) throws(Problem) {
    self.init(
      form: form, folder: folder, ratings: ratings,
      users: try Files.read("\(folder)/\(Self.users)"),
      films: try Files.read("\(folder)/\(Self.films)"), sizes: Sizes())
  }

  /// Files already read.
  init(
    form: Form, folder: String, ratings: [UInt8], users: [UInt8], films: [UInt8], sizes: Sizes
  ) {
    (self.form, self.folder, self.sizes) = (form, folder, sizes)
    (self.ratings, self.users, self.films) = (ratings, users, films)
  }

  /// Each file with its checksum and the one that it must have: the published ratings by Git's
  /// name, the rest by SHA-256.
  var checksums: [(file: String, digest: String, expected: String)] {
    let ofRatings =
      switch form {
      case .published:
        (GitBlob.name(of: ratings), "77a7c4b150f588c23bb9e1f068aa996c0b413695")
      case .partial:
        (
          SHA256.hex(of: ratings),
          "08c3f845a1785d58507c0ef3c01c09c441b6809f7d2bfae19578c7a3130cc7f7"
        )
      }
    return [
      ("\(folder)/\(form.rawValue)", ofRatings.0, ofRatings.1),
      (
        "\(folder)/\(Self.users)", SHA256.hex(of: users),
        "1dc3a95300cb19f7c10e027daf29b8cdf1d908dab65b5edfb45950aa389a10a3"
      ),
      (
        "\(folder)/\(Self.films)", SHA256.hex(of: films),
        "0140fc2356357c1a851d0f52e893a1e4d3696df632c4141cea8d5bc3d621f0b9"
      ),
    ]
  }

  /// Reads all three files. Throws `Problem.data` naming file and line.
  func records() throws(Problem) -> Records {
    let (films, ids) = try readFilms()
    let people = try readPeople()
    let events = try readRatings(filmIDs: ids)
    var digest = SHA256()
    for bytes in [ratings, users, self.films] { digest.update(bytes) }
    return Records(
      events: events, people: people, films: films, filmIDs: ids,
      // Of 4 and 5 the partial file has as many as were published (348,971 and 226,310); of 3 it
      // lacks 15 of 261,197.
      unknownRatingsAtMost: form == .partial ? 3 : nil, digest: digest.finish())
  }

  private func readRatings(filmIDs: [Int]) throws(Problem) -> [Event] {
    var places = [Int32](repeating: -1, count: sizes.largestFilmID + 1)
    for (place, id) in filmIDs.enumerated() { places[id] = Int32(place) }
    // Users come one after the other, so a film's last line is enough to see a repeat.
    var lastLines = [(user: Int, line: Int)](repeating: (0, 0), count: filmIDs.count)
    var lastUser = 1
    var events: [Event] = []
    events.reserveCapacity(sizes.ratings)
    let least = form == .partial ? 0 : 1
    var reader = TextReader(
      ratings, file: "\(folder)/\(form.rawValue)", Dialect(form == .partial ? "\t" : "::"))
    if form == .partial { _ = try reader.next() }
    try reader.forEachLine(sizes.ratings, fields: ["user", "item", "rating", "time"]) {
      (reader, fields) throws(Problem) in
      let user = try reader.integer(fields[0], in: 1...sizes.users, "user")
      let item = try reader.integer(fields[1], in: 1...sizes.largestFilmID, "item")
      let rating = try reader.integer(fields[2], in: least...5, "rating")
      let time = try reader.integer(fields[3], in: least...Int(Int32.max), "time")
      guard user >= lastUser else {
        throw reader.problem("user \(user) follows user \(lastUser); expected users to ascend")
      }
      lastUser = user
      let place = Int(places[item])
      guard place >= 0 else { throw reader.problem("\(Self.films) has no item \(item)") }
      guard lastLines[place].user != user else {
        throw reader.problem(
          "repeats user \(user), item \(item) of line \(lastLines[place].line)")
      }
      lastLines[place] = (user, reader.number)
      events.append(
        Event(
          user: Int32(user - 1), item: Int32(place), rating: rating == 0 ? nil : Double(rating),
          time: time == 0 ? nil : Timestamp(seconds: Int64(time))))
    }
    return events
  }

  private func readPeople() throws(Problem) -> [MovieLens.Person] {
    var people: [MovieLens.Person] = []
    var reader = TextReader(users, file: "\(folder)/\(Self.users)", Dialect("::"))
    try reader.forEachLine(
      sizes.users, fields: ["user", "gender", "age", "occupation", "zip"]
    ) { (reader, fields) throws(Problem) in
      try reader.expectID(fields[0], people.count + 1, "user")
      let age = try reader.integer(fields[2], in: 1...56, "age")
      guard [1, 18, 25, 35, 45, 50, 56].contains(age) else {
        throw reader.problem("the age \(age) is no band's first year")
      }
      let occupation = try reader.integer(
        fields[3], in: 0...Self.occupations.count - 1, "occupation")
      guard !fields[4].isEmpty else { throw reader.problem("the zip code is empty") }
      people.append(
        .init(
          age: age, gender: try reader.gender(fields[1]), occupation: Self.occupations[occupation],
          zip: try reader.text(fields[4])))
    }
    return people
  }

  private func readFilms() throws(Problem) -> (films: [MovieLens.Film], ids: [Int]) {
    var films: [MovieLens.Film] = []
    var ids: [Int] = []
    var reader = TextReader(self.films, file: "\(folder)/\(Self.films)", Dialect("::"))
    try reader.forEachLine(sizes.films, fields: ["item", "title", "genres"]) {
      (reader, fields) throws(Problem) in
      let id = try reader.integer(fields[0], in: 1...sizes.largestFilmID, "item")
      if let last = ids.last, id <= last {
        throw reader.problem("item \(id) follows item \(last); expected items to ascend")
      }
      ids.append(id)
      let genres = try reader.text(fields[2]).split(separator: "|").map(String.init)
      films.append(try reader.film(reader.latin1(fields[1]), genres: genres, of: Self.genres))
    }
    return (films, ids)
  }

  /// The genres: those of MovieLens-100K without "unknown".
  static let genres = Array(MovieLens.genres.dropFirst())

  /// The occupations by their published numbers.
  static let occupations = [
    "other", "academic/educator", "artist", "clerical/admin", "college/grad student",
    "customer service", "doctor/health care", "executive/managerial", "farmer", "homemaker",
    "K-12 student", "lawyer", "programmer", "retired", "sales/marketing", "scientist",
    "self-employed", "technician/engineer", "tradesman/craftsman", "unemployed", "writer",
  ]
}
