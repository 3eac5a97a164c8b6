import Basics

/// The features of users that a table is made of, and where the data set tells of them.
package struct UserFeatures: Sendable {
  /// Names of ``UserFeature``, or `count(buy)` for one behaviour; nil: all that the data can give.
  package var names: [String]?
  /// The column of events that is their behaviour; nil: `behaviour`, where there is such a one.
  package var behaviour: String?
  /// The attribute of items, or else the column of events, that is their category; nil: `category`,
  /// where there is such a one.
  package var category: String?

  /// These features; by default all that the data can give.
  package init(names: [String]? = nil, behaviour: String? = nil, category: String? = nil) {
    (self.names, self.behaviour, self.category) = (names, behaviour, category)
  }

  /// What was made.
  package struct Made: Sendable, Equatable {
    package let table: UserTable
    /// Which features the data cannot give, and why, a line each.
    package let leftOut: [String]
  }

  /// Makes the table of training events.
  ///
  /// Throws `Problem` where there is none, and where the data cannot give a feature that is named;
  /// those that are not named are left out then.
  package func table(of events: [Event], in dataset: Dataset) throws(Problem) -> Made {
    let source = try UserEvents(events, in: dataset, behaviour: behaviour, category: category)
    var (attributes, leftOut) = ([UserTable.Attribute](), [String]())
    for name in names ?? UserFeature.allCases.map(\.rawValue) {
      do throws(Problem) {
        attributes += try source.attributes(name)
      } catch {
        guard names == nil else { throw error }
        leftOut.append(error.message)
      }
    }
    return Made(
      table: UserTable(users: source.users, attributes: attributes), leftOut: leftOut)
  }
}
