/// Where two JSON values differ.
package struct JSONDifference: Sendable, Equatable {
  /// The keys on the way there, from the outside in.
  package let path: [String]
  /// Nil: there is none.
  package let old: JSON?
  /// Nil: there is none.
  package let new: JSON?

  /// `settings.factors: 64 → 32`.
  package var text: String {
    func text(_ value: JSON?) -> String { value?.canonicalText ?? "nothing" }
    return "\(path.joined(separator: ".")): \(text(old)) → \(text(new))"
  }
}

extension JSON {
  /// What has to change in this value to make it the other: members of objects one by one, anything
  /// else as a whole.
  package func differences(to other: JSON) -> [JSONDifference] { differences(to: other, at: []) }

  private func differences(to other: JSON, at path: [String]) -> [JSONDifference] {
    guard self != other else { return [] }
    guard case .object(let own) = value, case .object(let others) = other.value else {
      return [JSONDifference(path: path, old: self, new: other)]
    }
    let keys = own.map(\.key) + others.map(\.key).filter { key in !own.contains { $0.key == key } }
    return keys.flatMap { key -> [JSONDifference] in
      let place = path + [key]
      guard let old = self[key], let new = other[key] else {
        return [JSONDifference(path: place, old: self[key], new: other[key])]
      }
      return old.differences(to: new, at: place)
    }
  }
}
