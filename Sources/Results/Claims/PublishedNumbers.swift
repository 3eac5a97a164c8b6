/// What a paper prints, by table, row and column.
package struct PublishedNumbers: Sendable, Equatable {
  package struct Cell: Sendable, Equatable {
    /// The name of the table.
    package let table: String
    /// The row, as a rule a system's label.
    package let row: String
    /// The column, as a rule a metric's canonical name.
    package let column: String
    package let number: PrintedNumber

    /// A number in its place.
    package init(table: String, row: String, column: String, number: PrintedNumber) {
      (self.table, self.row, self.column, self.number) = (table, row, column, number)
    }
  }

  /// All cells that hold a number.
  package let cells: [Cell]
  /// The columns whose numbers are whole.
  let counts: Set<String>

  /// The numbers of any tables, and the columns whose numbers are whole.
  package init(_ cells: [Cell] = [], counts: Set<String> = []) {
    (self.cells, self.counts) = (cells, counts)
  }

  /// The cells that a quantity may mean: several when it names no table.
  package func cells(of quantity: Quantity) -> [Cell] {
    cells.filter {
      $0.row == quantity.row && $0.column == quantity.column
        && $0.table == quantity.table ?? $0.table
    }
  }

  /// The number that a quantity means; nil when none is printed, as of learning curves, which
  /// papers only draw.
  func number(_ quantity: Quantity) -> PrintedNumber? {
    quantity.reading == .reported ? cells(of: quantity).first?.number : nil
  }
}
