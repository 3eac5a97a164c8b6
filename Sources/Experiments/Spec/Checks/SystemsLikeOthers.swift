import Basics

extension JSON {
  /// A spec whose systems are all written out: one with `like` is the earlier system of that label,
  /// changed by its own keys as by a merge patch (RFC 7396).
  ///
  /// Throws where `like` names no earlier system, where the system has no label of its own, and on
  /// a `null` that removes nothing.
  func withSystemsWrittenOut() throws(Problem) -> JSON {
    guard case .object(var members) = value,
      let place = members.firstIndex(where: { $0.key == "systems" }),
      case .array(let systems) = members[place].value.value
    else { return self }
    var whole: [JSON] = []
    for system in systems { whole.append(try system.writtenOut(after: whole)) }
    members[place].value = JSON(.array(whole), at: members[place].value.position)
    return JSON(.object(members), at: position)
  }

  private func writtenOut(after earlier: [JSON]) throws(Problem) -> JSON {
    guard let like = self["like"], !like.isNull else { return self }
    let label = try like.asString()
    guard let base = earlier.first(where: { $0["label"] == .string(label) }) else {
      let labels = earlier.compactMap { try? $0["label"]?.asString() }
      throw like.problem(
        "no earlier system is called \"\(label)\"" + suggestion(for: label, among: labels))
    }
    guard self["label"] != nil else {
      throw problem("a system like another one needs a \"label\" of its own")
    }
    let patches = Self.patches.filter { self[$0].map(\.isObject) ?? false }
    var system = try base.patched(by: without(["like"] + patches))
    for key in patches {
      guard case .object(var members) = system.value, let own = self[key] else { continue }
      let place = members.firstIndex { $0.key == key }
      let whole = (place.map { members[$0].value } ?? .object([])).composing(patch: own)
      if let place { members[place].value = whole } else { members.append(Member(key, whole)) }
      system.value = .object(members)
    }
    system.position = position
    return system
  }

  /// What a system has that changes what the spec has: a `null` there removes something of the
  /// spec's, and so stays.
  private static let patches = ["data", "training", "selection"]
}
