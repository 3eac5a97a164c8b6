import Basics

/// All that an HDF5 file of ours holds: the attributes of the root group and the tree of objects.
///
/// The library writes our files but does not read them: it believes what it reads, and a forged or
/// damaged address or length makes it crash or ask for gigabytes, whatever the file holds (of 3,000
/// checkpoints with one to four changed bytes outside of the texts, sealed anew, it crashed on 13
/// and took more than 1 GiB for 6). A program of its own for each file would turn that into an
/// error at the cost of a start; reading ourselves takes neither. This reads, with bounds, what
/// ``HDF5File`` writes and nothing else of the format, version 0 of the "HDF5 File Format
/// Specification":
///
///     superblock → root's header → messages: attributes, and where the group's names are
///     group      → tree of nodes → symbol tables → name and header of each member
///     data set   → header → messages: type, shape, and the data or their address
///     text       → length, address of a collection of texts, number in it
struct HDF5Content {
  /// The attributes of the root group.
  private(set) var attributes: [String: HDF5Value] = [:]
  /// Every object below the root group by its absolute path, a group before what it holds, by name.
  private(set) var objects: [(path: String, value: HDF5Value)] = []

  let name: String
  private let bytes: ArraySlice<UInt8>
  /// How much may still be read. What we write is read once, texts twice; damaged addresses may
  /// lead to the same place again and again.
  private var allowance: Int
  /// The texts of each collection that has been read, by its address and their number.
  var collections: [Int: [Int: ArraySlice<UInt8>]] = [:]

  /// Reads the bytes of a file; `name` is for the messages.
  ///
  /// - Throws: `Problem.data`, one line, when anything is otherwise than ``HDF5File`` writes it.
  init(_ bytes: ArraySlice<UInt8>, named name: String) throws(Problem) {
    (self.name, self.bytes) = (name, bytes)
    allowance = 4 * bytes.count
    var start = try stretch(at: 0, 80, "a superblock")
    try start.expect(HDF5File.signature, "the signature of HDF5")
    try start.expect([0, 0, 0, 0, 0, 8, 8, 0], "superblock version 0 with 8-byte addresses")
    _ = try start.take(8, "sizes of nodes")
    try start.expect([UInt8](repeating: 0, count: 8), "a file that begins at 0")
    _ = try start.take(8, "no free space")
    guard try start.number(8, "the file's length") == bytes.count else {
      throw start.damaged("the file's length before it")
    }
    _ = try start.take(16, "no driver")
    let root = try start.number(8, "the address of the root group")
    try readGroup(messages(at: root), "", depth: 0)
  }

  /// What is at this path; nil when there is nothing.
  subscript(path: String) -> HDF5Value? { objects.first { $0.path == path }?.value }

  /// The text of an attribute; throws `Problem.data` when there is none.
  func text(_ key: String) throws(Problem) -> String {
    guard case .text(let text) = try required(key) else {
      throw .data("\(name): damaged: the attribute '\(key)' is not a readable text")
    }
    return text
  }

  /// The integer of an attribute; throws `Problem.data` when there is none.
  func integer(_ key: String) throws(Problem) -> Int {
    guard case .integer(let number) = try required(key) else {
      throw .data("\(name): damaged: the attribute '\(key)' is not an integer")
    }
    return number
  }

  private func required(_ key: String) throws(Problem) -> HDF5Value {
    guard let value = attributes[key] else {
      throw .data("\(name): the attribute '\(key)' is missing or damaged")
    }
    return value
  }

  /// The `count` bytes at `address`, which are used up.
  mutating func stretch(
    at address: Int, _ count: Int, _ expected: String
  ) throws(Problem) -> HDF5Cursor {
    guard address >= 0, address <= bytes.count, count >= 0, count <= bytes.count - address else {
      throw .data("\(name): damaged: there is no byte \(address) for \(expected)")
    }
    try use(count)
    return HDF5Cursor(name: name, rest: bytes[address..<address + count])
  }

  /// Counts `count` bytes as read; throws when that is more than the file can hold.
  mutating func use(_ count: Int) throws(Problem) {
    allowance -= count
    guard allowance >= 0 else {
      throw .data("\(name): damaged: its parts refer to each other again and again")
    }
  }

  // MARK: Groups

