import Basics

/// What MovieLens-100K and MovieLens-1M tell of people and films, and the features that follow.
enum MovieLens {
  struct Person: Equatable {
    /// In years, or the first year of a band of `ageBands`.
    var age: Int
    var gender: String
    var occupation: String
    var zip: String
  }

  struct Film: Equatable {
    /// Without the year.
    var title: String
    /// Nil for the one film called "unknown".
    var year: Int?
    /// In the order of `genres`.
    var genres: [String]

    /// The title as it is shown: `Kolya (1996)`.
    var fullTitle: String { year.map { "\(title) (\($0))" } ?? title }
  }

  /// Who made the data sets and on what terms.
  static let source =
    "F. M. Harper, J. A. Konstan: The MovieLens Datasets (ACM TiiS 5:4, 2015);"
    + " GroupLens, University of Minnesota; for research, not to be passed on"

  /// The genres in the order of MovieLens-100K's own columns; only that has the first.
  static let genres = [
    "unknown", "Action", "Adventure", "Animation", "Children's", "Comedy", "Crime", "Documentary",
    "Drama", "Fantasy", "Film-Noir", "Horror", "Musical", "Mystery", "Romance", "Sci-Fi",
    "Thriller", "War", "Western",
  ]

  /// The bands of MovieLens-1M, used for both so that results compare.
  static let ageBands = ["under 18", "18–24", "25–34", "35–44", "45–49", "50–55", "56+"]

  /// The band of an age in years.
  static func ageBand(_ age: Int) -> String {
    ageBands[[18, 25, 35, 45, 50, 56].count { age >= $0 }]
  }

  /// Age (in bands), gender, occupation, zip (its first character, which is the region).
  static func userFeatures(_ people: [Person]) -> [Feature] {
    [
      Feature(name: "age", values: people.map { [ageBand($0.age)] }, vocabulary: ageBands),
      Feature(name: "gender", values: people.map { [$0.gender] }),
      Feature(name: "occupation", values: people.map { [$0.occupation] }),
      Feature(name: "zip", values: people.map { [String($0.zip.prefix(1))] }),
    ]
  }

  /// Genre (several a film, a value for each of `genres`), year and decade of release.
  static func itemFeatures(_ films: [Film], genres: [String]) -> [Feature] {
    [
      Feature(name: "genre", values: films.map(\.genres), vocabulary: genres),
      Feature(name: "year", values: films.map { $0.year.map { ["\($0)"] } ?? [] }),
      Feature(name: "decade", values: films.map { $0.year.map { ["\($0 / 10 * 10)s"] } ?? [] }),
    ]
  }
}

/// Takes the year from the end of a title: "Kolya (1996)" is ("Kolya", 1996), and a closing "(V)",
/// for video, is dropped. Runs of spaces become one.
func splitTitle(_ text: String) -> (title: String, year: Int?) {
  var words = text.split(separator: " ")
  if words.last == "(V)" { words.removeLast() }
  let title = words.joined(separator: " ")
  // By hand: a regular expression would cost more than all the rest of the data set's parsing.
  let end = title.suffix(6)
  guard end.first == "(", end.last == ")", let year = Int(end.dropFirst().dropLast()),
    (1000...9999).contains(year)
  else { return (title, nil) }
  let name = title.dropLast(6)
  return (String(name.hasSuffix(" ") ? name.dropLast() : name), year)
}
