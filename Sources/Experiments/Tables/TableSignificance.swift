import Basics
import Evaluation
import Results

/// The tests of a table's differences, from what its trials have left.
struct TableSignificance {
  private let settings: SignificanceSettings
  /// The smallest difference that matters, by metric.
  private let margins: [String: Double]
  private let results: [TrialResult]
  /// The folder of results, below which the trials are.
  private let folder: String

  /// The tests that the settings ask for, on these results.
  init(
    _ settings: SignificanceSettings, margins: [String: Double] = [:], results: [TrialResult],
    folder: String
  ) {
    (self.settings, self.margins) = (settings, margins)
    (self.results, self.folder) = (results, folder)
  }

  /// Compares every other system with the reference, in every metric that can be tested.
  ///
  /// Each comparison draws from a stream of its own, named by its systems and metric, so that none
  /// depends on which others the table has.
  ///
  /// A comparison with fewer than two pairs, or of a metric that is not defined, has no numbers and
  /// says why.
  ///
  /// - Throws: `Problem.data` naming a trial whose values per user are missing or damaged.
  func compare(systems: [String], metrics: [Metric]) throws -> SignificanceReport {
    let means = metrics.filter { settings.over == .seeds || $0.isMeanOverUsers }
    let others = systems.filter { $0 != settings.against }
    let reference = try values(of: settings.against)
    var comparisons: [TestedDifference] = []
    for system in others {
      let own = try values(of: system)
      for metric in means {
        let sample: PairedSample
        do throws(Problem) {
          sample = try self.sample(own, reference, metric.name)
        } catch {
          comparisons.append(
            TestedDifference(system: system, metric: metric.name, obstacle: error.message))
          continue
        }
        let stream = "significance/\(settings.against)/\(system)/\(metric.name)"
        var random = Random(seed: UInt64(results.first?.record.seed ?? 0), stream: stream)
        let outcome = settings.test.outcome(
          of: sample, level: settings.level, resamples: settings.resamples, random: &random)
        var tested = TestedDifference(
          system: system, metric: metric.name, pairs: outcome.count,
          difference: outcome.meanDifference, low: outcome.interval.low,
          high: outcome.interval.high, effect: outcome.effect, p: outcome.p)
        tested.overBoth = overBoth(own, reference, metric.name, stream)
        if let margin = margins[metric.name] {
          let test = EquivalenceTest(
            sample, margin: margin, by: settings.test, resamples: settings.resamples,
            random: &random)
          tested.equivalence = TestedEquivalence(margin: margin, p: test.p)
        }
        comparisons.append(tested)
      }
    }
    let tested = comparisons.indices.filter { comparisons[$0].obstacle == nil }
    let corrected = settings.correction.corrected(tested.map { comparisons[$0].p })
    for (place, p) in zip(tested, corrected) {
      comparisons[place].corrected = p
      comparisons[place].isSignificant = p <= settings.level
    }
    let margined = comparisons.indices.filter { comparisons[$0].equivalence != nil }
    let ps = margined.map { comparisons[$0].equivalence?.p ?? 1 }
    for (place, p) in zip(margined, settings.correction.corrected(ps)) {
      comparisons[place].equivalence?.corrected = p
      comparisons[place].equivalence?.isEquivalent = p <= settings.level
    }
    return SignificanceReport(
      reference: settings.against, test: settings.test.rawValue, over: settings.over.rawValue,
      effectMeasure: settings.test.effectSize.rawValue, correction: settings.correction.rawValue,
      level: settings.level, comparisons: comparisons,
      untested: metrics.filter { !means.contains($0) }.map(\.name))
  }

  /// What one system measured, a seed each.
  private struct Measured {
    let record: TrialRecord
    /// Read only where users are paired.
    let users: UserValues?
  }

  private func values(of system: String) throws -> [Int: Measured] {
    var measured: [Int: Measured] = [:]
    for result in results where result.record.system == system {
      let users =
        settings.over == .users
        ? try UserValues(
          meanOf: result.trials.map {
            try TrialFolder($0.folder, results: folder).userValues(of: $0)
          })
        : nil
      measured[result.record.seed] = Measured(record: result.record, users: users)
    }
    return measured
  }

