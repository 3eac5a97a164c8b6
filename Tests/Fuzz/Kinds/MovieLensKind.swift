import Basics
import Datasets

/// The three files of MovieLens-100K in one of their forms, of few users and items, one of them
/// damaged.
struct MovieLensKind: FuzzKind {
  let name = "data ml-100k"
  let share = 60

  private static let users = 5
  private static let items = 4
  private static let ratings = 12

  /// By form: the files by name.
  private let forms: [[String: [UInt8]]]

  init() {
    let pairs = (0..<Self.ratings).map { (1 + $0 % Self.users, 1 + $0 / Self.users) }
    let ratings = pairs.map { user, item in
      "\(user)\t\(item)\t\(1 + (user + item) % 5)\t\(881_250_949 + 1000 * user + item)\n"
    }.joined()
    let people = (1...Self.users).map {
      ["\($0)", "\(20 + $0)", $0 % 2 == 0 ? "F" : "M", "other", "T8H1N"]
    }
    let titles = (1...Self.items).map { "Film \($0) (199\($0))" }
    let marks = (0..<19).map { $0 == 5 ? "1" : "0" }.joined(separator: "|")
    func text(_ rows: [[String]], _ separator: String) -> [UInt8] {
      Array(rows.map { $0.joined(separator: separator) + "\n" }.joined().utf8)
    }
    let archived = titles.enumerated().map { place, title in
      "\(place + 1)|\(title)|01-Jan-199\(place + 1)||http://x|\(marks)\n"
    }.joined()
    let films = (1...Self.items).map { ["\($0)", "Film \($0)", "199\($0)", "Comedy"] }
    let data = Array(ratings.utf8)
    forms = [
      ["u.data": data, "u.user": text(people, "|"), "u.item": Array(archived.utf8)],
      ["u.data": data, "u.user": text(people, "|"), "items.tsv": text(films, "\t")],
      [
        "ml-100k.inter": Array("user_id:token\titem_id:token\trating:float\ttimestamp:float\n".utf8)
          + data,
        "ml-100k.user": Array("user_id:token\tage\tgender\toccupation\tzip\n".utf8)
          + text(people, "\t"),
        "ml-100k.item": Array("item_id:token\ttitle\tyear\tclass\n".utf8) + text(films, "\t"),
      ],
    ]
  }

  func read(_ random: inout Random) -> FuzzStage {
    var files = forms[random.below(forms.count)]
    let names = files.keys.sorted()
    let name = names[random.below(names.count)]
    guard let bytes = files[name], let other = files[names[random.below(names.count)]] else {
      return .notMade
    }
    let damaged =
      random.below(3) == 0
      ? Mutation.damage(bytes, other, &random) : TableDamage.damage(bytes, other, &random)
    files[name] = damaged
    for (path, bytes) in files where !Scratch.write(bytes, to: path) { return .notMade }
    return FuzzStage(isText: name == "u.item" || String(validating: damaged, as: UTF8.self) != nil)
    {
      () throws(Problem) in
      try MovieLens100K.read(
        in: ".", users: Self.users, items: Self.items, ratings: Self.ratings)
    } dividing: { dataset throws(Problem) in
      _ = try makeSplit(dataset, feedback: .allRatings, settings: SplitSettings(), seed: 1)
    }
  }
}
