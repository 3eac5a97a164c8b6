import Basics

/// A JSON file of ours: it says what it is, in which format, and notices any change.
///
/// Beside the content stand `kind`, `format`, and `checksum`, the SHA-256 of the canonical text of
/// everything else. White space and the order of keys may change; nothing else may.
package protocol SealedFile: Settings {
  /// What the file is, in one word.
  static var kind: String { get }
  /// The format that this version writes, and the only one that it reads.
  static var format: Int { get }
}

extension SealedFile {
  /// The text of the file.
  package var text: String {
    let marks = JSON.object([("kind", .string(Self.kind)), ("format", .integer(Self.format))])
    let body = marks.members + encoded().members
    let checksum = JSON.Member("checksum", .string(Self.checksum(body)))
    return JSON(.object(body + [checksum])).prettyText
  }

  /// Reads the text of a file.
  ///
  /// - Throws: `Problem.data` naming the file and place: for another kind of file, an older or
  ///   newer format, a changed content, a missing or unknown key, a value of the wrong type.
  package init(parsing bytes: [UInt8], file: String) throws(Problem) {
    let json = try JSON.parse(bytes, file: file, as: .data)
    let members = try json.asObject()
    guard json["kind"] == .string(Self.kind) else {
      throw Problem.data("\(file): this is not a \(Self.kind) written by reprise")
    }
    let format = try json.member("format").asInteger()
    guard format == Self.format else {
      throw Problem.data(
        format < Self.format
          ? "\(file): format \(format) is no longer read (this version has \(Self.format)); "
            + "delete the file and run again"
          : "\(file): format \(format) is of a newer version of reprise (this has \(Self.format))")
    }
    let sealed = members.filter { $0.key != "checksum" }
    guard try json.member("checksum").asString() == Self.checksum(sealed) else {
      throw Problem.data(
        "\(file): the file was changed after it was written")
    }
    let content = sealed.filter { $0.key != "kind" && $0.key != "format" }
    try self.init(decoding: JSON(.object(content), at: json.position))
  }

  /// Reads the file at `path`, see ``init(parsing:file:)``.
  package init(reading path: String) throws(Problem) {
    try self.init(parsing: Files.read(path), file: path)
  }

  /// Writes the file, whole or not at all; its folder is made if it is missing.
  package func write(to path: String) throws(Problem) {
    try ResultFile.write(text, to: path)
  }

  private static func checksum(_ members: [JSON.Member]) -> String {
    SHA256.hex(of: JSON(.object(members)).canonicalText)
  }
}

extension JSON {
  /// The members of an object; none for anything else.
  fileprivate var members: [Member] {
    if case .object(let members) = value { members } else { [] }
  }
}
