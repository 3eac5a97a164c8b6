import Schema

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

  /// How users are put together, for a metric that offers both ways.
  static func averaging(_ path: any Path<Averaging>) -> Field {
    .choice(
      "averaging", path, "macro is the mean of the users' values, micro pools hits and denominators"
    )
  }
}

/// Any length but none; longer than any catalogue is the whole ranking.
private let cutoffs = 1...Int(Int32.max)
