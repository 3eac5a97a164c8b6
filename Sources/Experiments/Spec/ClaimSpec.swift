import Basics
import Results

/// How a spec's claims fit the rest of it.
extension Spec {
  /// The paper's numbers in all tables.
  package var publishedNumbers: PublishedNumbers {
    PublishedNumbers(
      tables.flatMap { table in
        table.published.map {
          PublishedNumbers.Cell(
            table: table.name, row: $0.system, column: $0.metric.name, number: $0.printed)
        }
          + table.quantities.flatMap { quantity in
            quantity.published.map {
              PublishedNumbers.Cell(
                table: table.name, row: $0.row, column: quantity.name, number: $0.number)
            }
          }
      }, counts: countColumns)
  }

  /// The columns of tables whose numbers are whole.
  var countColumns: Set<String> {
    Set(tables.flatMap(\.quantities).filter(\.isCount).map(\.name))
  }

  /// Refuses a claim about what is neither measured nor printed. Messages name the place of the
  /// word.
  func check(_ claim: Claim, _ place: JSON) throws(Problem) {
    guard let rule = claim.rule else { return }
    let published = publishedNumbers
    for number in rule.numbers {
      try checkTable(number)
      try checkNames(number, published)
      if number.reading != .reported { try checkBest(number) }
    }
    for curve in rule.curves {
      try checkNames(curve, published)
      try checkCurve(curve)
    }
    if let parts = try place[PartsClaim.kind]?.asArray() {
      for (part, place) in zip(rule.parts, parts) { try check(part, place, published) }
    } else {
      try check(rule, place, published)
    }
  }

  /// Refuses one thing that a claim says.
  private func check(
    _ rule: any ClaimRule, _ place: JSON, _ published: PublishedNumbers
  ) throws(Problem) {
    // What is lower is the better value of these; whoever means otherwise has to say so.
    if place["best"] != nil, place["better"] == nil,
      let name = rule.numbers.first(where: { number in
        metrics.contains { $0.name == number.column && $0.better == .lower }
      })?.column
    {
      throw place.problem(
        "the lower \"\(name)\" is the better one; expected \"better\": \"lower\" (or \"higher\", if the paper"
          + " means that)")
    }
    if rule.conditions(published).isEmpty {
      throw place.problem("no other row is printed to compare with; name the rows in \"among\"")
    }
  }

  private func checkTable(_ number: Quantity) throws(Problem) {
    guard let name = number.table else {
      let cells = publishedNumbers.cells(of: number)
      guard let other = cells.first(where: { $0.number != cells[0].number }) else { return }
      throw problem(
        number.places.row,
        "the tables \"\(cells[0].table)\" and \"\(other.table)\" print different numbers there;"
          + " expected the name of one as well")
    }
    guard let table = tables.first(where: { $0.name == name }) else {
      throw problem(
        number.places.table,
        "unknown table \"\(name)\"" + suggestion(for: name, among: tables.map(\.name)))
    }
    let columns = table.columns.map(\.name) + table.quantities.map(\.name)
    guard columns.contains(number.column) else {
      throw problem(
        number.places.column,
        "the table has no column \"\(number.column)\""
          + suggestion(for: number.column, among: columns))
    }
  }

  private func checkNames(_ number: Quantity, _ published: PublishedNumbers) throws(Problem) {
    let measured = tables.flatMap(\.measured)
    let rows =
      systems.map(\.label) + published.cells.map(\.row) + figures.flatMap(\.systems)
      + measured.flatMap { $0.by.systems.map(\.label) }
    guard rows.contains(number.row) else {
      throw problem(
        number.places.row,
        "unknown system \"\(number.row)\"" + suggestion(for: number.row, among: distinct(rows)))
    }
    let columns =
      metrics.map(\.name) + published.cells.map(\.column) + measured.map(\.quantity.name)
    guard columns.contains(number.column) else {
      throw problem(
        number.places.column,
        "\"\(number.column)\" is not among the metrics of this spec"
          + suggestion(for: number.column, among: distinct(columns)))
    }
  }

  /// Refuses the best of a curve where there is none, and where the least is the best.
  func checkBest(_ number: Quantity) throws(Problem) {
    try checkCurve(number)
    guard metrics.contains(where: { $0.name == number.column && $0.better == .lower }) else {
      return
    }
    throw problem(
      number.places.column,
      "\"\(number.reading.rawValue)\" takes the greatest value, and of \"\(number.column)\" the lower one"
        + " is the better; expected a metric of which the higher one is")
  }

  private func checkCurve(_ curve: Quantity) throws(Problem) {
    guard let system = system(curve.row) else { return }
    guard !system.recommender.learnsByEpochs else {
      return try checkCurve(of: system, curve.column, curve.places.column)
    }
    throw problem(
      curve.places.row,
      "\"\(curve.row)\" is fitted once and has no learning curve; expected a system that learns by"
        + " epochs")
  }

  func problem(_ position: JSON.Position?, _ message: String) -> Problem {
    position?.problem(message) ?? .usage(message)
  }

  private func distinct(_ names: [String]) -> [String] {
    names.indices.filter { !names[..<$0].contains(names[$0]) }.map { names[$0] }
  }
}
