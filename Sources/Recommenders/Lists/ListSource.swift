import Datasets

/// Lists as a file has them.
struct ListSource: RankingSource {
  private let lists: GivenLists

  init(_ lists: GivenLists) { self.lists = lists }

  private func places(of user: Int) -> Range<Int> { lists.starts[user]..<lists.starts[user + 1] }

  func scores(of users: Range<Int>, _ tell: (Int, [Int32], [Double]) -> Void) {
    for (row, user) in users.enumerated() {
      let places = places(of: user)
      if !places.isEmpty { tell(row, Array(lists.items[places]), Array(lists.values[places])) }
    }
  }

  func count(of user: Int) -> Int { places(of: user).count }

  func items(of user: Int) -> [Int32] { Array(lists.items[places(of: user)]) }

  var bytes: Int { 12 * lists.items.count + 8 * lists.starts.count }

  var remarks: [String] {
    let users = lists.starts.indices.dropLast()
    var lines = [
      "users with a list: \(users.count { count(of: $0) > 0 }), items in all: \(lists.items.count)"
    ]
    if lists.unknown.users > 0 {
      lines.append("left out, of users that the data have not: \(lists.unknown.users)")
    }
    if lists.unknown.items > 0 {
      lines.append("left out, of items that the data have not: \(lists.unknown.items)")
    }
    if lists.disagreeing > 0 {
      lines.append(
        "users whose scores and ranks are in different orders: \(lists.disagreeing); the"
          + " scores count unless \"order\" says otherwise")
    }
    let tied = users.count { Set(lists.values[places(of: $0)]).count < count(of: $0) }
    if tied > 0 {
      lines.append("users with equal scores in their lists: \(tied); ordered as all equal ones are")
    }
    return lines
  }
}
