/// The candidate that `name` was most likely meant to be, or nil when nothing is close.
///
/// Close means: equal but for letter case; or a third of the longer name's letters or fewer
/// inserted, deleted, replaced or swapped with a neighbour (at least one is always allowed); or one
/// name contains the other. Of equally close candidates the first wins.
package func nearest(_ name: String, among candidates: [String]) -> String? {
  let wanted = Array(name.lowercased())
  var best: (distance: Int, candidate: String)?
  for candidate in candidates {
    let letters = Array(candidate.lowercased())
    let distance = editDistance(wanted, letters)
    let allowed = max(1, max(wanted.count, letters.count) / 3)
    if distance <= allowed, distance < best?.distance ?? Int.max { best = (distance, candidate) }
  }
  if let best { return best.candidate }
  guard wanted.count >= 3 else { return nil }
  return candidates.first { candidate in
    let lowered = candidate.lowercased()
    return lowered.contains(name.lowercased())
      || (lowered.count >= 3 && name.lowercased().contains(lowered))
  }
}

/// The end of a message about an unknown name: the nearest valid one, else all of them.
///
/// For example `; did you mean "ur-gan"?` or `; expected one of a, b, c`.
package func suggestion(for name: String, among candidates: [String]) -> String {
  if let near = nearest(name, among: candidates) { return "; did you mean \"\(near)\"?" }
  if candidates.isEmpty { return "" }
  return "; expected one of " + candidates.joined(separator: ", ")
}

/// Insertions, deletions, replacements and swaps of neighbours that turn one name into the other
/// (optimal string alignment distance).
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1]
    row.reserveCapacity(b.count + 1)
    for j in 0..<b.count {
      var cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
