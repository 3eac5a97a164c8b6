/// Which trials without a usable result are trained anew, from nothing.
package enum Again: String, CaseIterable, Codable, Sendable {
  /// Those whose files are damaged.
  case damaged
  /// Those of which an earlier run found that they can have no result.
  case failed
}
