extension JSON {
  /// A place in a JSON text: file, line and column for an editor, the path for a reader.
  package struct Position: Sendable, CustomStringConvertible {
    /// The name of the file, as the user gave it.
    package let file: String
    /// From 1.
    package let line: Int
    /// From 1, counted in Unicode scalars.
    package let column: Int
    /// The way from the root of the file to the value.
    package let path: Path
    /// What a mistake at this place is: a spec is the user's own words, a result file is data.
    package let kind: Problem.Kind
    /// Whether the value was not written there, but is best looked for there.
    fileprivate(set) var isNear = false

    /// For example `table4.json:12:20`.
    package var description: String { "\(file):\(line):\(column)" }

    /// The problem of that message at this place: `file:line:column: path: message`.
    package func problem(_ message: String) -> Problem {
      let path = self.path.description
      return Problem(kind, path.isEmpty ? "\(self): \(message)" : "\(self): \(path): \(message)")
    }
  }

  /// The way from the root to a value, for example `systems[3].settings.factors`.
  package indirect enum Path: Sendable, CustomStringConvertible {
    case root
    case member(Path, String)
    case element(Path, Int)

    /// Keys after points, indices in brackets; empty for the root.
    package var description: String {
      switch self {
      case .root: return ""
      case .member(.root, let key): return Path.written(key)
      case .member(let parent, let key): return "\(parent).\(Path.written(key))"
      case .element(let parent, let index): return "\(parent)[\(index)]"
      }
    }

    /// A key that could be mistaken for a path is shown in quotes.
    private static func written(_ key: String) -> String {
      let isPlain = !key.isEmpty && !key.contains { " .[]\"\n\t".contains($0) }
      return isPlain ? key : JSON.string(key).canonicalText
    }
  }

  /// The same value, every part of which is best looked for at this place, unless it was written at
  /// one.
  package func placed(at position: Position?) -> JSON {
    var position = position
    position?.isNear = true
    var placed = self
    placed.position = self.position ?? position
    switch value {
    case .array(let elements): placed.value = .array(elements.map { $0.placed(at: position) })
    case .object(let members):
      placed.value = .object(
        members.map {
          Member($0.key, $0.value.placed(at: position), at: $0.keyPosition ?? position)
        })
    default: break
    }
    return placed
  }

  /// The problem of that message at this value, with `file:line:column: path:` before it where
  /// known.
  package func problem(_ message: String) -> Problem {
    position?.problem(message) ?? .usage(message)
  }
}

extension JSON.Member {
  /// The problem of that message at this member's key.
  package func problem(_ message: String) -> Problem {
    keyPosition?.problem(message) ?? value.position?.problem(message)
      ?? .usage("\(key): \(message)")
  }
}
