import Schema

/// The tree of a file's objects, and the arithmetic of their shapes.
extension HDF5File {
  /// What an object of the file is.
  enum Kind: Equatable {
    case group
    /// A tensor of 32-bit floats with this shape.
    case floats([Int])
    /// A tensor of 64-bit floats with this shape.
    case doubles([Int])
    /// Unsigned 64-bit words, this many.
    case words(Int)
    /// Texts of any length, this many.
    case texts(Int)
    /// Something that Reprise does not write, in a few words.
    case other(String)
  }

  /// Every object below the root group by its absolute path, a group before what it holds, by name.
  func objects() throws -> [(path: String, kind: Kind)] {
    var found: [(path: String, kind: Kind)] = []
    try visit("", depth: 0, &found)
    return found
  }

  private func visit(
    _ path: String, depth: Int, _ found: inout [(path: String, kind: Kind)]
  ) throws {
    // A foreign file may hold a group that contains itself.
    guard depth < 32 else {
      throw Problem.data("\(name): groups are nested too deeply at '\(path)'")
    }
    for child in try children(of: path.isEmpty ? "/" : path) {
      let childPath = "\(path)/\(child)"
      let kind = try kind(of: childPath)
      found.append((childPath, kind))
      if kind == .group { try visit(childPath, depth: depth + 1, &found) }
    }
  }

  /// Makes the group of this absolute path and those above it, as far as they are missing.
  func makeGroup(_ path: String) throws {
    var made = ""
    for component in path.split(separator: "/") {
      made += "/\(component)"
      try makeOneGroup(made)
    }
  }

  /// How many elements a data set of `shape` has; nil when its `stored` bytes cannot hold as many.
  ///
  /// A damaged shape must not ask for more memory than the file can fill. Another program may have
  /// applied deflate, which shrinks by a factor of 1032 at most.
  static func count(of shape: [Int], size: Int, stored: Int) -> Int? {
    var count = 1
    for length in shape {
      let product = count.multipliedReportingOverflow(by: length)
      guard !product.overflow else { return nil }
      count = product.partialValue
    }
    let (bytes, tooMany) = count.multipliedReportingOverflow(by: size)
    let (limit, enough) = stored.multipliedReportingOverflow(by: 1032)
    return !tooMany && (enough || bytes <= limit) ? count : nil
  }
}
