import Basics

/// A spec as it stands in files: what it extends merged in, its profiles still to choose from.
///
/// `extends` and profiles are JSON merge patches (RFC 7396): objects merge, `null` removes,
/// anything else replaces; so is a system that is `like` an earlier one. Messages name the file and
/// line that a value was really written in.
package struct SpecFile: Sendable {
  /// The path, as the user gave it.
  package let path: String
  /// The profiles' names, in the order written, those of an extended spec first.
  package var profileNames: [String] { layers.profiles.map(\.name) }

  private let layers: Layers

  /// Where a profile was first written; nil for one that there is not.
  func place(ofProfile name: String) -> JSON.Position? {
    layers.profiles.first { $0.name == name }?.place
  }

  /// Reads the file and all that it extends.
  ///
  /// Throws `Problem.usage` on a file that cannot be read, is no JSON, or extends itself.
  package init(path: String) throws(Problem) {
    self.path = path
    layers = try Layers(path, children: [])
  }

  /// What a profile cannot change.
  static let fixedKeys = ["$schema", "extends", "profiles"]

  /// The spec, changed by the profile of that name.
  ///
  /// A profile that an extended spec has too is merged after that one.
  /// Throws `Problem.usage` as ``Spec`` does, and on an unknown profile.
  package func spec(profile name: String? = nil) throws(Problem) -> Spec {
    guard let name else { return try decoded(layers.json) }
    guard let profile = layers.profiles.first(where: { $0.name == name }) else {
      throw .usage(
        layers.profiles.isEmpty
          ? "\(path): has no profiles, so none is called \"\(name)\""
          : "\(path): unknown profile \"\(name)\"" + suggestion(for: name, among: profileNames))
    }
    var json = layers.json
    for patch in profile.patches {
      for member in try patch.asObject()
      where Self.fixedKeys.contains(member.key) {
        throw member.problem("a profile cannot change this")
      }
      json = try json.patched(by: patch)
    }
    return try decoded(json)
  }

  private func decoded(_ json: JSON) throws(Problem) -> Spec {
    try Spec(decoding: json.withSystemsWrittenOut().withNeighboursShared())
  }
}

/// A spec merged with all that it extends. Profiles stay patches: merged into one another, their
/// nulls would be lost.
private struct Layers: Sendable {
  var json: JSON
  var profiles: [(name: String, patches: [JSON], place: JSON.Position?)] = []

  /// Reads a file that `children`, the innermost last, extend.
  init(_ path: String, children: [String]) throws(Problem) {
    let file = try JSON.read(path)
    json = file.without(["extends", "profiles"])
    if let extended = file["extends"], !extended.isNull {
      try FieldKind.text.checkText(extended)
      let parent = Files.path(try extended.asString(), beside: path)
      guard !(children + [path]).contains(parent) else {
        throw extended.problem("this spec extends itself")
      }
      guard children.count < 16 else {
        throw extended.problem("more than 16 specs extend each other")
      }
      let base = try Layers(parent, children: children + [path])
      json = try base.json.patched(by: json)
      profiles = base.profiles
    }
    for profile in try file["profiles"]?.asObject() ?? [] {
      try Self.checkName(of: profile, among: profiles.map(\.name))
      let place = profiles.firstIndex { $0.name == profile.key }
      if profile.value.isNull {
        guard let place else { throw profile.problem("null removes nothing here") }
        profiles.remove(at: place)
      } else if let place {
        profiles[place].patches.append(profile.value)
      } else {
        profiles.append((profile.key, [profile.value], profile.keyPosition))
      }
    }
  }

  /// A profile's name becomes the end of a folder's.
  private static func checkName(
    of profile: JSON.Member, among others: [String]
  ) throws(Problem) {
    guard FileName.isPlain(profile.key) else {
      throw profile.problem(
        "a profile's name becomes a folder's; expected \(FileName.expected)")
    }
    if profile.key.wholeMatch(of: /(.*-)?seeds-[0-9]+/.ignoresCase()) != nil {
      throw profile.problem(
        "results of another number of seeds have this name; expected one that does not end in a number of seeds"
      )
    }
    if let other = others.first(where: { $0 != profile.key && FileName.areAlike($0, profile.key) })
    {
      throw profile.problem(
        "another profile is called \"\(other)\": some file systems take both for one name")
    }
  }
}

extension JSON {
  /// The object without these members.
  func without(_ keys: [String]) -> JSON {
    guard case .object(let members) = value else { return self }
    return JSON(.object(members.filter { !keys.contains($0.key) }), at: position)
  }

  /// This value changed by a merge patch whose every `null` removes something.
  func patched(by patch: JSON) throws(Problem) -> JSON {
    try checkRemovals(of: patch)
    return merging(patch: patch)
  }

  /// Refuses a `null` in the patch that removes nothing: the key is most likely misspelt.
  func checkRemovals(of patch: JSON) throws(Problem) {
    guard case .object(let own) = value, case .object(let changes) = patch.value else { return }
    for change in changes {
      if let member = own.first(where: { $0.key == change.key }) {
        try member.value.checkRemovals(of: change.value)
      } else if change.value.isNull {
        throw change.problem(
          "null removes nothing here" + suggestion(for: change.key, among: own.map(\.key)))
      }
    }
  }
}
