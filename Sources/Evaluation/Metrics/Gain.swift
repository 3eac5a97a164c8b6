import Basics
import Foundation

/// What a held-out item is worth to NDCG.
package enum Gain: String, CaseIterable, Sendable {
  /// 1, whatever its rating.
  case one
  /// Its rating (Järvelin & Kekäläinen 2002, trec_eval).
  case linear
  /// 2^rating − 1 (Burges et al. 2005).
  case exponential

  /// The worth of an item of this rating.
  func callAsFunction(_ rating: Double) -> Double {
    switch self {
    case .one: 1
    case .linear: rating
    case .exponential: exp2(rating) - 1
    }
  }

  /// For definitions.
  var text: String {
    switch self {
    case .one: "gain 1"
    case .linear: "gain the rating"
    case .exponential: "gain 2^rating − 1"
    }
  }

  /// Why a rating has no worth; nil where it has one.
  func fault(of rating: Double) -> String? {
    let most = self == .exponential ? 100.0 : 1e9
    if rating.isNaN { return "a held-out item without a rating" }
    guard rating < 0 || rating > most else { return nil }
    return "a rating of \(JSON.text(of: rating)); expected 0 to \(JSON.text(of: most))"
  }
}
