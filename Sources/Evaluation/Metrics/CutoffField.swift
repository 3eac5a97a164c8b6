import Basics

extension Field where Root: RankingMetric {
  /// `at`, for a metric that needs a cut-off.
  static var cutoff: Field {
    custom(
      "at", \.at, .integer(cutoffs), "N, the length of the list",
      decode: { json throws(Problem) in try json.asInteger(in: cutoffs) },
      encode: { $0.map { .integer($0) } ?? .null }
    ).required()
  }

  /// `at`, for a metric that may also be taken over the whole ranking.
  static var optionalCutoff: Field {
    .integer("at", \.at, cutoffs, "N, the length of the list; without it, the whole ranking")
  }

  /// `among`, for a metric that papers take over drawn items.
  static func among(_ path: any Path<Int?>) -> Field {
    .integer(
      "among", path, 1...1_000_000,
      "held-out items are ranked among so many drawn ones; without it, among all")
  }

  /// How users are put together, for a metric that offers both ways.
  static func averaging(_ path: any Path<Averaging>) -> Field {
    .choice(
      "averaging", path,
      "macro is the mean over tested users, micro pools numerators and denominators, all-users is macro with 0 for users without held-out items"
    )
  }
}

extension RankingMetric {
  /// For definitions: what the ranking is of, where it is not of all items.
  var sampling: String {
    guard let among else { return "" }
    return ", among \(among) drawn items only, which does not order systems as all items do"
  }
}

/// Any length but none; longer than any catalogue is the whole ranking.
private let cutoffs = 1...Int(Int32.max)
