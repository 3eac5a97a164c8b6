import Basics
import Datasets

/// What the parts of one seed hold, in figures: what a reader has to know of who and what was
/// tested.
///
/// *Learned from* is the training and the validation part, as for what is reported. What a task
/// does not have is nil.
struct SplitCounts: Settings, Equatable {
  /// Interactions, or records, that are learned from.
  var train = 0
  /// Those that settings are chosen by.
  var validation = 0
  /// Those that are tested on.
  var test = 0
  /// Users with something held out; all of them are tested. Nil where nobody knows whose a record
  /// is.
  var usersTested: Int?
  /// Users with interactions, none of which is held out.
  var usersWithoutTest: Int?
  /// Users without an interaction in any part.
  var usersWithoutInteraction: Int?
  /// Users that are tested and of whom nothing is learned.
  var usersNotLearned: Int?
  /// Items without an interaction in any part; they are candidates all the same.
  var itemsWithoutInteraction: Int?
  /// Items without an interaction that is learned from.
  var itemsNotLearned: Int?
  /// Interactions tested on whose item is learned from, by anybody: what whoever knows the learned
  /// items alone can find. Nil where it is all of them.
  var testOfLearnedItems: Int?
  /// Records of label 1 among those learned from.
  var clicksLearned: Int?
  /// Records of label 1 among those tested on.
  var clicksTested: Int?

  init() {}

  static var fields: [Field<Self>] {
    func some(_ name: String, _ path: any WritableKeyPath<Self, Int?> & Sendable) -> Field<Self> {
      .integer(name, path, 0...(.max), "how many; null: there are none to count")
        .omittedByDefault()
    }
    return [
      .integer("train", \.train, 0...(.max), "learned from").required(),
      .integer("validation", \.validation, 0...(.max), "chosen by").required(),
      .integer("test", \.test, 0...(.max), "tested on").required(),
      some("usersTested", \.usersTested), some("usersWithoutTest", \.usersWithoutTest),
      some("usersWithoutInteraction", \.usersWithoutInteraction),
      some("usersNotLearned", \.usersNotLearned),
      some("itemsWithoutInteraction", \.itemsWithoutInteraction),
      some("itemsNotLearned", \.itemsNotLearned),
      some("testOfLearnedItems", \.testOfLearnedItems), some("clicksLearned", \.clicksLearned),
      some("clicksTested", \.clicksTested),
    ]
  }
}

extension SplitCounts {
  /// Counts what was divided to be ranked.
  init(_ split: Split) {
    (train, validation, test) = (split.train.count, split.chosenBy.count, split.test.count)
    var (tested, untested, absent, unknown) = (0, 0, 0, 0)
    for user in 0..<split.test.users {
      let isLearned = !split.train[user].isEmpty || !split.validation[user].isEmpty
      switch (split.test[user].isEmpty, isLearned) {
      case (false, true): tested += 1
      case (false, false): (tested, unknown) = (tested + 1, unknown + 1)
      case (true, true): untested += 1
      case (true, false): absent += 1
      }
    }
    (usersTested, usersNotLearned) = (tested, unknown)
    (usersWithoutTest, usersWithoutInteraction) = (untested, absent)
    var isKnown = [Bool](repeating: false, count: split.test.items)
    for item in split.train.columns { isKnown[Int(item)] = true }
    for item in split.validation.columns { isKnown[Int(item)] = true }
    itemsNotLearned = isKnown.count { !$0 }
    let known = split.test.columns.count { isKnown[Int($0)] }
    testOfLearnedItems = known < test ? known : nil
    for item in split.test.columns { isKnown[Int(item)] = true }
    itemsWithoutInteraction = isKnown.count { !$0 }
  }

  /// Counts records.
  ///
  /// - Parameter hasUsers: whether the data tell whose each record is.
  init(_ records: Records, _ split: RecordSplit, hasUsers: Bool) {
    (train, validation, test) = (split.train.count, split.validation.count, split.test.count)
    func clicks(_ places: [Int32]) -> Int { places.count { records.labels[Int($0)] > 0 } }
    clicksLearned = clicks(split.train) + clicks(split.validation)
    clicksTested = clicks(split.test)
    guard hasUsers else { return }
    func users(_ places: [Int32]) -> Set<Int32> { Set(places.lazy.map { records.users[Int($0)] }) }
    let tested = users(split.test)
    usersTested = tested.count
    usersNotLearned =
      tested.subtracting(users(split.train)).subtracting(users(split.validation))
      .count
  }
}
