extension JSON {
  /// Whether it has members.
  package var isObject: Bool { if case .object = value { true } else { false } }

  /// The patch that does what this one does, and then another: a `null` of either stays.
  package func composing(patch: JSON) -> JSON {
    guard case .object(let changes) = patch.value, case .object(var members) = value else {
      return patch
    }
    for change in changes {
      if let place = members.firstIndex(where: { $0.key == change.key }) {
        members[place].value = members[place].value.composing(patch: change.value)
        members[place].keyPosition = change.keyPosition
      } else {
        members.append(change)
      }
    }
    return JSON(.object(members), at: position ?? patch.position)
  }

  /// This value changed by a JSON merge patch (RFC 7396).
  ///
  /// An object patches member by member: `null` removes a member, any other value replaces or,
  /// being an object itself, patches it. Anything but an object replaces the whole. Every part
  /// keeps the position at which it was written, in the base or in the patch.
  package func merging(patch: JSON) -> JSON {
    guard case .object(let changes) = patch.value else { return patch }
    var members: [Member] = []
    var position = patch.position
    if case .object(let own) = value {
      members = own
      position = self.position
    }
    for change in changes {
      let place = members.firstIndex { $0.key == change.key }
      if change.value.isNull {
        if let place { members.remove(at: place) }
      } else if let place {
        members[place].value = members[place].value.merging(patch: change.value)
        if !change.value.isObject { members[place].keyPosition = change.keyPosition }
      } else {
        // A nested patch onto nothing still drops its nulls.
        let value = JSON(.null).merging(patch: change.value)
        members.append(Member(change.key, value, at: change.keyPosition))
      }
    }
    return JSON(.object(members), at: position)
  }
}
