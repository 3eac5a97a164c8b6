import Basics

/// The first lines of Taobao's log that can be read: `user,item,category,behaviour,timestamp`
/// without a header.
struct TaobaoRecords {
  /// A line.
  struct Row: Equatable {
    let user: Int32
    let item: Int32
    let category: Int32
    let behaviour: TaobaoBehaviour
    /// In seconds since 1970.
    let time: Int64
  }

  private(set) var rows: [Row] = []
  /// Lines that cannot be read, up to the last row, by the reason.
  private(set) var dropped: [DroppedRecords] = []
  /// The SHA-256 of the rows: the same of a longer file that begins with them.
  let digest: String

  /// So many rows of a file, or as many as it has. The whole log is 3.7 GB, of which no more is
  /// read than is needed.
  ///
  /// Throws `Problem.data` where the file cannot be read, or has no row.
  init(_ path: String, rows count: Int) throws(Problem) {
    // No row is longer than 64 bytes.
    var size = 64 * (count + 1)
    while true {
      let head = try TextFile.head(path, bytes: size)
      let records = try TaobaoRecords(head.bytes, isWhole: head.isWhole, path, rows: count)
      if head.isWhole || records.rows.count == count {
        self = records
        return
      }
      size *= 4
    }
  }

  /// So many rows of these bytes, or as many as they have.
  ///
  /// - Parameter isWhole: Whether they are all of the file; if not, the last line is cut.
  init(_ bytes: [UInt8], isWhole: Bool, _ path: String, rows count: Int) throws(Problem) {
    var whole = bytes
    if !isWhole { whole.removeSubrange(((whole.lastIndex(of: .lineFeed) ?? -1) + 1)...) }
    var reader = TextReader(whole, file: path, Dialect(","))
    var reasons: [String: Int] = [:]
    var hash = SHA256()
    rows.reserveCapacity(min(count, reader.rowEstimate))
    while rows.count < count, try reader.next() {
      let (row, reason) = Self.row(reader)
      if let row {
        rows.append(row)
        hash.update(
          "\(row.user),\(row.item),\(row.category),\(row.behaviour.rawValue),\(row.time)\n")
      } else {
        reasons[reason, default: 0] += 1
      }
    }
    digest = hash.finish()
    dropped = reasons.sorted { $0.key < $1.key }.map {
      DroppedRecords("damaged: \($0.key)", $0.value)
    }
    guard !rows.isEmpty || !isWhole else {
      throw .data(
        "\(path): has no line that is user,item,category,behaviour,timestamp"
          + (dropped.first.map { "; \($0.count) \($0.reason)" } ?? ""))
    }
  }

  /// The line read last, or why it is none.
  private static func row(_ reader: TextReader) -> (Row?, String) {
    let cells = reader.cells
    guard cells.count == 5 else { return (nil, "expected 5 cells, found \(cells.count)") }
    func id(_ cell: Int) -> Int32? {
      reader.integer(cells[cell]).flatMap { $0 < 0 ? nil : Int32(exactly: $0) }
    }
    guard let user = id(0), let item = id(1), let category = id(2) else {
      return (nil, "user, item or category is not a whole number")
    }
    guard
      let behaviour = TaobaoBehaviour(rawValue: String(decoding: reader[cells[3]], as: UTF8.self)),
      TaobaoBehaviour.logged.contains(behaviour)
    else { return (nil, "the behaviour is none of pv, fav, cart, buy") }
    // Some lines of the log tell times of other centuries, which are times all the same.
    guard let time = reader.integer(cells[4]), time.magnitude < 1 << 33 else {
      return (nil, "the timestamp is not in seconds since 1970")
    }
    return (
      Row(user: user, item: item, category: category, behaviour: behaviour, time: Int64(time)), ""
    )
  }
}
