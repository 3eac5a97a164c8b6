import Datasets
import Engine

/// What both players are told of a row: for each row, the active ones of some values.
struct Condition {
  let name: String
  /// rows × values.
  let values: SparseMatrix
  /// Whether the generator takes it as a gated attribute (encoded, then paired with the others by
  /// bi-interaction) or straight into its first layer.
  let isAttribute: Bool

  /// The interaction row itself: CFGAN's condition.
  static func interactions(_ rows: Interactions) -> Condition {
    Condition(name: "interactions", values: SparseMatrix(rows), isAttribute: false)
  }

  /// Who the row's user is, and no more: a first layer over it holds a learned vector a user.
  static func user(of count: Int) -> Condition {
    Condition(
      name: "user",
      values: SparseMatrix(
        columns: count, starts: Array(0...count), entries: Array(0..<Int32(count))),
      isAttribute: false)
  }

  /// The values of user features, side by side, straight into the first layer.
  static func features(_ features: [Feature], of users: Int) -> Condition {
    Condition(name: "features", values: SparseMatrix(features, of: users), isAttribute: false)
  }

  /// The values of an item feature that the row's items carry.
  static func attribute(_ feature: Feature, of rows: Interactions) -> Condition {
    var pairs: Set<Int64> = []
    for row in 0..<rows.users {
      for item in rows[row] {
        for value in feature.values[Int(item)] { pairs.insert(Int64(row) << 32 | Int64(value)) }
      }
    }
    let values = Interactions(
      users: rows.users, items: feature.vocabulary.count,
      pairs: pairs.map { (Int32($0 >> 32), Int32($0 & 0xffff_ffff)) })
    return Condition(name: feature.name, values: SparseMatrix(values), isAttribute: true)
  }
}

/// How an attribute's active values become one vector.
package enum ValueWeighting: String, CaseIterable, Sendable {
  /// A mean of value embeddings weighted by a softmax of learned scores over the active values.
  case softmax
  /// A dense layer of the 0/1 vector: values add up with learned rows.
  case dense
}

extension SparseMatrix {
  /// The interaction matrix, users as rows.
  convenience init(_ interactions: Interactions) {
    self.init(
      columns: interactions.items, starts: interactions.rowStarts, entries: interactions.columns)
  }
}
