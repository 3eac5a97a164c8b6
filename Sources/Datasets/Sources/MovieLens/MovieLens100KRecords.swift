import Basics

/// What the three files of MovieLens-100K say, whichever form they were read from.
struct MovieLens100KRecords: Equatable {
  /// How many of everything there must be; the real numbers unless a test says otherwise.
  struct Sizes: Sendable, Equatable {
    var users = 943
    var items = 1682
    var ratings = 100_000
  }

  var events: [Event]
  var people: [MovieLens.Person]
  var films: [MovieLens.Film]
  /// The three files as they are kept, byte for byte the same whatever they were read from.
  var canonical: [MovieLens100KPart: [UInt8]]

  /// Reads one file of each kind. Throws `Problem.data` naming file and line.
  init(
    ratings: MovieLens100KFile, users: MovieLens100KFile, items: MovieLens100KFile,
    sizes: Sizes = Sizes()
  ) throws(Problem) {
    events = try ratings.ratings(sizes)
    people = try users.people(sizes)
    films = try items.films(sizes)
    canonical = [
      .ratings: Array(ratings.bytes[ratings.contents]),
      .users: Self.lines(people.map(\.canonical), separator: "|"),
      .items: Self.lines(films.map(\.canonical), separator: "\t"),
    ]
  }

  /// Numbered lines.
  private static func lines(_ lines: [String], separator: String) -> [UInt8] {
    lines.enumerated().flatMap { Array("\($0 + 1)\(separator)\($1)\n".utf8) }
  }
}

extension MovieLens.Person {
  /// Like `24|M|technician|85711`.
  fileprivate var canonical: String { "\(age)|\(gender)|\(occupation)|\(zip)" }
}

extension MovieLens.Film {
  /// Like `Toy Story⇥1995⇥Animation|Children's|Comedy`.
  fileprivate var canonical: String {
    "\(title)\t\(year.map(String.init) ?? "")\t\(genres.joined(separator: "|"))"
  }
}

/// The three kinds of file, by the names under which they are kept.
enum MovieLens100KPart: String, CaseIterable {
  /// `user⇥item⇥rating⇥time`, the published bytes.
  case ratings = "u.data"
  /// `user|age|gender|occupation|zip`, the published bytes.
  case users = "u.user"
  /// `item⇥title⇥year⇥genre|genre`, UTF-8: what the published `u.item` and its copies agree on.
  case items = "items.tsv"

  /// The SHA-256 of the file as it is kept.
  var digest: String {
    switch self {
    case .ratings: "06416e597f82b7342361e41163890c81036900f418ad91315590814211dca490"
    case .users: "f120e114da2e8cf314fd28f99417c94ae9ddf1cb6db8ce0e4b5995d40e90e62c"
    case .items: "ed2dd69542c3971fd914a22545f5fe83536fded77633c1f82a552ec4710a8f97"
    }
  }
}
