import Basics

/// What an attribute or an object of one of our HDF5 files is.
enum HDF5Value: Equatable {
  case group
  /// A signed 64-bit integer.
  case integer(Int)
  /// A text of any length.
  case text(String)
  /// A tensor of 32-bit floats.
  case floats(shape: [Int], [Float])
  /// A tensor of 64-bit floats.
  case doubles(shape: [Int], [Double])
  /// Unsigned 64-bit words.
  case words([UInt64])
  /// Texts of any length.
  case texts([String])
}

/// The types of elements, by the bytes that describe them in a file.
enum HDF5Type: CaseIterable {
  case float, double, word, integer, text

  /// The bytes of one element; of a text, those that say where it is.
  var size: Int {
    switch self {
    case .float: 4
    case .double, .word, .integer: 8
    case .text: 16
    }
  }

  /// Class and version, flags, size, and the properties of the class.
  var description: [UInt8] {
    switch self {
    case .float:
      [0x11, 0x20, 0x1F, 0, 4, 0, 0, 0, 0, 0, 32, 0, 23, 8, 0, 23, 127, 0, 0, 0]
    case .double:
      [0x11, 0x20, 0x3F, 0, 8, 0, 0, 0, 0, 0, 64, 0, 52, 11, 0, 52, 0xFF, 3, 0, 0]
    case .word: [0x10, 0, 0, 0, 8, 0, 0, 0, 0, 0, 64, 0]
    case .integer: [0x10, 8, 0, 0, 8, 0, 0, 0, 0, 0, 64, 0]
    case .text:
      [0x19, 1, 1, 0, 16, 0, 0, 0, 0x10, 0, 0, 0, 1, 0, 0, 0, 0, 0, 8, 0]
    }
  }
}
