import Basics

/// The values of attributes and data sets.
extension HDF5Content {
  /// What a data set holds, by the messages of its header.
  mutating func dataSet(
    _ messages: [HDF5Message], _ path: String
  ) throws(Problem) -> HDF5Value {
    guard var type = try HDF5Message.only(.type, of: messages),
      var space = try HDF5Message.only(.shape, of: messages),
      var layout = try HDF5Message.only(.layout, of: messages)
    else { throw .data("\(name): damaged: '\(path)' has no type, shape or data") }
    let element = try HDF5Message.type(&type)
    let shape = try HDF5Message.shape(&space)
    try layout.expect([3], "version 3 of a layout")
    let data: ArraySlice<UInt8>
    if try layout.number(1, "the kind of a layout") == 0 {
      data = try layout.take(layout.number(2, "the size of the data"), "data")
    } else {
      let address = try layout.number(8, "the address of the data")
      data = try stretch(at: address, layout.number(8, "the size of the data"), "data").rest
    }
    return try value(data, element, shape, isAttribute: false)
  }

  /// The name and the value of an attribute.
  mutating func attribute(
    _ message: HDF5Message
  ) throws(Problem) -> (key: String, value: HDF5Value) {
    var content = message.content
    try content.expect([1, 0], "version 1 of an attribute")
    var sizes: [Int] = []
    for _ in 0..<3 { sizes.append(try content.number(2, "the size of a part")) }
    // Each part is filled up to a multiple of 8 bytes.
    func part(_ index: Int, _ what: String) throws(Problem) -> HDF5Cursor {
      let part = try content.take(sizes[index], what)
      _ = try content.take((8 - sizes[index] % 8) % 8, what)
      return HDF5Cursor(name: name, rest: part)
    }
    let key = try memberName(part(0, "the name of an attribute").rest)
    var type = try part(1, "the type of an attribute")
    var space = try part(2, "the shape of an attribute")
    let element = try HDF5Message.type(&type)
    let shape = try HDF5Message.shape(&space)
    return (key, try value(content.rest, element, shape, isAttribute: true))
  }

  private mutating func value(
    _ data: ArraySlice<UInt8>, _ type: HDF5Type, _ shape: [Int], isAttribute: Bool
  ) throws(Problem) -> HDF5Value {
    var size = type.size
    for length in shape {
      let product = size.multipliedReportingOverflow(by: length)
      guard !product.overflow else { throw misfit(data) }
      size = product.partialValue
    }
    // The data of an attribute are filled up, too.
    guard isAttribute ? size <= data.count && shape.isEmpty : size == data.count else {
      throw misfit(data)
    }
    let data = data.prefix(size)
    switch type {
    case .integer where isAttribute:
      return .integer(Int(Int64(bitPattern: data.numbers(UInt64.self) { $0 }[0])))
    case .text where isAttribute: return .text(try texts(data)[0])
    case .text where shape.count == 1: return .texts(try texts(data))
    case .word where shape.count == 1: return .words(data.numbers(UInt64.self) { $0 })
    case .float where !isAttribute:
      return .floats(shape: shape, data.numbers(UInt32.self, Float.init(bitPattern:)))
    case .double where !isAttribute:
      return .doubles(shape: shape, data.numbers(UInt64.self, Double.init(bitPattern:)))
    default: throw misfit(data)
    }
  }

  private func misfit(_ data: ArraySlice<UInt8>) -> Problem {
    .data("\(name): damaged: byte \(data.startIndex): data that do not fit their type and shape")
  }

  /// The texts that these references stand for.
  private mutating func texts(_ data: ArraySlice<UInt8>) throws(Problem) -> [String] {
    var references = HDF5Cursor(name: name, rest: data)
    var texts: [String] = []
    while !references.rest.isEmpty {
      let length = try references.number(4, "the length of a text")
      let address = try references.number(8, "the address of texts")
      let number = try references.number(4, "the number of a text")
      try use(length)
      guard let text = try collection(at: address)[number], text.count == length,
        !text.contains(0), let string = String(validating: text, as: UTF8.self)
      else { throw references.damaged("the place of a text before it") }
      texts.append(string)
    }
    return texts
  }

  /// The objects of the global heap collection at `address` by their numbers.
  private mutating func collection(
    at address: Int
  ) throws(Problem) -> [Int: ArraySlice<UInt8>] {
    if let known = collections[address] { return known }
    var head = try stretch(at: address, 16, "a collection of texts")
    try head.expect(Array("GCOL".utf8) + [1, 0, 0, 0], "a collection of texts")
    let size = try head.number(8, "the size of a collection")
    guard size >= 16 else { throw head.damaged("the size of a collection before it") }
    var rest = try stretch(at: address + 16, size - 16, "a collection of texts")
    var found: [Int: ArraySlice<UInt8>] = [:]
    // Number 0 is the free space at the end, which may be too small to say so.
    while rest.rest.count >= 16, case let number = try rest.number(2, "a text's number"),
      number > 0
    {
      _ = try rest.take(6, "the uses of a text")
      let length = try rest.number(8, "the length of a text")
      found[number] = try rest.take(length, "a text")
      _ = try rest.take((8 - length % 8) % 8, "the space after a text")
    }
    collections[address] = found
    return found
  }
}

extension ArraySlice<UInt8> {
  /// The bytes as little-endian words, each of which `make` makes a number of; there is no rest.
  fileprivate func numbers<Word: FixedWidthInteger & BitwiseCopyable, Number>(
    _ type: Word.Type, _ make: (Word) -> Number
  ) -> [Number] {
    let size = MemoryLayout<Word>.size
    return withUnsafeBytes { bytes in
      [Number](unsafeUninitializedCapacity: count / size) { buffer, initialized in
        for index in buffer.indices {
          let word = bytes.loadUnaligned(fromByteOffset: index * size, as: type)
          buffer.initializeElement(at: index, to: make(Word(littleEndian: word)))
        }
        initialized = count / size
      }
    }
  }
}
