import Basics

/// Reads a text file row by row, and finds its columns by name.
struct TableReader {
  /// How messages call the file.
  let file: String
  // One of the two: in an enumeration they would be copied for each row.
  private var text: TextReader?
  private var json: JSONLines?
  /// Where the wanted columns are in a row of text, and how many cells it has.
  private var places: [Int] = []
  private var width = 0
  /// Whether the first row was read already, to count the columns.
  private var isPending = false
  private let isASCII: Bool

  /// A file whose columns of these names are wanted.
  ///
  /// Throws `Problem.data` naming file and line where a column is not there, or twice, and where
  /// the first bytes are those of UTF-16.
  init(
    _ bytes: [UInt8], file: String, _ format: TableFormat, columns: [String]
  ) throws(Problem) {
    self.file = file
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw .data("\(file): this is UTF-16 text; expected UTF-8, or latin-1 by \"encoding\"")
    }
    let isASCII = bytes.allSatisfy { $0 < 0x80 }
    let bytes = format.encoding == .latin1 && !isASCII ? Self.utf8(ofLatin1: bytes) : bytes
    self.isASCII = isASCII || format.encoding == .latin1
    guard format.form == .delimited else {
      json = JSONLines(bytes, file: file, members: columns)
      return
    }
    var reader = TextReader(bytes, file: file, format.dialect)
    var names: [String] = []
    switch format.header {
    case .line:
      if try reader.next() {
        for cell in reader.cells { names.append(try reader.text(cell)) }
      }
    case .none:
      isPending = try reader.next()
      names = reader.cells.indices.map { "\($0 + 1)" }
    case .names(let given): names = given
    }
    for column in columns { places.append(try Self.place(of: column, among: names, format, file)) }
    (text, width) = (reader, names.count)
  }

  private static func place(
    of column: String, among names: [String], _ format: TableFormat, _ file: String
  ) throws(Problem) -> Int {
    let found = names.indices.filter { names[$0] == column }
    guard let place = found.first else {
      let other = [";", "\t", "|", ","].first { mark in
        names.count == 1 && mark != format.separator && names[0].contains(mark)
      }
      let hint = other.map {
        "; its cells seem to be separated by \($0 == "\t" ? "tabs" : "\"\($0)\"")"
      }
      throw .data(
        "\(file):1: has no column \"\(column)\""
          + (hint ?? suggestion(for: column, among: names)))
    }
    guard found.count == 1 else {
      throw .data("\(file):1: has \(found.count) columns \"\(column)\"; expected one of that name")
    }
    return place
  }

  /// Goes to the next row; false after the last one. Throws naming file and line of one that cannot
  /// be read.
  mutating func next() throws(Problem) -> Bool {
    if json != nil { return try json?.next() ?? false }
    if isPending {
      isPending = false
      return true
    }
    return try text?.next(width: width) ?? false
  }

  /// The bytes of a wanted column in the row read last. Throws where they are not UTF-8.
  func cell(_ column: Int) throws(Problem) -> ArraySlice<UInt8> {
    guard let text else { return json?.cells[column] ?? [] }
    let bytes = text[text.cells[places[column]]]
    if !isASCII, String(validating: bytes, as: UTF8.self) == nil {
      throw problem(
        "\"\(String(decoding: bytes.prefix(40), as: UTF8.self))\" is not UTF-8 text; expected UTF-8, or"
          + " latin-1 by \"encoding\"")
    }
    return bytes
  }

  /// After a problem with a row: goes on at the line after the one where it begins.
  mutating func skipBrokenLine() { text?.skipBrokenLine() }

  /// A problem with the row read last.
  func problem(_ message: String) -> Problem {
    text?.problem(message) ?? json?.problem(message) ?? .data("\(file): \(message)")
  }

  /// About how many rows there are.
  var rowEstimate: Int { text?.rowEstimate ?? json?.rowEstimate ?? 0 }

  private static func utf8(ofLatin1 bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else {
        text.append(0xC0 | byte >> 6)
        text.append(0x80 | byte & 0x3F)
      }
    }
    return text
  }
}
