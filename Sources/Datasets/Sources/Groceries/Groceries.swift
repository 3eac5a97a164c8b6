import Basics

/// Groceries: the 9,835 baskets of a month of a shop, of 169 kinds of goods, 43,367 pairs (Hahsler,
/// Hornik, Reutterer 2006), for rules of what is bought together.
///
/// A basket is a user. Its goods have no order and no times. `baskets.csv` has a header line
/// `basket,item` and a line a pair.
enum Groceries {
  static let name = "groceries"

  static let source = DatasetSource(
    name: name, title: "Groceries",
    source: "M. Hahsler, K. Hornik, T. Reutterer: Implications of Probabilistic Data Modeling for"
      + " Mining Association Rules (2006); the data of the R package arules",
    PlacedFile(folder: name, names: ["baskets.csv"]),
    read: { path throws(Problem) in
      let bytes = try TextFile.read(path)
      let dataset = try dataset(bytes, path)
      guard dataset.digest == digest else {
        throw .data(
          "\(path): differs from the expected file (\(dataset.digest), expected \(digest)); put the"
            + " whole file there")
      }
      return dataset
    })

  /// The SHA-256 of the file.
  private static let digest = "96cadb2759fc2019ba8bd6ecebfcea0829f45968e810fdb5e05c2ac23c78b7a6"

  /// The data set of a file's bytes, whatever their digest. Ids ascend: baskets by their number,
  /// goods by the bytes of their names.
  ///
  /// Throws `Problem.data` naming file and line where the header is another, a cell is missing or a
  /// pair repeats.
  static func dataset(_ bytes: [UInt8], _ path: String) throws(Problem) -> Dataset {
    let columns = ["basket", "item"]
    var table = try TableReader(bytes, file: path, TableFormat(), columns: columns)
    var (baskets, goods) = (WordColumn(), WordColumn())
    while try table.next() {
      for (place, name) in columns.enumerated() where try table.cell(place).isEmpty {
        throw table.problem("the \(name) is missing")
      }
      baskets.append(try table.cell(0))
      goods.append(try table.cell(1))
    }
    guard baskets.count > 0 else { throw .data("\(path): has no baskets") }
    let (users, items) = (baskets.words(), goods.words())
    var seen: Set<Int64> = []
    var events: [Event] = []
    for (user, item) in zip(users.places, items.places) {
      let event = Event(user: user, item: item)
      guard seen.insert(event.pair).inserted else {
        throw .data(
          "\(path):\(events.count + 2): repeats basket \(users.words[Int(user)]), item"
            + " \(items.words[Int(item)])")
      }
      events.append(event)
    }
    return Dataset(
      name: name, events: events, userIDs: users.words, itemIDs: items.words,
      digest: SHA256.hex(of: bytes))
  }
}
