import Basics
import Datasets

/// Where rankings are read from, and what becomes of what does not fit the data.
package struct GivenRankingsOptions: Settings {
  /// What becomes of lines of users and items that the data set has not.
  package enum Unknown: String, CaseIterable, Sendable {
    /// Nothing is read; the message names the line.
    case refuse
    /// They are left out, and counted.
    case skip
  }

  /// What becomes of tested users without a list.
  package enum Missing: String, CaseIterable, Sendable {
    /// Nothing is measured; the message names one.
    case refuse
    /// All items are equal for them.
    case equal
  }

  package var file: String?
  package var format = ListFormat.csv
  package var order: ListOrder?
  package var userVectors: String?
  package var itemVectors: String?
  package var userIDs: String?
  package var itemIDs: String?
  package var unknown = Unknown.refuse
  package var missing = Missing.refuse

  package init() {}

  package static let fields: [Field<GivenRankingsOptions>] = [
    .file("file", \.file, "ranked lists, or scores of users and items"),
    .choice("format", \.format, "csv: columns user, item and score or rank; trec: a TREC run"),
    .choice(
      "order", \.order, "what orders the lists; null: the column there is, of both the score"),
    .file("userVectors", \.userVectors, "a vector a user, as numpy.save writes them"),
    .file("itemVectors", \.itemVectors, "a vector an item; scores are dot products"),
    .file("userIDs", \.userIDs, "the id of each row; null: its number, counted from 0"),
    .file("itemIDs", \.itemIDs, "the id of each row; null: its number, counted from 0"),
    .choice(
      "unknown", \.unknown, "what becomes of lines of users and items that the data have not"),
    .choice("missing", \.missing, "what becomes of tested users without a list"),
  ]

  /// Asks for lists or for vectors, and refuses what the other alone would use.
  package func check(_ json: JSON) throws(Problem) {
    let vectors = [
      "userVectors": userVectors, "itemVectors": itemVectors, "userIDs": userIDs,
      "itemIDs": itemIDs,
    ]
    if file != nil {
      for key in vectors.keys.sorted() where vectors[key] != .some(nil) {
        throw (json[key] ?? json).problem("\"\(key)\" is not used beside \"file\"")
      }
      return
    }
    guard userVectors != nil, itemVectors != nil else {
      throw json.problem(
        "the recommender \"lists\" needs \"file\", or \"userVectors\" and \"itemVectors\"")
    }
    for key in ["format", "order", "unknown"] {
      guard let value = json[key], !value.isNull, value != Self().encoded()[key] else { continue }
      throw value.problem("\"\(key)\" is used beside \"file\" only")
    }
  }

  /// What the files hold. Throws as their readers do.
  func source(_ data: TrainingData) throws(Problem) -> any RankingSource {
    if let file {
      return ListSource(
        try GivenLists(
          TextFile.read(file), file: file, format, by: order, users: data.userIDs,
          items: data.itemIDs, skipsUnknown: unknown == .skip))
    }
    guard let userVectors, let itemVectors else {
      throw .usage("the recommender \"lists\" needs a file")
    }
    return try VectorSource(
      users: GivenVectors(userVectors, ids: userIDs, of: data.userIDs),
      items: GivenVectors(itemVectors, ids: itemIDs, of: data.itemIDs),
      files: (userVectors, itemVectors))
  }
}
