import Basics
import Datasets
import Results

/// One reading of what a paper says of its data.
struct DataReading: Sendable {
  /// What differs from what the spec states.
  let choices: [ReadingChoice]
  /// The data; of several folds each, over which values are averaged.
  let settings: [DataSettings]

  /// Every combination of the readings of split, positives and filter, those with few freedoms
  /// first; what a data set cannot give is left out.
  ///
  /// - Parameter ratings: between what the ratings of the data set lie; nil where it has none.
  static func all(of stated: DataSettings, ratings: ClosedRange<Double>?) -> [DataReading] {
    let axes = [splits(stated), positives(stated, ratings), filters(stated)].filter {
      !$0.options.isEmpty
    }
    // Of each fold the patches, in the order of the axes: merged, they would lose their nulls.
    var patches: [(choices: [ReadingChoice], folds: [[JSON]])] = [([], [[]])]
    for axis in axes {
      patches += patches.flatMap { before in
        axis.options.map { option in
          (
            before.choices + [ReadingChoice(axis.name, option.name, among: axis.options.count)],
            before.folds.flatMap { fold in option.folds.map { fold + [$0] } }
          )
        }
      }
    }
    let base = stated.encoded()
    return patches.sorted { $0.choices.count < $1.choices.count }.compactMap { choices, folds in
      let settings = folds.compactMap { patches in
        try? DataSettings(decoding: patches.reduce(base) { $0.merging(patch: $1) })
      }
      return settings.count == folds.count
        ? DataReading(choices: choices, settings: settings.flatMap(\.byFold)) : nil
    }
  }

  private struct Axis {
    let name: String
    /// Merge patches of the data, one a fold.
    let options: [(name: String, folds: [JSON])]
  }

  private static func splits(_ stated: DataSettings) -> Axis {
    let share = stated.split.method.isShare ? stated.split.test : 0.2
    let shares = [SplitMethod.random, .randomPerUser, .byTime].map { method in
      ("\(method.rawValue) \(JSON.text(of: share))", split(method, test: share))
    }
    let published = stated.publishedSplits
    let single = published.map { ($0, split(.published, name: $0)) }
    let others = (shares + [(SplitMethod.leaveOneOut.rawValue, split(.leaveOneOut))] + single)
      .filter { option in
        let merged = stated.encoded().merging(patch: option.1)
        return (try? DataSettings(decoding: merged))?.isDividedAlike(stated) == false
      }
    let folds = stated.publishedFolds == stated.split.folds ? [] : stated.publishedFolds
    return Axis(
      name: "split",
      options: others.map { ($0.0, [$0.1]) }
        + (folds.count > 1
          ? [
            (
              "the mean of \(folds.joined(separator: ", "))",
              folds.map { split(.published, name: $0) }
            )
          ]
          : []))
  }

  /// A patch to another split, without what the stated one has.
  private static func split(
    _ method: SplitMethod, test: Double? = nil, name: String? = nil
  ) -> JSON {
    var members: [(String, JSON)] = ["trainFile", "validationFile", "testFile"].map { ($0, .null) }
    members += [
      ("method", .string(method.rawValue)), ("validation", .number(0)),
      ("test", test.map(JSON.number) ?? .null), ("name", name.map(JSON.string) ?? .null),
      ("folds", .null),
    ]
    return .object([("split", .object(members))])
  }

  private static func positives(_ stated: DataSettings, _ ratings: ClosedRange<Double>?) -> Axis {
    let least = [3.0, 4, 5].filter { rating in
      ratings.map { $0.lowerBound < rating && rating <= $0.upperBound } ?? false
    }
    let rules: [(Feedback, JSON)] =
      [(.allRatings, .string("all-ratings"))]
      + least.map { (.ratingAtLeast($0), .object([("ratingAtLeast", .number($0))])) }
    return Axis(
      name: "positives",
      options: (least.isEmpty ? [] : rules).filter { $0.0 != stated.feedback }.map {
        ("\($0.0)", [.object([("feedback", $0.1)])])
      })
  }

  private static func filters(_ stated: DataSettings) -> Axis {
    guard stated.minimum == nil, stated.split.method != .files else {
      return Axis(name: "filter", options: [])
    }
    return Axis(
      name: "filter",
      options: [5, 10].map { count in
        let minimum = JSON.object([("user", .integer(count)), ("item", .integer(count))])
        return ("users and items with \(count) interactions", [.object([("minimum", minimum)])])
      })
  }
}

extension SplitMethod {
  fileprivate var isShare: Bool {
    [.random, .randomPerUser, .byTime, .byTimePerUser].contains(self)
  }
}

extension DataSettings {
  /// Whether the same is tested on, whatever is left to choose by.
  fileprivate func isDividedAlike(_ other: DataSettings) -> Bool {
    split.method == other.split.method && split.name == other.split.name
      && split.folds == other.split.folds
      && (!split.method.isShare || split.test == other.split.test)
  }
}
