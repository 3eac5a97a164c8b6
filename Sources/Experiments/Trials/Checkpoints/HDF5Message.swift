import Basics

/// A part of an object's header: its type, its shape, where its data are, an attribute, …
struct HDF5Message {
  /// The kinds that we write, by their numbers.
  enum Kind: Int {
    case nothing = 0x00
    case shape = 0x01
    case type = 0x03
    case fillValue = 0x05
    case layout = 0x08
    case attribute = 0x0C
    case continuation = 0x10
    case symbolTable = 0x11
  }

  let kind: Kind
  let content: HDF5Cursor

  /// The content of the one message of this kind; nil when there is none.
  static func only(
    _ kind: Kind, of messages: [HDF5Message]
  ) throws(Problem) -> HDF5Cursor? {
    let found = messages.filter { $0.kind == kind }
    guard found.count < 2 else {
      throw found[1].content.damaged("one message of this kind in a header")
    }
    return found.first?.content
  }

  /// The type of elements that a message describes.
  static func type(_ content: inout HDF5Cursor) throws(Problem) -> HDF5Type {
    let rest = content.rest
    guard let type = HDF5Type.allCases.first(where: { rest.starts(with: $0.description) }) else {
      throw content.damaged("a type that reprise writes")
    }
    return type
  }

  /// The shape that a message describes; empty for a single value.
  static func shape(_ content: inout HDF5Cursor) throws(Problem) -> [Int] {
    try content.expect([1], "version 1 of a shape")
    let rank = try content.number(1, "the number of dimensions")
    _ = try content.take(6, "flags of a shape")
    var lengths: [Int] = []
    for _ in 0..<rank { lengths.append(try content.number(8, "a length")) }
    return lengths
  }
}

extension HDF5Content {
  /// The messages of the object header at `address`, which may go on in other places.
  mutating func messages(at address: Int) throws(Problem) -> [HDF5Message] {
    var head = try stretch(at: address, 16, "an object header")
    try head.expect([1, 0], "an object header")
    let count = try head.number(2, "the number of messages")
    try head.expect([1, 0, 0, 0], "an object that one group holds")
    let size = try head.number(4, "the size of a header")
    var blocks = [try stretch(at: address + 16, size, "a header")]
    var found: [HDF5Message] = []
    while !blocks.isEmpty {
      var block = blocks.removeFirst()
      while !block.rest.isEmpty {
        guard let kind = HDF5Message.Kind(rawValue: try block.number(2, "a kind of message")) else {
          throw block.damaged("a message that reprise writes before it")
        }
        let length = try block.number(2, "the length of a message")
        // Bit 1: what follows stands elsewhere.
        guard try block.number(1, "flags of a message") & 2 == 0 else {
          throw block.damaged("a message that is not shared")
        }
        _ = try block.take(3, "the rest of a message's head")
        var content = HDF5Cursor(name: name, rest: try block.take(length, "a message"))
        found.append(HDF5Message(kind: kind, content: content))
        if kind == .continuation {
          let address = try content.number(8, "the address of more messages")
          let length = try content.number(8, "the length of more messages")
          blocks.append(try stretch(at: address, length, "more messages"))
        }
      }
    }
    guard found.count == count else {
      throw head.damaged("\(found.count) messages, found \(count)")
    }
    return found
  }
}