  /// Adds what the group of this path holds, and, of the root group, the attributes.
  private mutating func readGroup(
    _ messages: [HDF5Message], _ path: String, depth: Int
  ) throws(Problem) {
    for message in messages where message.kind == .attribute && path.isEmpty {
      let (key, value) = try attribute(message)
      guard attributes.updateValue(value, forKey: key) == nil else {
        throw message.content.damaged("no second attribute '\(key)'")
      }
    }
    guard depth < 32, var table = try HDF5Message.only(.symbolTable, of: messages) else {
      throw .data("\(name): damaged: '\(path)' is not a group, or one that is nested too deeply")
    }
    let tree = try table.number(8, "the address of a group's tree")
    let heap = try table.number(8, "the address of a group's names")
    var names = try stretch(at: heap, 32, "a group's names")
    try names.expect(Array("HEAP".utf8) + [0, 0, 0, 0], "a group's names")
    let length = try names.number(8, "the length of a group's names")
    _ = try names.take(8, "free space")
    let text = try stretch(
      at: names.number(8, "the address of names"), length, "a group's names")
    var last = ""
    for (place, header) in try members(ofTree: tree, level: nil) {
      let member = try memberName(text.rest.dropFirst(place))
      guard last.utf8.lexicographicallyPrecedes(member.utf8) else {
        throw text.damaged("names in their order after '\(last)'")
      }
      last = member
      try readObject(at: header, "\(path)/\(member)", depth: depth + 1)
    }
  }

  /// The text up to the first zero byte; that of an object or attribute.
  func memberName(_ bytes: ArraySlice<UInt8>) throws(Problem) -> String {
    let name = bytes.prefix(1025).prefix { $0 != 0 }
    guard (1...1024).contains(name.count), name.endIndex < bytes.endIndex,
      let text = String(validating: name, as: UTF8.self), !name.contains(UInt8(ascii: "/"))
    else {
      throw .data("\(self.name): damaged: byte \(bytes.startIndex): expected a name of an object")
    }
    return text
  }

  /// Where the name of each member is, and its header, of the node at `address` and those below it.
  ///
  /// - Parameter level: the level that the node has to have; nil for a root, which may have any.
  private mutating func members(
    ofTree address: Int, level: Int?
  ) throws(Problem) -> [(name: Int, header: Int)] {
    var head = try stretch(at: address, 24, "a node of a group's tree")
    try head.expect(Array("TREE".utf8) + [0], "a node of a group's tree")
    let own = try head.number(1, "the level of a node")
    guard level.map({ $0 == own }) ?? (own < 8) else { throw head.damaged("a node's level") }
    let count = try head.number(2, "the number of entries")
    var node = try stretch(at: address + 24, 16 * count + 8, "the entries of a node")
    var found: [(name: Int, header: Int)] = []
    for _ in 0..<count {
      _ = try node.take(8, "a key")
      let child = try node.number(8, "the address of a node")
      found +=
        try own > 0 ? members(ofTree: child, level: own - 1) : members(ofTable: child)
    }
    return found
  }

  private mutating func members(
    ofTable address: Int
  ) throws(Problem) -> [(name: Int, header: Int)] {
    var head = try stretch(at: address, 8, "a symbol table")
    try head.expect(Array("SNOD".utf8) + [1, 0], "a symbol table")
    let count = try head.number(2, "the number of symbols")
    var table = try stretch(at: address + 8, 40 * count, "the entries of a symbol table")
    var found: [(name: Int, header: Int)] = []
    for _ in 0..<count {
      let name = try table.number(8, "the place of a name")
      let header = try table.number(8, "the address of a header")
      let kind = try table.number(4, "the kind of a symbol")
      guard kind <= 1 else { throw table.damaged("no link to another object") }
      _ = try table.take(20, "the rest of a symbol")
      found.append((name, header))
    }
    return found
  }

  private mutating func readObject(
    at address: Int, _ path: String, depth: Int
  ) throws(Problem) {
    try use(path.utf8.count)
    let messages = try messages(at: address)
    if messages.contains(where: { $0.kind == .symbolTable }) {
      objects.append((path, .group))
      try readGroup(messages, path, depth: depth)
    } else {
      objects.append((path, try dataSet(messages, path)))
    }
  }
}
