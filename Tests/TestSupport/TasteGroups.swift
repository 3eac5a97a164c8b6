import Basics
import Datasets

/// A planted pattern that every recommender has to find: users and items fall into as many groups
/// as `groups` says, and a user takes items of the own group with probability `own`, others with
/// `other`.
///
/// User u and item i are of group u mod groups and i mod groups. The item feature "kind" and the
/// user feature "taste" name the group, so systems that learn from attributes can find it too.
/// Ratings are 5 in the own group and 2 elsewhere; times ascend in the order of the events, which
/// is random for each user, so that leaving the last one out is a fair test.
package func tasteGroups(
  users: Int = 60, items: Int = 40, groups: Int = 4, own: Double = 0.7, other: Double = 0.05,
  seed: UInt64 = 1
) -> Dataset {
  var random = Random(seed: seed, stream: "taste groups")
  var events: [Event] = []
  for user in 0..<users {
    var order = Array(0..<items)
    random.shuffle(&order)
    for item in order {
      let same = user % groups == item % groups
      guard random.uniformDouble() < (same ? own : other) else { continue }
      let time = 1_000_000_000 + Int64(events.count)
      events.append(
        Event(
          user: Int32(user), item: Int32(item), rating: same ? 5 : 2,
          time: Timestamp(seconds: time)))
    }
  }
  let names = (0..<groups).map { "group \($0)" }
  return Dataset(
    name: "taste-groups", events: events,
    userIDs: (1...users).map(String.init), itemIDs: (1...items).map(String.init),
    itemTitles: (1...items).map { "Item \($0)" },
    userFeatures: [
      Feature(name: "taste", vocabulary: names, indices: (0..<users).map { [$0 % groups] })
    ],
    itemFeatures: [
      Feature(name: "kind", vocabulary: names, indices: (0..<items).map { [$0 % groups] })
    ],
    digest: "taste-groups \(users) \(items) \(groups) \(own) \(other) \(seed)")
}
