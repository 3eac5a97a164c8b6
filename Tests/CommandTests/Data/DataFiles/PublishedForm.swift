import Basics
import Foundation
import TestSupport

/// Invented records in the form of a published data set, and what must be understood of them.
///
/// The files and the spec that a user would write stand in `Tests/DataFiles/<name>`. The figures
/// are those of pandas 2.1.4 (`read_csv`, `nunique`, `sum`, `to_datetime`), or counted by hand.
struct PublishedForm: Sendable, CustomStringConvertible {
  let name: String
  var users = 6
  var items = 10
  /// Records that are kept.
  var records: Int
  /// How many ratings are known, their sum, the least and the greatest.
  var ratings: (known: Int, sum: Double, least: Double, most: Double)?
  /// The first and the last time, milliseconds since 1970.
  var times: ClosedRange<Int>?
  /// Records that are left out.
  var dropped = 0
  /// By the name of an item feature: the values that items have, and the items without any.
  var itemFeatures: [String: [Int]] = [:]
  /// The same of users.
  var userFeatures: [String: [Int]] = [:]
  /// What one item is called.
  var title: (item: String, text: String)?
  /// Lines of what `data describe` says, beside the counts.
  var described: [String] = []

  var description: String { name }

  static let all = [
    PublishedForm(
      name: "ml-25m", items: 12, records: 40, ratings: (40, 111.5, 0.5, 5),
      times: 1_147_931_204_000...1_239_414_884_000, itemFeatures: ["genres": [14, 1]],
      title: ("6433", "\"Great Performances\" Cats (1998)"),
      described: [
        "csv           6     12            40    44.44%", "ratings: 0.5 to 5, mean 2.788",
        "times: 2006-05-18 to 2009-04-11",
        "item feature genres: 14 values, 2.92 per item, 1 without",
        "timestamp: times in seconds, as they look",
      ]),
    PublishedForm(
      // Of 31 records 22 have at least 3 stars, and all of their users have two of them.
      name: "amazon-2014", users: 7, records: 22, ratings: (22, 94, 3, 5),
      times: 1_367_193_600_000...1_399_248_000_000,
      described: [
        "csv           7     10            22    68.57%", "times: 2013-04-29 to 2014-05-05",
      ]),
    PublishedForm(
      name: "amazon-2023", records: 32, ratings: (32, 96, 1, 5),
      times: 1_588_971_360_633...1_598_607_956_019,
      described: [
        "csv           6     10            32    46.67%", "times: 2020-05-08 to 2020-08-28",
        "Parts: 20 train, 6 validation, 6 test;",
      ]),
    PublishedForm(
      name: "lastfm-360k", records: 34, ratings: (34, 35458, 73, 2188),
      userFeatures: ["gender": [2, 1], "country": [3, 1]],
      described: ["2  category, 8 values, 5 missing", "user feature country: 3 values, 1 without"]),
    PublishedForm(
      name: "hetrec-lastfm", records: 32, ratings: (32, 196427, 174, 13064),
      title: ("18745", "Wilson \"Wicked\" Pickett"),
      described: ["ratings: 174 to 13064, mean 6138.344", "times: none"]),
    PublishedForm(
      name: "yelp", items: 9, records: 30, ratings: (30, 83, 1, 5),
      times: 1_530_623_618_000...1_568_115_683_000,
      itemFeatures: ["categories": [8, 1], "city": [3, 0], "attributes.WiFi": [1, 4]],
      title: ("XQfwVwDr-v0ZS3_CbbE5Xw", "Place 0"),
      described: [
        "times: 2018-07-03 to 2019-09-10",
        "item feature categories: 8 values, 1.67 per item, 1 without",
        "Parts: 21 train, 0 validation, 9 test;",
      ]),
    PublishedForm(
      name: "criteo", users: 1, items: 1, records: 60,
      described: [
        "1   number, 0 to 1, mean 0.5", "16  category, 3 values",
        "2   number, 0 to 4, mean 2.229, 25 missing", "Records: 45 train, 0 validation, 15 test;",
      ]),
    PublishedForm(
      name: "book-crossing", records: 34, ratings: (20, 138, 5, 10),
      userFeatures: ["Age": [2, 3]],
      described: [
        "ratings: 5 to 10, mean 6.900, 14 unknown", "user feature Age: 2 values, 3 without",
      ]),
    PublishedForm(
      name: "steam", records: 24, ratings: (24, 2118.5, 0.1, 273), dropped: 33,
      described: ["33: behaviour is not \"play\"", "Warhammer 40,000 Dawn of War II"]),
    // Of 67 whole records; the one that is cut is left out.
    PublishedForm(
      name: "taobao", records: 67, times: 1_511_573_963_000...1_512_238_983_000, dropped: 1,
      described: [
        "1: damaged: expected 5 cells, found 4", "33 merged as repeats",
        "34 interactions of 6 users and 10 items",
      ]),
    PublishedForm(
      name: "recbole", records: 32, ratings: (32, 102, 1, 5),
      times: 874_760_437_000...893_281_030_000,
      itemFeatures: ["class:token_seq": [14, 0], "release_year:token": [6, 1]],
      userFeatures: [
        "age:token": [6, 0], "gender:token": [2, 0], "occupation:token": [4, 0],
      ], title: ("474", "Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb"),
      described: [
        "item feature release_year:token: 6 values, 1 without", "times: 1997-09-20 to 1998-04-22",
      ]),
  ]

  /// Copies the files into a folder, compressed under their own names if asked for.
  func copy(to folder: TemporaryFolder, compressed: Bool = false) throws {
    let source = "\(OtherProgram.root)/Tests/DataFiles/\(name)"
    for file in try FileManager.default.contentsOfDirectory(atPath: source) {
      try folder.write(Files.read("\(source)/\(file)"), to: file)
      if compressed, file != "spec.json" { try folder.compress(file) }
    }
  }

  /// Runs a command in that folder.
  func reprise(_ arguments: String..., in folder: TemporaryFolder) throws -> CommandResult {
    try Command.reprise(arguments, in: folder.path)
  }
}

extension TemporaryFolder {
  /// A spec's words with the files of this folder by their absolute paths.
  func absolute(_ json: JSON) -> JSON {
    let files = Set(contents)
    func absolute(_ json: JSON) -> JSON {
      switch json.value {
      case .object(let members): .object(members.map { ($0.key, absolute($0.value)) })
      case .array(let values): .array(values.map(absolute))
      case .string(let text) where files.contains(text.replacing("../", with: "")):
        .string(self[text.replacing("../", with: "")])
      default: json
      }
    }
    return absolute(json)
  }
}
