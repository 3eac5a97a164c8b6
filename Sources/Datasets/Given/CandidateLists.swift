import Basics

/// Which items each user's tested ones are ranked among, as NCF publishes them: a line a user, the
/// positive in brackets and then its negatives, separated by tabs:
///
///     (0,25)⇥1064⇥174⇥2791
///
/// Without brackets the first two cells are the user and the positive. What stands twice in a line
/// counts once.
package struct CandidateLists: Sendable {
  /// The items of each user, positives among them.
  package let items: Interactions
  /// The positive of each user who has a line.
  package let positives: [Int: Int]

  /// Reads the bytes of a file, of ids as the data set has them.
  ///
  /// Throws `Problem.data` naming file and line for a line of another form, an unknown id, and a
  /// user who has a line already.
  package init(_ bytes: [UInt8], file: String, of dataset: Dataset) throws(Problem) {
    var reader = TextReader(bytes, file: file, .csv)
    reader.dialect = .guess(reader.nextLine)
    if reader.nextLine.first == UInt8(ascii: "(") {
      reader.dialect = bytes.contains(.tab) ? Dialect("\t") : Dialect(.spaces)
    }
    let (users, index) = (WordIndex(dataset.userIDs), WordIndex(dataset.itemIDs))
    var (pairs, positives) = ([(Int32, Int32)](), [Int: Int]())
    while try reader.next() {
      var words: [String] = []
      for cell in reader.cells where !cell.isEmpty { words.append(try reader.text(cell)) }
      guard let first = words.first else { continue }
      if first.hasPrefix("(") {
        guard first.hasSuffix(")"), let comma = first.lastIndex(of: ",") else {
          throw reader.problem(
            "expected (user,item) and then its negatives, found \"\(first.prefix(40))\"")
        }
        let item = first[first.index(after: comma)...].dropLast().drop { $0 == " " }
        words.replaceSubrange(0..<1, with: [String(first[..<comma].dropFirst()), String(item)])
      }
      guard words.count > 1 else { throw reader.problem("names no item") }
      guard let user = users.place(of: words[0]) else {
        throw reader.problem("the data set has no user \"\(words[0].prefix(40))\"")
      }
      guard positives[Int(user)] == nil else {
        throw reader.problem("user \(words[0].prefix(40)) has a line already")
      }
      for word in words.dropFirst() {
        guard let item = index.place(of: word) else {
          throw reader.problem("the data set has no item \"\(word.prefix(40))\"")
        }
        if positives[Int(user)] == nil { positives[Int(user)] = Int(item) }
        pairs.append((user, item))
      }
    }
    guard !pairs.isEmpty else { throw .data("\(file): has no candidates") }
    items = Interactions(users: dataset.users, items: dataset.items, pairs: pairs)
    self.positives = positives
  }
}
