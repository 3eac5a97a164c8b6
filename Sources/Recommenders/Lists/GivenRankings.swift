import Basics
import Datasets
import Engine

/// Rankings that another program made, as files have them: lists, scores, or vectors of users and
/// items, whose scores are their dot products `s(u, i) = Σ_k U_uk I_ik` in double precision.
///
/// It learns nothing, and what it ranks is masked, measured and tested as any system's. Items that
/// a list does not name, or that have no vector, are equal to each other behind all others.
///
/// Scores are handed on in single precision, in the order of the file's: where two differ and would
/// be equal, the lower one is the next number below.
package final class GivenRankings: Recommender, Unlearned {
  package static let name = "lists"
  package static let summary = "the rankings of another program, read from files"
  package static let source = "the files that a spec names"
  package static let learnsNothing = true

  let options: GivenRankingsOptions
  let source: any RankingSource
  let learned: Interactions
  let userIDs: [String]

  /// Throws `Problem.data` naming file and line, as the readers of the files do.
  package init(_ options: GivenRankingsOptions, data: TrainingData, seed: UInt64) throws(Problem) {
    self.options = options
    (learned, userIDs) = (data.interactions, data.userIDs)
    source = try options.source(data)
  }

  package static func check(
    _ options: GivenRankingsOptions, data: TrainingData
  ) throws(Problem) { _ = try options.source(data) }

  package func scores(of users: Range<Int>, into scores: ScoreMatrix) {
    scores.fill(Self.unlisted)
    source.scores(of: users) { row, items, values in
      for (item, score) in zip(items, OrderedScores.single(values)) {
        scores[row][Int(item)] = score
      }
    }
  }

  /// Below every score of a file, see ``GivenLists/mostMagnitude``.
  static let unlisted: Float = -3e38
}

/// Where scores of some items of users come from.
protocol RankingSource: Sendable {
  /// Scores of users who follow each other, the number of each among them and the items first;
  /// nothing is told of those without any.
  func scores(of users: Range<Int>, _ tell: (Int, [Int32], [Double]) -> Void)
  /// How many items a user has scores of.
  func count(of user: Int) -> Int
  /// The items that a user has scores of.
  func items(of user: Int) -> [Int32]
  /// What was made of the files, a line each.
  var remarks: [String] { get }
  /// Bytes held.
  var bytes: Int { get }
}

/// Scores in single precision that are in the order of those in double precision.
package enum OrderedScores {
  /// The nearest numbers; where those of two that differ are equal, the lower one's is the next
  /// below.
  package static func single(_ scores: [Double]) -> [Float] {
    var result = scores.map { Float($0) }
    let order = scores.indices.sorted { scores[$0] > scores[$1] }
    for (before, place) in zip(order, order.dropFirst()) where result[place] >= result[before] {
      result[place] =
        scores[place] == scores[before] ? result[before] : result[before].nextDown
    }
    return result
  }

  /// The nearest numbers to scores that descend, no two of them equal: the order of equal ones is
  /// then told by the numbers, too. Numbers beyond ±1e38, infinite ones too, are cut there.
  package static func descending(_ scores: [Float]) -> [Float] {
    var result = scores.map { max(-1e38, min(1e38, $0)) }
    for place in result.indices.dropFirst() where result[place] >= result[place - 1] {
      result[place] = result[place - 1].nextDown
    }
    return result
  }
}
