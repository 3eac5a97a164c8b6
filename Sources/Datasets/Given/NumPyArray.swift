import Basics

/// An array that NumPy saved (`numpy.save`), format 1 to 3: whole, in C order, of little-endian
/// numbers or of texts.
package struct NumPyArray: Sendable, Equatable {
  /// The elements, the last axis fastest.
  package enum Elements: Sendable, Equatable {
    /// `float32`.
    case floats([Float])
    /// `float64`.
    case doubles([Double])
    /// `int32` and `int64`, signed or not.
    case integers([Int64])
    /// `<U…`.
    case texts([String])

    /// How many there are.
    package var count: Int {
      switch self {
      case .floats(let values): values.count
      case .doubles(let values): values.count
      case .integers(let values): values.count
      case .texts(let values): values.count
      }
    }
  }

  package let shape: [Int]
  package let elements: Elements

  /// What a file of this kind begins with.
  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// Reads the bytes of a file. Throws `Problem.data` naming the file, and what it holds that is
  /// not read here.
  package init(_ bytes: [UInt8], file: String) throws(Problem) {
    let header = try NumPyHeader(bytes, file: file)
    shape = header.shape
    let width = header.type.width
    let (size, overflows) = header.count.multipliedReportingOverflow(by: width)
    guard !overflows, bytes.count - header.length == size else {
      throw .data(
        "\(file): holds \(bytes.count - header.length) bytes of elements; expected"
          + " \(header.shapeText) elements of \(width) bytes")
    }
    let data = bytes[header.length...]
    switch header.type {
    case .float32: elements = .floats(Self.read(data, Float.self))
    case .float64: elements = .doubles(Self.read(data, Double.self))
    case .int32: elements = .integers(Self.read(data, Int32.self).map(Int64.init))
    case .int64: elements = .integers(Self.read(data, Int64.self))
    case .uint32: elements = .integers(Self.read(data, UInt32.self).map(Int64.init))
    case .uint64: elements = .integers(Self.read(data, UInt64.self).map(Int64.init(clamping:)))
    case .text: elements = .texts(try Self.texts(data, count: header.count, width: width, file))
    }
  }

  private static func read<Value>(_ bytes: ArraySlice<UInt8>, _: Value.Type) -> [Value] {
    bytes.withUnsafeBytes { raw in
      let width = MemoryLayout<Value>.size
      return (0..<raw.count / width).map {
        raw.loadUnaligned(fromByteOffset: $0 * width, as: Value.self)
      }
    }
  }

  /// Texts of four bytes a character, filled up with zeros.
  private static func texts(
    _ bytes: ArraySlice<UInt8>, count: Int, width: Int, _ file: String
  ) throws(Problem) -> [String] {
    let codes = read(bytes, UInt32.self)
    var texts: [String] = []
    for element in 0..<count {
      var own = codes[(element * width / 4)..<((element + 1) * width / 4)]
      while own.last == 0 { own.removeLast() }
      var text = String.UnicodeScalarView()
      for code in own {
        guard let scalar = Unicode.Scalar(code) else {
          throw .data("\(file): element \(element) is no text")
        }
        text.append(scalar)
      }
      texts.append(String(text))
    }
    return texts
  }
}

extension NumPyArray {
  /// The elements as ids: whole numbers in decimal digits, texts as they are; nil for others.
  package var ids: [String]? {
    switch elements {
    case .integers(let values): values.map(String.init)
    case .texts(let values): values
    case .floats, .doubles: nil
    }
  }
}
