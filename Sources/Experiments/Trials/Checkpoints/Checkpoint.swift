import Basics
import Engine

/// A trial in the middle or at the end of its training: what it is, and everything it needs to
/// go on bit-identically.
///
/// In the file (HDF5) the ``Header`` becomes attributes of the root group, and the state a tree of
/// its own names: tensors become float32 data sets (`/parameters/<player>/<name>`,
/// `/optimizer/…`), counters rows of uint64 (`/random/<stream>`, `/progress/epoch`). The same
/// checkpoint always has the same bytes.
package struct Checkpoint: Sendable, Equatable {
  /// The version of the layout that this program writes and reads.
  package static let formatVersion = 1

  /// What a checkpoint belongs to.
  package struct Header: Sendable, Equatable {
    /// The content hash of the trial: of everything that can change its result.
    package var trial = ""
    /// The text of the spec that the trial comes from, as JSON.
    package var spec = ""
    /// What the hash was made of – data, split, seed, recommender's settings, training – as JSON.
    package var settings = ""
    /// The SHA-256 of the data set's source bytes.
    package var dataDigest = ""
    /// The revision of the program's source.
    package var gitRevision = ""
    /// The name of the recommender.
    package var recommender = ""
    /// The version of the recommender's algorithm.
    package var algorithmVersion = 0

    /// Makes an empty header.
    package init() {}
  }

  /// What the checkpoint belongs to.
  package var header: Header
  /// Parameters, optimizer moments, random streams and progress.
  package var state: State

  /// Makes a checkpoint in memory.
  package init(header: Header, state: State) {
    self.header = header
    self.state = state
  }
}

// MARK: The file's content

extension Checkpoint {
  private static let format = SealedFormat("checkpoint", version: formatVersion)

  /// The attributes that hold text, in the order in which `inspect` prints them.
  static let texts: [(key: String, path: WritableKeyPath<Header, String> & Sendable)] = [
    ("recommender", \.recommender), ("trial", \.trial), ("dataDigest", \.dataDigest),
    ("gitRevision", \.gitRevision), ("settings", \.settings), ("spec", \.spec),
  ]

  /// The content of the file; `path` is for the messages.
  ///
  /// - Throws: `Problem.run` when the state's names cannot become a tree, such as `a` and `a/b`.
  func encoded(for path: String) throws -> [UInt8] {
    try Checkpoint.format.bytes(named: path) { file in
      try file.setAttribute("algorithmVersion", header.algorithmVersion)
      for (key, text) in Checkpoint.texts { try file.setAttribute(key, header[keyPath: text]) }
      for name in state.tensors.keys.sorted() {
        guard let tensor = state.tensors[name] else { continue }
        try file.makeGroup(Checkpoint.group(of: name, path))
        try file.write(tensor.values, shape: tensor.shape, to: "/\(name)")
      }
      for name in state.counters.keys.sorted() {
        guard let words = state.counters[name] else { continue }
        try file.makeGroup(Checkpoint.group(of: name, path))
        try file.write(words, to: "/\(name)")
      }
    }
  }

  /// The group that holds the entry of this name.
  private static func group(of name: String, _ path: String) throws -> String {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.contains(where: { $0.isEmpty || $0 == "." }), !name.utf8.contains(0) else {
      throw Problem.run("\(path): '\(name)' cannot be the name of a tensor or counter")
    }
    return "/" + parts.dropLast().joined(separator: "/")
  }

  /// Reads the content of a file.
  ///
  /// - Parameter path: for the messages.
  /// - Throws: `Problem.data`, one line, when the bytes are truncated, damaged, those of something
  ///   else, or a checkpoint of another format version.
  init(decoding bytes: [UInt8], from path: String) throws {
    self = try Checkpoint.format.reading(bytes, from: path) { file in
      var header = Header()
      header.algorithmVersion = try file.integer("algorithmVersion")
      for (key, text) in Checkpoint.texts { header[keyPath: text] = try file.text(key) }
      var state = State()
      for (name, value) in file.objects {
        let key = String(name.dropFirst())
        switch value {
        case .group: break
        case .floats(let shape, let values):
          state.tensors[key] = State.Array(shape: shape, values: values)
        case .words(let words): state.counters[key] = words
        case .doubles, .texts, .integer, .text:
          throw Problem.data("\(path): '\(name)' is float64 or text, which no checkpoint holds")
        }
      }
      return Checkpoint(header: header, state: state)
    }
  }
}
