import Basics
import Datasets
import Foundation

extension GivenRankings {
  /// What was made of the files, of items that were learned from, of lists that end before those
  /// that are looked at, and of users without one.
  ///
  /// Throws `Problem.data` naming a user without a list, unless these are to be measured.
  package func remarks(ranking users: [Int], to depth: Int?) throws(Problem) -> [String] {
    var lines = source.remarks
    let missing = users.filter { source.count(of: $0) == 0 }
    if let first = missing.first {
      guard options.missing == .equal else {
        throw .data(
          "\(options.file ?? options.userVectors ?? "lists"): has nothing for \(missing.count) of"
            + " \(users.count) tested users, the first of them \(name(first)); expected a list for each, or"
            + " \"missing\": \"equal\" to take all items for equal")
      }
      lines.append(
        "tested users without a list, for whom all items are equal: \(missing.count) of \(users.count)"
      )
    }
    if options.file != nil {
      var (entries, people, cut) = (0, 0, 0)
      for user in users where source.count(of: user) > 0 {
        let own = learned[user]
        let seen = own.isEmpty ? 0 : source.items(of: user).count { contains(own, $0) }
        entries += seen
        people += seen > 0 ? 1 : 0
        let all = learned.items - own.count
        if source.count(of: user) - seen < min(depth ?? all, all) { cut += 1 }
      }
      if entries > 0 {
        lines.append("listed and learned from: \(entries), of users: \(people)")
      }
      if cut > 0 {
        let deep = depth.map { "the \($0) looked at" } ?? "whole rankings"
        lines.append(
          "users whose lists are shorter than \(deep): \(cut); all other items are equal behind them"
        )
      }
    }
    return lines
  }

  private func name(_ user: Int) -> String {
    userIDs.indices.contains(user) ? "\"\(userIDs[user])\"" : "at row \(user)"
  }

  /// Whether an item is among ascending ones.
  private func contains(_ items: ArraySlice<Int32>, _ item: Int32) -> Bool {
    var (low, high) = (items.startIndex, items.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if items[middle] < item { low = middle + 1 } else { high = middle }
    }
    return low < items.endIndex && items[low] == item
  }

  package static func estimate(
    _ options: GivenRankingsOptions, _ sizes: RankingSizes
  ) -> Estimate {
    let files = [options.file, options.userVectors, options.itemVectors].compactMap(\.self)
    let bytes = files.reduce(0.0) { $0 + Self.bytes($1) }
    var estimate = Estimate()
    // Of text a line is about as long as what is kept of it; vectors are held twice.
    estimate.held = 2 * bytes
    estimate.whileMade = 3 * bytes
    estimate.name(5 * bytes, "the files of the lists")
    estimate.making = Work(steps: 40 * bytes, bytes: 4 * bytes)
    estimate.one = Work(steps: 60 * sizes.items)
    return estimate
  }

  private static func bytes(_ path: String) -> Double {
    let facts = try? FileManager.default.attributesOfItem(atPath: path)
    return Double((facts?[.size] as? Int) ?? 0)
  }
}
