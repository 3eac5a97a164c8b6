import Basics

/// Places for messages: what was not written is complained about where it would stand.
extension JSON {
  /// The member of that name, or this value where there is none.
  func at(_ key: String) -> JSON { self[key] ?? self }

  /// The element of that index, or this value where there is none.
  func at(_ index: Int) -> JSON {
    guard case .array(let elements) = value, elements.indices.contains(index) else { return self }
    return elements[index]
  }

  func at(_ key: String, _ index: Int) -> JSON { at(key).at(index) }
}