  /// The pairs of a comparison. Throws `Problem` where a test of them means nothing.
  private func sample(
    _ own: [Int: Measured], _ reference: [Int: Measured], _ metric: String
  ) throws(Problem) -> PairedSample {
    let seeds = own.keys.filter { reference[$0] != nil }.sorted()
    let pairs = seeds.compactMap { seed in
      own[seed].flatMap { own in reference[seed].map { (own, $0) } }
    }
    guard settings.over == .users else {
      for (system, reference) in pairs {
        for record in [system.record, reference.record]
        where record.value(of: metric)?.value.isNaN == true {
          throw .data("\(record.system), seed \(record.seed): the metric is not defined")
        }
      }
      return try PairedSample(
        pairs.map { $0.0.record.value(of: metric)?.value ?? .nan },
        against: pairs.map { $0.1.record.value(of: metric)?.value ?? .nan }, over: .seeds)
    }
    let ours = pairs.map { $0.0.users?.values(of: metric) ?? [:] }
    let theirs = pairs.map { $0.1.users?.values(of: metric) ?? [:] }
    var values: [Double] = []
    var others: [Double] = []
    for user in pairs.first?.0.users?.users ?? [] {
      guard let value = Self.mean(ours, of: user), let other = Self.mean(theirs, of: user) else {
        continue
      }
      values.append(value)
      others.append(other)
    }
    let isTested = pairs.first?.0.users?.users.isEmpty == false
    if isTested, values.isEmpty { throw .data("the metric is not defined for any user of both") }
    return try PairedSample(values, against: others, over: .users)
  }

  /// The interval over users and seeds; nil of one seed, and where seeds are paired.
  private func overBoth(
    _ own: [Int: Measured], _ reference: [Int: Measured], _ metric: String, _ stream: String
  ) -> ConfidenceInterval? {
    let seeds = own.keys.filter { reference[$0] != nil }.sorted()
    guard settings.over == .users, seeds.count > 1 else { return nil }
    var users: [String: [Double]] = [:]
    var order: [String] = []
    for (place, seed) in seeds.enumerated() {
      let others = reference[seed]?.users?.values(of: metric) ?? [:]
      let values = own[seed]?.users?.values(of: metric) ?? [:]
      for user in own[seed]?.users?.users ?? [] {
        guard let value = values[user], let other = others[user], (value - other).isFinite else {
          continue
        }
        if users[user] == nil { order.append(user) }
        users[user, default: [Double](repeating: .nan, count: seeds.count)][place] = value - other
      }
    }
    var random = Random(seed: UInt64(seeds[0]), stream: stream + "/both")
    return TwoWayBootstrap(
      order.compactMap { users[$0] }, level: settings.level, random: &random
    ).interval
  }

  /// A user's mean over seeds; nil unless every seed has a value.
  private static func mean(_ seeds: [[String: Double]], of user: String) -> Double? {
    var sum = 0.0
    for values in seeds {
      guard let value = values[user], !value.isNaN else { return nil }
      sum += value
    }
    return sum / Double(seeds.count)
  }
}

extension TrialFolder {
  /// The values per user that belong to the trial's record.
  ///
  /// - Throws: `Problem.data` naming system, seed and file, and how to get it, when it is missing,
  ///   damaged or of another trial or epoch.
  func userValues(of result: TrialResult) throws -> UserValues {
    let (record, users) = (result.record, users(result.measurement))
    func refusal(_ message: String) -> Problem {
      .data(
        "\(record.system), seed \(record.seed): \(message); a test over users needs it;"
          + " `--again damaged` trains this trial anew")
    }
    let values: UserValues
    do { values = try UserValues(reading: users) } catch let problem as Problem {
      throw refusal(problem.message)
    }
    guard values.trial == record.identity, values.epoch == record.epochs else {
      throw refusal(
        "\(users): of trial \(values.trial.prefix(12)), epoch \(values.epoch);"
          + " expected \(record.identity.prefix(12)), epoch \(record.epochs)")
    }
    return values
  }
}
