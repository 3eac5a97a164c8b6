/// Numbers about users who have something to learn from: a row a user, a column an attribute.
package struct UserTable: Sendable, Equatable {
  /// One column.
  package struct Attribute: Sendable, Equatable {
    /// What tables and pictures call it: `recency`, `count(buy)`.
    package let name: String
    /// What it is, as a formula in words.
    package let formula: String
    /// A value a user.
    package var values: [Double]

    /// A column of these values.
    package init(name: String, formula: String, values: [Double]) {
      (self.name, self.formula, self.values) = (name, formula, values)
    }
  }

  /// The users, ascending: those with a training event. The others have no row.
  package let users: [Int]
  package var attributes: [Attribute]

  /// A table of these rows and columns.
  package init(users: [Int], attributes: [Attribute]) {
    (self.users, self.attributes) = (users, attributes)
    precondition(attributes.allSatisfy { $0.values.count == users.count })
  }
}
