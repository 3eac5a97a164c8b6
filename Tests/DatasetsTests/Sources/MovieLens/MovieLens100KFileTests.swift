import Basics
import Testing

@testable import Datasets

@Suite struct MovieLens100KFileTests {
  private let sizes = MovieLens100KRecords.Sizes(users: 2, items: 3, ratings: 3)

  private func file(_ text: String, _ form: MovieLens100KFile.Form = .archive) -> MovieLens100KFile
  {
    MovieLens100KFile(path: "d/file", bytes: Array(text.utf8), form: form)
  }

  private let ratings = "1\t2\t3\t100\n2\t1\t5\t101\n2\t2\t1\t102\n"
  private let users = "1|24|M|technician|85711\n2|53|F|other|T8H1N\n"
  private let items = """
    1|Kolya (1996) |24-Jan-1997||http://x|0|0|0|0|0|1|0|0|0|0|0|0|0|0|0|0|0|0|0
    2|unknown||||1|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0
    3|C\u{E9}r\u{E9}monie, La (The  End) (1995) (V)|01-Jan-1995||y|0|1|0|0|0|0|0|0|1|0|0|0|0|0|0|0|0|0|0

    """

  private let kept =
    "1\tKolya\t1996\tComedy\n2\tunknown\t\tunknown\n"
    + "3\tCérémonie, La (The End)\t1995\tAction|Drama\n"

  /// The archive, the wheel and our own form say the same, and are kept as the same bytes.
  @Test func everyFormGivesTheSame() throws {
    let latin1 = items.unicodeScalars.map { UInt8($0.value) }
    let archive = try MovieLens100KRecords(
      ratings: file(ratings), users: file(users),
      items: MovieLens100KFile(path: "d/u.item", bytes: latin1, form: .archive), sizes: sizes)
    let wheel = try MovieLens100KRecords(
      ratings: file("user_id:token\titem_id:token\n" + ratings, .wheel),
      users: file("header\n" + users.replacing("|", with: "\t"), .wheel),
      items: file(
        "header\n1\tKolya\t1996\tComedy\n2\tunkonwn\tunkonwn\tunknown\n"
          + "3\tCérémonie, La (The End) (1995)\tV\tDrama Action\n", .wheel), sizes: sizes)
    let own = try MovieLens100KRecords(
      ratings: file(ratings), users: file(users), items: file(kept, .kept), sizes: sizes)
    #expect(archive == wheel)
    #expect(archive == own)
    #expect(archive.canonical[.ratings] == Array(ratings.utf8))
    #expect(archive.canonical[.users] == Array(users.utf8))
    #expect(archive.canonical[.items] == Array(kept.utf8))
    #expect(archive.events[1] == Event(user: 1, item: 0, rating: 5, time: 101))
    #expect(archive.films[0] == .init(title: "Kolya", year: 1996, genres: ["Comedy"]))
  }

  @Test(arguments: [
    ("1\t2\t3\t100\n2\t1\t5\n", "2: has 3 fields; expected 4: user item rating time"),
    ("1\t2\t3\t100\n", "2: the file ends after 1 lines; expected 3"),
    ("", "1: the file ends after 0 lines; expected 3"),
    ("1\t2\tx\t100\n", "1: the rating \"x\" is not a whole number"),
    ("1\t2\t6\t100\n", "1: the rating 6 is not in 1…5"),
    ("3\t2\t5\t100\n", "1: the user 3 is not in 1…2"),
    ("1\t0\t5\t100\n", "1: the item 0 is not in 1…3"),
    ("1\t2\t5\t-1\n", "1: the time -1 is not in 1…2147483647"),
    ("1\t2\t5\t100\n1\t2\t4\t101\n", "2: repeats user 1, item 2 of line 1"),
    ("1\t2\t5\t1\n1\t1\t5\t1\n1\t3\t5\t1\n2\t1\t5\t1\n", "4: is one line too many; expected 3"),
  ])
  func refusesBadRatings(text: String, message: String) {
    #expect(throws: Problem.data("d/file:\(message)")) { try file(text).ratings(sizes) }
  }

  /// A header line is counted, so that the number is that of the file.
  @Test func countsTheHeader() {
    #expect(throws: Problem.data("d/file:2: the rating 6 is not in 1…5")) {
      try file("header\n1\t2\t6\t100\n", .wheel).ratings(sizes)
    }
  }

  @Test(arguments: [
    ("2|24|M|x|1\n", "1: expected user 1, found \"2\""),
    ("1|old|M|x|1\n", "1: the age \"old\" is not a whole number"),
    ("1|24|m|x|1\n", "1: the gender \"m\" is neither F nor M"),
    ("1|24|M||1\n", "1: the occupation is empty"),
    ("1|24|M|x|\n", "1: the zip code is empty"),
    ("1|24|M|x|1\n", "2: the file ends after 1 lines; expected 2"),
  ])
  func refusesBadUsers(text: String, message: String) {
    #expect(throws: Problem.data("d/file:\(message)")) { try file(text).people(sizes) }
  }

  @Test(arguments: [
    ("1\tA\t1990\tDramo\n", "1: unknown genre \"Dramo\"; did you mean \"Drama\"?"),
    ("1\t\t1990\tDrama\n", "1: the title is empty"),
    ("1\tA\t1990\t\n", "1: the film has no genre"),
    ("1\tA\n", "1: has 2 fields; expected 4: item title year genres"),
    ("1\tA\t1990\tDrama\n3\tB\t1990\tDrama\n", "2: expected item 2, found \"3\""),
  ])
  func refusesBadItems(text: String, message: String) {
    #expect(throws: Problem.data("d/file:\(message)")) { try file(text, .kept).films(sizes) }
  }

  @Test func refusesAGenreThatIsNeitherZeroNorOne() {
    let line = items.split(separator: "\n")[0].replacing("|1|", with: "|2|")
    #expect(
      throws: Problem.data("d/file:1: a genre is marked by something other than 0 and 1")
    ) { try file(line + "\n").films(sizes) }
  }
}
