extension JSON {
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
        let isObject = if case .object = change.value.value { true } else { false }
        members[place].value = members[place].value.merging(patch: change.value)
        if !isObject { members[place].keyPosition = change.keyPosition }
      } else {
        // A nested patch onto nothing still drops its nulls.
        let value = JSON(.null).merging(patch: change.value)
        members.append(Member(change.key, value, at: change.keyPosition))
      }
    }
    return JSON(.object(members), at: position)
  }
}
