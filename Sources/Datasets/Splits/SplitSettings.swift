import Basics

/// How interactions are divided into training, validation and test.
package enum SplitMethod: String, CaseIterable, Sendable {
  /// A share of all interactions, drawn at random.
  case random
  /// A share of each user's interactions, drawn at random; everybody keeps at least one to learn
  /// from.
  case randomPerUser = "random-per-user"
  /// Each user's last interaction in time; users with a single interaction keep it to learn from.
  case leaveOneOut = "leave-one-out"
  /// The last share of all interactions in time.
  case byTime = "by-time"
  /// The last share of each user's interactions in time; everybody keeps at least one to learn from.
  case byTimePerUser = "by-time-per-user"
  /// As published: files of `user item [rating [time]]` lines, with the data set's own ids.
  case files
  /// As published with the data set, by the split's name.
  case published

  /// Whether it is given which interactions are tested on, and no share of them.
  var isGiven: Bool { self == .files || self == .published }

  /// Whether times decide what is tested.
  var isByTime: Bool { [.leaveOneOut, .byTime, .byTimePerUser].contains(self) }

  /// Whether the test part is the same for every seed.
  package var isFixed: Bool { isGiven || isByTime }

  /// Whether a seed decides what is tested.
  var draws: Bool { !isByTime }
}

/// In which order interactions lie before they are drawn, and follow each other at equal times.
package enum SplitOrder: String, CaseIterable, Sendable {
  /// That of the lines of the source: other lines first, another split.
  case file
  /// By user, item and time: the order of lines is no matter.
  case canonical
}

/// What a spec says of the split.
package struct SplitSettings: Settings, Equatable {
  /// How the test part is found.
  package var method = SplitMethod.random
  /// The share that is tested on, of all interactions or of each user's, by the method.
  package var test = 0.2
  /// The share of the training part that becomes the validation part, carved by the same method
  /// (at random if the test part is given). Under leave-one-out the number of interactions, 0
  /// or 1, that are carved from each user.
  package var validation = 0.0
  /// Which of the data set's published splits it is, when the split is one.
  package var name: String?
  /// The published splits on each of which every seed runs, means going over all; empty: `name` is
  /// the only one.
  package var folds: [String] = []
  /// Nil: the trial's own seed.
  package var seed: Int?
  /// The order of what is divided; nil: as ``isCanonical(of:)`` says.
  package var order: SplitOrder?
  /// What to learn from, when the split comes from files.
  package var trainFile: String?
  /// What to choose by, when the split comes from files.
  package var validationFile: String?
  /// What to test on, when the split comes from files.
  package var testFile: String?

  /// Random, 8 : 2, without validation, seeded by the trial.
  package init() {}

  /// The keys of a spec's `split`.
  package static let fields: [Field<SplitSettings>] = [
    .choice("method", \.method, "how the test part is found"),
    share("test", \.testIfUsed, "share of the interactions that is tested on"),
    share("validation", \.validationIfUsed, "share of the training part to choose settings by"),
    .text("name", \.name, "method published: the data set's name of the split").omittedByDefault(),
    .texts("folds", \.folds, "method published: splits on each of which every seed runs")
      .omittedByDefault(),
    .integer("seed", \.seed, 0...Int.max, "seed of the split; null: the trial's seed"),
    .choice(
      "order", \.order,
      "what is drawn from: interactions as the file has them, or by user, item and time"
    ).omittedByDefault(),
    .file("trainFile", \.trainFile, "method files: what to learn from"),
    .file("validationFile", \.validationFile, "method files: what to choose settings by"),
    .file("testFile", \.testFile, "method files: what to test on"),
  ]

  package static let hints = [
    "train": "what is learned from is what \"test\" and \"validation\" leave",
    "ratio": "the share that is tested on is \"test\"",
    "type": "how the test part is found is \"method\"",
    "fold": "one published split is a \"name\", several are \"folds\"",
  ]

  // A share that the method does not use is written as null, so that what is encoded decodes again.
  private var testIfUsed: Double? {
    get { method.isGiven || method == .leaveOneOut ? nil : test }
    set { test = newValue ?? test }
  }
  private var validationIfUsed: Double? {
    get { validationFile == nil ? validation : nil }
    set { validation = newValue ?? validation }
  }

  private static func share(
    _ name: String, _ path: any WritableKeyPath<Self, Double?> & Sendable, _ summary: String
  ) -> Field<Self> {
    .custom(
      name, path, .optional(.number(0...1)), summary,
      decode: { json throws(Problem) in json.isNull ? nil : try json.asNumber(in: 0...1) },
      encode: { $0.map { .number($0) } ?? .null })
  }

  /// Whether nothing is to be learned from.
  var testsAll: Bool { method == .random && test == 1 }

  /// Whether interactions of this data set lie by user, item and time before they are divided.
  ///
  /// Random splits keep to the order of the file unless another is asked for. Where times or files
  /// decide, the lines of a user's own files may come in any order; those of a published data set
  /// are the same everywhere.
  func isCanonical(of dataset: String) -> Bool {
    order.map { $0 == .canonical } ?? Self.isAnyOrder(method, dataset)
  }

  /// Whether the lines of this data set may come in any order, as they decide nothing.
  static func isAnyOrder(_ method: SplitMethod, _ dataset: String) -> Bool {
    guard method.isByTime || method == .files else { return false }
    let kind = DatasetList.all.first { $0.name == dataset }?.settings as? any LocalSource.Type
    return kind?.areOwnLines ?? false
  }

  /// Refuses settings that the method would not use, and null for those that it would.
  package func check(_ json: JSON) throws(Problem) {
    func refuse(_ keys: [String], _ why: String) throws(Problem) {
      for key in keys {
        guard let value = json[key], !value.isNull else { continue }
        throw value.problem("\"\(key)\" \(why)")
      }
    }
    func refuseNull(_ key: String) throws(Problem) {
      if let value = json[key], value.isNull { throw value.mismatch("a number") }
    }
    switch method {
    case .files:
      try refuse(["test"], "is not used when the split comes from files")
      guard trainFile != nil, testFile != nil else {
        throw json.problem("the method \"files\" needs \"trainFile\" and \"testFile\"")
      }
      if validationFile != nil {
        try refuse(["validation"], "is not used beside \"validationFile\"")
      }
    case .published:
      try refuse(["test"], "is not used when the split is a published one")
      guard name != nil || !folds.isEmpty else {
        throw json.problem("the method \"published\" needs \"name\", or \"folds\" for several")
      }
      if !folds.isEmpty { try refuse(["name"], "is not used beside \"folds\"") }
      try refuseRepeats(folds, at: "folds", json)
      if folds.count == 1 {
        throw (json["folds"] ?? json).problem("one split is a \"name\"; expected several")
      }
    case .leaveOneOut:
      try refuse(["test"], "is not used by leave-one-out")
      guard validation == 0 || validation == 1 else {
        throw (json["validation"] ?? json).problem(
          "leave-one-out carves 0 or 1 interactions of each user as validation")
      }
    case .random, .randomPerUser, .byTime, .byTimePerUser: try refuseNull("test")
    }
    if validationFile == nil { try refuseNull("validation") }
    if method != .files {
      try refuse(
        ["trainFile", "validationFile", "testFile"],
        "is used by the method \"files\" only, not by \"\(method.rawValue)\"")
    }
    if method != .published {
      try refuse(
        ["name", "folds"], "is used by the method \"published\" only, not by \"\(method.rawValue)\""
      )
    }
    if method != .leaveOneOut, validation == 1 {
      throw (json["validation"] ?? json).problem("a validation share of 1 leaves nothing to learn")
    }
  }
}
