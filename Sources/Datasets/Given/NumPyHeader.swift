import Basics

/// What an array's file says before its elements: a Python literal of three keys, such as
/// `{'descr': '<f4', 'fortran_order': False, 'shape': (3018, 100), }`.
struct NumPyHeader {
  /// What an element is.
  enum ElementType: Equatable {
    case float32
    case float64
    case int32
    case int64
    case uint32
    case uint64
    /// So many characters.
    case text(Int)

    init?(_ name: Substring) {
      switch name {
      case "<f4": self = .float32
      case "<f8": self = .float64
      case "<i4": self = .int32
      case "<i8": self = .int64
      case "<u4": self = .uint32
      case "<u8": self = .uint64
      default:
        guard name.hasPrefix("<U"), let count = Int(name.dropFirst(2)), (1...100_000) ~= count
        else { return nil }
        self = .text(count)
      }
    }

    /// Bytes of an element.
    var width: Int {
      switch self {
      case .float32, .int32, .uint32: 4
      case .float64, .int64, .uint64: 8
      case .text(let count): 4 * count
      }
    }
  }

  let type: ElementType
  let shape: [Int]
  /// How many elements there are.
  let count: Int
  /// Where they begin.
  let length: Int

  /// Throws `Problem.data` as ``NumPyArray`` says.
  init(_ bytes: [UInt8], file: String) throws(Problem) {
    let magic = NumPyArray.magic
    guard bytes.count >= magic.count + 4, bytes.starts(with: magic) else {
      throw .data("\(file): is not an array as numpy.save writes it")
    }
    // Version 1 says the length of the text in two bytes, later ones in four.
    let wide = bytes[magic.count] > 1
    let start = magic.count + 2 + (wide ? 4 : 2)
    guard (1...3).contains(bytes[magic.count]), bytes.count >= start else {
      throw .data("\(file): is of format \(bytes[magic.count]) of numpy.save; expected 1 to 3")
    }
    let size = bytes[(magic.count + 2)..<start].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard bytes.count - start >= size else { throw .data("\(file): ends within its header") }
    length = start + size
    let text = String(decoding: bytes[start..<length], as: UTF8.self)
    func value(of key: String) throws(Problem) -> Substring {
      guard let found = text.firstRange(of: "'\(key)':") else {
        throw .data("\(file): its header does not tell \"\(key)\"")
      }
      return text[found.upperBound...].drop { $0 == " " }
    }
    let order = try value(of: "fortran_order")
    guard order.hasPrefix("False") else {
      throw .data(
        "\(file): is in Fortran order; expected C order, as numpy.ascontiguousarray makes it")
    }
    let name = try value(of: "descr").dropFirst().prefix { $0 != "'" && $0 != "\n" }
    guard let type = ElementType(name) else {
      throw .data(
        "\(file): has elements of type \(name.prefix(40)); expected <f4 or <f8, for ids <i4, <i8 or <U"
      )
    }
    self.type = type
    let list = try value(of: "shape")
    guard list.hasPrefix("("), let end = list.firstIndex(of: ")") else {
      throw .data("\(file): its header does not tell \"shape\"")
    }
    var (shape, count) = ([Int](), 1)
    for part in list[list.index(after: list.startIndex)..<end].split(separator: ",") {
      let digits = part.drop { $0 == " " }
      if digits.isEmpty { continue }
      guard let length = Int(digits), length >= 0 else {
        throw .data("\(file): has an axis of length \(digits.prefix(40))")
      }
      let (product, overflows) = count.multipliedReportingOverflow(by: length)
      guard !overflows else { throw .data("\(file): has more elements than there is memory") }
      shape.append(length)
      count = product
    }
    (self.shape, self.count) = (shape, count)
  }

  /// `3018 × 100`.
  var shapeText: String { shape.map(String.init).joined(separator: " × ") }
}
