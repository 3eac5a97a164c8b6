import Basics

extension Split {
  /// Writes the parts as `train.tsv`, `test.tsv` and, if there is one, `validation.tsv` into a
  /// folder, which is made if need be: `user⇥item` lines with the data set's ids, users ascending,
  /// and the rating and the time, in seconds since 1970, behind them where any is known; empty
  /// where one is not.
  ///
  /// A cell that holds a tab, a line end or a quote is quoted as in CSV. Other programs can so be
  /// given the very same split, and the method "files" reads it back.
  /// Throws `Problem.run` naming the path that cannot be written.
  package func write(to folder: String, ids dataset: Dataset) throws(Problem) {
    try Files.makeFolder(folder)
    let parts = [
      ("train", train, trainPart.events), ("validation", validation, validationPart.events),
      ("test", test, testPart.events),
    ]
    let all = parts.flatMap(\.2)
    let hasTimes = all.contains { $0.time != nil }
    let hasRatings = hasTimes || all.contains { $0.rating != nil }
    for (name, part, events) in parts where part.count > 0 {
      let lines = Self.rows(part, events).map { event in
        var cells = [dataset.userIDs[Int(event.user)], dataset.itemIDs[Int(event.item)]]
        if hasRatings { cells.append(event.rating.map { JSON.text(of: $0) } ?? "") }
        if hasTimes { cells.append(event.time?.text ?? "") }
        return cells.map(Self.quoted).joined(separator: "\t") + "\n"
      }
      try Files.writeAtomically(lines.joined(), to: "\(folder)/\(name).tsv")
    }
  }

  /// The events of a part, by user and item; where there are none, its pairs.
  private static func rows(_ part: Interactions, _ events: [Event]) -> [Event] {
    let own = events.filter { part.contains(user: Int($0.user), item: Int($0.item)) }
    return own.isEmpty
      ? part.pairs.map { Event(user: $0.0, item: $0.1) } : own.sorted(by: Event.isBefore)
  }

  /// A cell as it is written. A byte-order mark is quoted, since readers skip one that begins a
  /// file.
  private static func quoted(_ cell: String) -> String {
    let marks = cell.unicodeScalars.contains { "\t\n\r\"\u{FEFF}".unicodeScalars.contains($0) }
    guard marks else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}

extension Timestamp {
  /// Seconds since 1970, with as many decimals as it has.
  var text: String {
    let rest = nanoseconds - seconds * Self.second
    guard rest != 0 else { return "\(seconds)" }
    // -0.25 is one second before 1970 and three quarters.
    let (whole, fraction) = seconds < 0 ? (seconds + 1, Self.second - rest) : (seconds, rest)
    var digits = String(Self.second + fraction).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return (seconds < 0 && whole == 0 ? "-" : "") + "\(whole).\(digits)"
  }
}
