import Foundation

/// A freedom that a paper leaves, used: the split is `u1`, the ideal list of NDCG is `uncut`.
package struct ReadingChoice: Sendable, Hashable {
  /// What is left open: "split".
  package let axis: String
  /// What it is read as: "u1".
  package let option: String
  /// What using it costs, in nats: −log of how probable one of these options is over what is
  /// stated.
  package let price: Double

  /// What any freedom costs, whatever its options.
  static let freedom = 1.0

  /// A choice among so many options beside what is stated.
  package init(_ axis: String, _ option: String, among options: Int) {
    (self.axis, self.option) = (axis, option)
    price = Self.freedom + log(Double(max(1, options)))
  }

  /// `split u1`.
  package var text: String { "\(axis) \(option)" }
}

extension [ReadingChoice] {
  /// What all of them cost.
  package var price: Double { reduce(0) { $0 + $1.price } }

  /// `split u1, ideal uncut`; `as stated` where nothing differs.
  package var text: String { isEmpty ? "as stated" : map(\.text).joined(separator: ", ") }
}
