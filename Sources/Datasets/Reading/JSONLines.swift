import Basics

/// Reads a file of JSON objects, one a line; empty lines are skipped.
struct JSONLines {
  /// The wanted members of the line read last, as texts; empty where a member is null or not there.
  /// An array is its elements, each behind a ``mark``.
  private(set) var cells: [ArraySlice<UInt8>] = []
  private let bytes: [UInt8]
  private let file: String
  private let members: [(name: String, path: [String])]
  private var index = 0
  private var number = 0

  /// Stands before each element of an array: the unit separator of ASCII.
  static let mark: UInt8 = 0x1F

  /// A file of which these members are wanted; `a.b` is the member `b` of the member `a`, unless
  /// there is one that is called so.
  init(_ bytes: [UInt8], file: String, members: [String]) {
    (self.bytes, self.file) = (bytes, file)
    self.members = members.map { ($0, $0.split(separator: ".").map(String.init)) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  /// About how many rows there are.
  var rowEstimate: Int { bytes.lazy.count { $0 == .lineFeed } + 1 }

  /// Reads the next line; false after the last one. Throws naming file and line where it is no
  /// object, or a member is one.
  mutating func next() throws(Problem) -> Bool {
    while index < bytes.count {
      let end = bytes[index...].firstIndex(of: .lineFeed) ?? bytes.count
      let line = bytes[index..<end]
      index = end + 1
      number += 1
      guard line.contains(where: { !isSpace($0) }) else { continue }
      let json = try JSON.parse(Array(line), file: file, as: .data, firstLine: number)
      guard case .object = json.value else { throw problem("expected a JSON object a line") }
      cells.removeAll(keepingCapacity: true)
      for member in members { cells.append(try cell(of: member, in: json)[...]) }
      return true
    }
    return false
  }

  /// A problem with the line read last.
  func problem(_ message: String) -> Problem { .data("\(file):\(number): \(message)") }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == .space || byte == .tab || byte == .carriageReturn
  }

  private func cell(
    of member: (name: String, path: [String]), in json: JSON
  ) throws(Problem) -> [UInt8] {
    var value = json[member.name]
    if value == nil {
      value = json
      for key in member.path { value = value?[key] }
    }
    guard let value else { return [] }
    guard case .array(let elements) = value.value else { return try text(value, member.name) }
    var texts: [UInt8] = []
    for element in elements { texts += [Self.mark] + (try text(element, member.name)) }
    return texts
  }

  private func text(_ value: JSON, _ name: String) throws(Problem) -> [UInt8] {
    switch value.value {
    case .null: return []
    case .bool(let bool): return Array("\(bool)".utf8)
    case .integer(let integer): return Array("\(integer)".utf8)
    case .number(let number):
      if value.decimals == 0 || number.magnitude >= 0x1p53 {
        throw problem("\(name): this number is too large to be read exactly; expected it in quotes")
      }
      return Array(JSON.text(of: number).utf8)
    case .string(let text): return Array(text.utf8)
    case .array, .object:
      throw problem(
        "\(name): expected a text, a number or a list of them; \"\(name).key\" names a member")
    }
  }
}
