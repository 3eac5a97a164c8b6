import Basics
import Datasets
import Engine

/// Dot products of vectors as files have them.
struct VectorSource: RankingSource {
  private let users: GivenVectors
  /// The items with a vector, ascending.
  private let items: [Int32]
  /// Theirs, [items, width].
  private let vectors: [Double]
  /// What was made of the files.
  let remarks: [String]

  /// Throws `Problem.data` where the vectors of users and items are of other lengths.
  init(
    users: GivenVectors, items: GivenVectors, files: (users: String, items: String)
  ) throws(Problem) {
    guard users.width == items.width else {
      throw .data(
        "\(files.items): has vectors of \(items.width) numbers, and \(files.users) of \(users.width)"
      )
    }
    let known = items.rows.indices.filter { items.rows[$0] >= 0 }
    guard !known.isEmpty else {
      throw .data("\(files.items): has a vector of no item of the data set")
    }
    self.users = users
    self.items = known.map { Int32($0) }
    var vectors = [Double](repeating: 0, count: known.count * items.width)
    for (place, item) in known.enumerated() {
      items.write(item, into: &vectors, at: place * items.width)
    }
    self.vectors = vectors
    var lines = [
      "dot products of \(users.width) numbers of \(users.rows.count { $0 >= 0 }) users and"
        + " \(known.count) items"
    ]
    let numbered = [users.areNumbered ? "users" : nil, items.areNumbered ? "items" : nil]
    if numbered.contains(where: { $0 != nil }) {
      lines.append(
        "the ids of \(numbered.compactMap(\.self).joined(separator: " and ")) are the numbers of rows,"
          + " counted from 0")
    }
    for (kind, given) in [("users", users), ("items", items)] where given.unknown > 0 {
      lines.append("left out, vectors of \(kind) that the data have not: \(given.unknown)")
    }
    if known.count < items.rows.count {
      lines.append(
        "items without a vector, equal behind all others: \(items.rows.count - known.count)")
    }
    remarks = lines
  }

  func scores(of users: Range<Int>, _ tell: (Int, [Int32], [Double]) -> Void) {
    let width = self.users.width
    // Few users at a time, as their scores are held in double precision.
    for start in stride(from: users.lowerBound, to: users.upperBound, by: 64) {
      let block = start..<min(start + 64, users.upperBound)
      var own = [Double](repeating: 0, count: block.count * width)
      for (row, user) in block.enumerated() {
        self.users.write(user, into: &own, at: row * width)
      }
      let scores = [Double](unsafeUninitializedCapacity: block.count * items.count) { room, count in
        own.withUnsafeBufferPointer { own in
          vectors.withUnsafeBufferPointer { vectors in
            guard let a = own.baseAddress, let b = vectors.baseAddress, let c = room.baseAddress
            else { return }
            c.initialize(repeating: 0, count: block.count * items.count)
            BLAS.gemm(
              false, true, block.count, items.count, width, 1, a, width, b, width, 0, c,
              items.count)
            count = block.count * items.count
          }
        }
      }
      for (row, user) in block.enumerated() where self.users.rows[user] >= 0 {
        tell(
          user - users.lowerBound, items,
          Array(scores[(row * items.count)..<((row + 1) * items.count)]))
      }
    }
  }

  func count(of user: Int) -> Int { users.rows[user] >= 0 ? items.count : 0 }

  func items(of user: Int) -> [Int32] { users.rows[user] >= 0 ? items : [] }

  var bytes: Int { 8 * vectors.count }
}
