import Basics
import Testing

@testable import Datasets

@Suite struct MovieLens1MFilesTests {
  private static let ratings = "1::9::5::978300760\n1::2::3::978302109\n2::9::1::978299000\n"
  private static let partial =
    "user\titem\trating_or_0\ttimestamp_or_0\n"
    + "1\t9\t5\t978300760\n1\t2\t3\t0\n2\t9\t0\t0\n"
  private static let users = "1::F::1::10::48067\n2::M::56::16::T8H-1N\n"
  private static let films = [UInt8](
    "2::Jumanji (1995)::Comedy|Adventure\n5::Unseen (1996)::Drama\n9::Caf\u{E9} (1994)::Western\n"
      .unicodeScalars.map { UInt8($0.value) })
  private static let sizes = MovieLens1MFiles.Sizes(
    users: 2, films: 3, largestFilmID: 10, ratings: 3)

  private func files(
    ratings: String = ratings, users: String = users, films: [UInt8] = films,
    form: MovieLens1MFiles.Form = .published
  ) -> MovieLens1MFiles {
    MovieLens1MFiles(
      form: form, folder: "d", ratings: Array(ratings.utf8), users: Array(users.utf8),
      films: films, sizes: Self.sizes)
  }

  @Test func readsThePublishedForm() throws {
    let records = try files().records()
    #expect(
      records.events == [
        Event(user: 0, item: 2, rating: 5, time: 978_300_760),
        Event(user: 0, item: 0, rating: 3, time: 978_302_109),
        Event(user: 1, item: 2, rating: 1, time: 978_299_000),
      ])
    #expect(
      records.people[0] == .init(age: 1, gender: "F", occupation: "K-12 student", zip: "48067"))
    #expect(records.films[2] == .init(title: "Café", year: 1994, genres: ["Western"]))
    #expect(records.filmIDs == [2, 5, 9])
    #expect(records.unknownRatingsAtMost == nil)
  }

  /// The partial form has the same pairs, and other bytes.
  @Test func readsThePartialForm() throws {
    let full = try files().records()
    let part = try files(ratings: Self.partial, form: .partial).records()
    #expect(part.events.map(\.item) == full.events.map(\.item))
    #expect(
      part.events.map(\.rating) == [5, 3, nil]
        && part.events.map(\.time) == [978_300_760, nil, nil])
    #expect(part.unknownRatingsAtMost == 3)
    #expect(part.digest != full.digest)
  }

  /// A film that nobody rated is no item; the others keep their ids, titles and genres.
  @Test func leavesOutWhatNobodyRated() throws {
    let data = MovieLens1M.dataset(try files().records())
    #expect(data.userIDs == ["1", "2"] && data.itemIDs == ["2", "9"])
    #expect(data.events.map(\.item) == [1, 0, 1])
    #expect(data.itemTitles == ["Jumanji (1995)", "Café (1994)"])
    let genre = try #require(data.itemFeatures.first)
    #expect(genre.vocabulary == MovieLens1MFiles.genres && genre.vocabulary.count == 18)
    #expect(genre.values[0].map { genre.vocabulary[Int($0)] } == ["Adventure", "Comedy"])
    #expect(data.itemFeatures[2].vocabulary == ["1990s"])
    #expect(data.userFeatures.map(\.name) == ["age", "gender", "occupation", "zip"])
    #expect(data.userFeatures[0].values[1].map { MovieLens.ageBands[Int($0)] } == ["56+"])
  }

  /// What a withheld rating or time would decide is refused; what it would not is as with all of
  /// them.
  @Test func withheldNumbersAreNotGuessed() throws {
    let full = MovieLens1M.dataset(try files().records())
    let part = MovieLens1M.dataset(try files(ratings: Self.partial, form: .partial).records())
    #expect(try Feedback.ratingAtLeast(4).select(part) == Feedback.ratingAtLeast(4).select(full))
    #expect(throws: Problem.self) { try Feedback.ratingAtLeast(3).select(part) }
    #expect(try Feedback.ratingAtLeast(3).select(full).count == 2)
    for method in [SplitMethod.byTime, .byTimePerUser, .leaveOneOut] {
      var settings = SplitSettings()
      settings.method = method
      settings.test = 0.4
      let problem = #expect(throws: Problem.self) {
        try makeSplit(part, feedback: .allRatings, settings: settings, seed: 1)
      }
      #expect(problem?.message.contains("needs the time of every interaction") == true)
      #expect(
        try makeSplit(full, feedback: .allRatings, settings: settings, seed: 1).test.count == 1)
    }
  }

  @Test(arguments: [
    ("1::9::5\n", "ratings.dat:1: has 3 fields; expected 4: user item rating time"),
    ("1::9::5::9\n", "ratings.dat:2: the file ends after 1 lines; expected 3"),
    ("1::9::0::9\n", "ratings.dat:1: the rating 0 is not in 1…5"),
    ("1::9::5::0\n", "ratings.dat:1: the time 0 is not in 1…2147483647"),
    ("3::9::5::9\n", "ratings.dat:1: the user 3 is not in 1…2"),
    ("1::11::5::9\n", "ratings.dat:1: the item 11 is not in 1…10"),
    ("1::3::5::9\n", "ratings.dat:1: movies.dat has no item 3"),
    ("2::9::5::9\n1::9::5::9\n", "ratings.dat:2: user 1 follows user 2; expected users to ascend"),
    ("1::9::5::9\n1::2::5::9\n1::9::4::9\n", "ratings.dat:3: repeats user 1, item 9 of line 1"),
  ])
  func refusesBadRatings(text: String, message: String) {
    #expect(throws: Problem.data("d/\(message)")) { try files(ratings: text).records() }
  }

  @Test(arguments: [
    ("2::F::1::10::4\n", "expected user 1, found \"2\""),
    ("1::X::1::10::4\n", "the gender \"X\" is neither F nor M"),
    ("1::F::20::10::4\n", "the age 20 is no band's first year"),
    ("1::F::1::21::4\n", "the occupation 21 is not in 0…20"),
    ("1::F::1::10::\n", "the zip code is empty"),
  ])
  func refusesBadUsers(text: String, message: String) {
    #expect(throws: Problem.data("d/users.dat:1: \(message)")) { try files(users: text).records() }
  }

  @Test(arguments: [
    ("2::A (1990)::Dramo\n", "1: unknown genre \"Dramo\"; did you mean \"Drama\"?"),
    (
      "2::A (1990)::unknown\n",
      "1: unknown genre \"unknown\"; expected one of "
        + MovieLens1MFiles.genres.joined(separator: ", ")
    ),
    ("2::::Drama\n", "1: the title is empty"),
    ("2::A (1990)::\n", "1: the film has no genre"),
    ("2::A (1990)\n", "1: has 2 fields; expected 3: item title genres"),
    ("2::A::Drama\n2::B::Drama\n", "2: item 2 follows item 2; expected items to ascend"),
  ])
  func refusesBadFilms(text: String, message: String) {
    #expect(throws: Problem.data("d/movies.dat:\(message)")) {
      try files(films: Array(text.utf8)).records()
    }
  }
}
