import Datasets
import TestSupport

/// The small split in `Tests/Golden/item-pop`, which `Tests/Golden/item_pop.py` wrote.
enum TinySplit {
  static let users = 14
  static let items = 40
  static func train() throws -> Interactions {
    try interactions(Golden.path("item-pop/tiny.train"), users: users, items: items)
  }

  static func test() throws -> Interactions {
    try interactions(Golden.path("item-pop/tiny.test"), users: users, items: items)
  }

  /// Reads lines of user and item, ids from 1, tab separated.
  private static func interactions(_ path: String, users: Int, items: Int) throws -> Interactions {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let pairs = text.split(separator: "\n").map { line in
      line.split(separator: "\t").prefix(2).compactMap { Int32($0) }.map { $0 - 1 }
    }
    return Interactions(users: users, items: items, pairs: pairs.map { ($0[0], $0[1]) })
  }
}
