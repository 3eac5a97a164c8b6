/// Who interacted with what: a sparse 0/1 matrix, users × items, in compressed rows.
///
/// The row of user `u` is `columns[rowStarts[u]..<rowStarts[u + 1]]`, ascending and without
/// repeats. It serves any relation of two kinds of things, such as items and their genres.
package struct Interactions: Sendable, Equatable {
  /// The number of rows, empty ones included.
  package let users: Int
  /// The number of columns, empty ones included.
  package let items: Int
  /// Where each user's row starts in `columns`; `users + 1` offsets, the last equals `count`.
  package let rowStarts: [Int]
  /// The item of each interaction, row after row.
  package let columns: [Int32]

  package var count: Int { columns.count }

  /// The share of the matrix that is empty, 1 − count / (users · items); 0 for a matrix without
  /// cells.
  package var sparsity: Double {
    users == 0 || items == 0 ? 0 : 1 - Double(count) / (Double(users) * Double(items))
  }

  /// No interaction at all.
  package init(users: Int, items: Int) {
    self.init(users: users, items: items, pairs: [])
  }

  /// Collects (user, item) pairs, in any order; a pair that is given twice counts once.
  ///
  /// Every user must be in `0..<users` and every item in `0..<items`.
  package init(users: Int, items: Int, pairs: some Collection<(Int32, Int32)>) {
    // Sorting by item, then stably by user: two counting passes leave every row ascending.
    var itemStarts = [Int](repeating: 0, count: items + 1)
    var userStarts = [Int](repeating: 0, count: users + 1)
    for (user, item) in pairs {
      precondition(user >= 0 && user < users, "user \(user) is not in 0..<\(users)")
      precondition(item >= 0 && item < items, "item \(item) is not in 0..<\(items)")
      userStarts[Int(user) + 1] += 1
      itemStarts[Int(item) + 1] += 1
    }
    for item in 0..<items { itemStarts[item + 1] += itemStarts[item] }
    for user in 0..<users { userStarts[user + 1] += userStarts[user] }
    var byItem = [(user: Int32, item: Int32)](repeating: (0, 0), count: pairs.count)
    for (user, item) in pairs {
      byItem[itemStarts[Int(item)]] = (user, item)
      itemStarts[Int(item)] += 1
    }
    var next = userStarts
    var columns = [Int32](repeating: 0, count: pairs.count)
    for (user, item) in byItem {
      columns[next[Int(user)]] = item
      next[Int(user)] += 1
    }
    self.init(users: users, items: items, rowStarts: userStarts, repeating: columns)
  }

  /// Drops the repeats of rows that ascend but may repeat.
  private init(users: Int, items: Int, rowStarts starts: [Int], repeating sorted: [Int32]) {
    var columns: [Int32] = []
    columns.reserveCapacity(sorted.count)
    var rowStarts = [0]
    rowStarts.reserveCapacity(users + 1)
    for user in 0..<users {
      for place in starts[user]..<starts[user + 1]
      where place == starts[user] || sorted[place] != sorted[place - 1] {
        columns.append(sorted[place])
      }
      rowStarts.append(columns.count)
    }
    (self.users, self.items, self.rowStarts, self.columns) = (users, items, rowStarts, columns)
  }

  /// The items of a user, ascending.
  package subscript(user: Int) -> ArraySlice<Int32> {
    columns[rowStarts[user]..<rowStarts[user + 1]]
  }

  /// Whether the user interacted with the item; a binary search of the user's row.
  package func contains(user: Int, item: Int) -> Bool { place(user: user, item: item) != nil }

  /// Where in `columns` the interaction stands; nil where there is none.
  package func place(user: Int, item: Int) -> Int? {
    var low = rowStarts[user]
    var high = rowStarts[user + 1]
    while low < high {
      let middle = (low + high) / 2
      if columns[middle] < Int32(item) { low = middle + 1 } else { high = middle }
    }
    return low < rowStarts[user + 1] && columns[low] == Int32(item) ? low : nil
  }

  /// All interactions as (user, item), users ascending, items ascending within a user.
  package var pairs: [(Int32, Int32)] {
    var pairs: [(Int32, Int32)] = []
    pairs.reserveCapacity(count)
    for user in 0..<users {
      for item in self[user] { pairs.append((Int32(user), item)) }
    }
    return pairs
  }

  /// The same interactions with items as rows and users as columns.
  package func transposed() -> Interactions {
    Interactions(users: items, items: users, pairs: pairs.map { ($0.1, $0.0) })
  }

  /// The interactions of either; both must have the same users and items.
  package func union(_ other: Interactions) -> Interactions {
    precondition(users == other.users && items == other.items, "the sizes differ")
    return Interactions(users: users, items: items, pairs: pairs + other.pairs)
  }
}
