import Basics
import Foundation

/// What a spec says of MovieLens-1M: which of its events are read, in which order.
///
/// ```json
/// { "dataset": "ml-1m", "ml-1m": { "order": "sasrec" }, "split": { "method": "leave-one-out" } }
/// ```
struct MovieLens1MSettings: Settings, Equatable {
  /// Where the order of events comes from.
  enum Order: String, CaseIterable, Sendable {
    /// The file of ratings, with the times that it has.
    case file
    /// Each user's items as SASRec's and BERT4Rec's file has them; see ``MovieLens1MOrder``.
    case sasrec
  }

  var order = Order.file

  static let fields: [Field<MovieLens1MSettings>] = [
    .choice(
      "order", \.order,
      "file: ratings as published; sasrec: each user's films in the whole order of time, as SASRec and"
        + " BERT4Rec are measured on")
  ]
}

extension MovieLens1MSettings: SourceSettings {
  static let dataset = MovieLens1M.name
  static let key = "ml-1m"
  static let summary = "the order of its events; null: that of the file"
  static let standard: MovieLens1MSettings? = MovieLens1MSettings()

  /// Places in one user's order say nothing of another's.
  func check(_ data: DataSettings, _ json: JSON) throws(Problem) {
    guard order == .sasrec, data.split.method == .byTime else { return }
    throw (json["split"]?["method"] ?? json).problem(
      "by-time compares the times of users, and \"order\": \"sasrec\" has places in each user's order;"
        + " expected \"by-time-per-user\", \"leave-one-out\", \"random\" or \"random-per-user\"")
  }

  func isHeld(in folder: String) -> Bool {
    order == .file || FileManager.default.fileExists(atPath: MovieLens1MOrder.path(in: folder))
  }
}
