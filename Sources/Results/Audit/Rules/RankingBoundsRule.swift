import Evaluation

/// P@N, R@N, MRR@N, HR@N and NDCG@N are means over the same lists of N, so each bounds the others:
/// with h hits at the bottom of the list NDCG is least, with all on top it is greatest, see
/// ``RankingOutcomes``. Measures are compared in pairs first; all together only where every pair
/// agrees.
struct RankingBoundsRule: TableRule {
  static let name = "ranking-bounds"

  /// What is bounded, and by what.
  private static let pairs: [(target: Measure.Kind, given: Measure.Kind)] = [
    (.mrr, .precision), (.hitRate, .precision), (.hitRate, .mrr), (.recall, .precision),
    (.ndcg, .precision), (.ndcg, .mrr), (.ndcg, .recall), (.ndcg, .hitRate),
  ]

  func check(_ table: AuditTable, _ report: inout AuditReport) {
    let kinds = Self.kinds(table)
    let cutoffs = Set(
      kinds.flatMap { table.columns($0).compactMap { table.columns[$0].measure.cutoff } })
    for cutoff in cutoffs.sorted() {
      for row in table.labels.indices {
        var found: [Finding] = []
        for pair in Self.pairs {
          guard let target = table.column(pair.target, at: cutoff),
            let given = table.column(pair.given, at: cutoff),
            kinds.contains(pair.target), kinds.contains(pair.given),
            numbers(table, row, [given, target], &report) != nil
          else { continue }
          if let finding = check(table, row, target, given: [given]) { found.append(finding) }
        }
        if found.isEmpty, let finding = together(table, row, kinds, cutoff) { found = [finding] }
        for finding in found { report.add(finding) }
      }
    }
  }

  /// Pooled, a recall is no mean over lists; it bounds |T| instead. What is not declared is not
  /// used.
  private static func kinds(_ table: AuditTable) -> [Measure.Kind] {
    let kinds: [Measure.Kind] = [.precision, .mrr, .hitRate, .recall, .ndcg]
    return table.definitions.averaging == .macro ? kinds : kinds.filter { $0 != .recall }
  }

  /// The last measure given all the others of a row, where there are at least two.
  private func together(
    _ table: AuditTable, _ row: Int, _ kinds: [Measure.Kind], _ cutoff: Int
  ) -> Finding? {
    let columns = kinds.compactMap { table.column($0, at: cutoff) }.filter {
      table.number(row, $0)?.isInRange(of: table.columns[$0].measure) ?? false
    }
    guard columns.count >= 3, let target = columns.last else { return nil }
    return check(table, row, target, given: Array(columns.dropLast()))
  }

  private func check(
    _ table: AuditTable, _ row: Int, _ target: Int, given: [Int]
  ) -> Finding? {
    let columns = given + [target]
    guard let printed = table.number(row, target),
      columns.allSatisfy({
        table.number(row, $0)?.isInRange(of: table.columns[$0].measure) ?? false
      }),
      let cutoff = table.columns[target].measure.cutoff,
      let wanted = RankingOutcomes.Coordinate(table.columns[target].measure.kind)
    else { return nil }
    let known = Self.known(table, row, given, cutoff)
    func range(_ reading: Reading) -> Interval? {
      reading.outcomes(cutoff).range(of: wanted, given: known)
    }
    func allows(_ reading: Reading) -> Bool { range(reading)?.meets(printed.interval) ?? false }
    let kinds = columns.map { table.columns[$0].measure.kind }
    let usual = Reading.usual(table.definitions, kinds)
    guard !usual.contains(where: allows) else { return nil }

    let other = Reading.all(kinds).filter { !usual.contains($0) }.first(where: allows)
    let condition = other.map { reading in
      let length =
        reading.ideal == .uncut
        ? reading.outcomes(cutoff).idealLength(for: printed.interval.high, given: known) : nil
      return reading.text(besides: usual[0], idealLength: length)
    }
    let heading = table.columns[target].heading
    let names = given.map { table.columns[$0].heading }.joined(separator: ", ")
    let bound = range(usual[0]).map { range in
      printed.interval.high < range.low
        ? "\(heading) is at least \(NumberText.rounded(range.low))"
        : "\(heading) is at most \(NumberText.rounded(range.high))"
    }
    let families = given.map { Self.family(table.columns[$0].heading) }.joined(separator: ", ")
    return finding(
      table, "\(families) of the same lists bound \(Self.family(heading))",
      cells: table.text(row, columns), bound: bound ?? "no lists have \(names) together",
      onlyIf: condition)
  }

  /// `NDCG@N` for `NDCG@5`.
  private static func family(_ heading: String) -> String {
    heading.prefix { $0 != "@" } + "@N"
  }

  private static func known(
    _ table: AuditTable, _ row: Int, _ columns: [Int], _ cutoff: Int
  ) -> [RankingOutcomes.Known] {
    var known = columns.compactMap { column -> RankingOutcomes.Known? in
      guard let number = table.number(row, column),
        let coordinate = RankingOutcomes.Coordinate(table.columns[column].measure.kind)
      else { return nil }
      return (coordinate, number.interval)
    }
    // Pooled, P and R together say how many held-out items a user has on average.
    if columns.count > 1, table.definitions.averaging == .micro,
      let precision = table.column(.precision, at: cutoff),
      let recall = table.column(.recall, at: cutoff),
      let first = table.number(row, precision), let second = table.number(row, recall)
    {
      let mean = (first.interval / second.interval).scaled(by: Double(cutoff))
      if mean.isKnown { known.append((.heldOut, mean)) }
    }
    return known
  }
}

/// One way of reading what a paper leaves open.
private struct Reading: Equatable {
  let ideal: PublishedDefinitions.Ideal
  let firstHit: PublishedDefinitions.FirstHit

  func outcomes(_ cutoff: Int) -> RankingOutcomes {
    RankingOutcomes(cutoff: cutoff, ideal: ideal, firstHit: firstHit)
  }

  /// The readings that are in use where the paper does not say which; one where it says.
  static func usual(_ definitions: PublishedDefinitions, _ kinds: [Measure.Kind]) -> [Reading] {
    let ideals: [PublishedDefinitions.Ideal] =
      kinds.contains(.ndcg) ? definitions.ideal.map { [$0] } ?? [.truncated, .full] : [.truncated]
    let firstHit = kinds.contains(.mrr) ? definitions.firstHit ?? .cut : .cut
    return ideals.map { Reading(ideal: $0, firstHit: firstHit) }
  }

  /// Every reading that makes a difference for these measures.
  static func all(_ kinds: [Measure.Kind]) -> [Reading] {
    let ideals = kinds.contains(.ndcg) ? PublishedDefinitions.Ideal.allCases : [.truncated]
    let firstHits = kinds.contains(.mrr) ? PublishedDefinitions.FirstHit.allCases : [.cut]
    return firstHits.flatMap { hit in ideals.map { Reading(ideal: $0, firstHit: hit) } }
  }

  /// What has to be otherwise than in the usual reading.
  func text(besides usual: Reading, idealLength: Int?) -> String {
    var parts: [String] = []
    if ideal != usual.ideal {
      switch ideal {
      case .truncated: parts.append("IDCG is that of min(N, |T|) hits")
      case .full: parts.append("IDCG is that of N hits for every user")
      case .uncut:
        let length = idealLength.map { ", \($0) or more for some user" } ?? ""
        parts.append("IDCG runs over all held-out items, not N\(length)")
      }
    }
    if firstHit != usual.firstHit {
      parts.append(firstHit == .whole ? "MRR is not cut at N" : "MRR is cut at N")
    }
    return parts.joined(separator: " and ")
  }
}

extension RankingOutcomes.Coordinate {
  fileprivate init?(_ kind: Measure.Kind) {
    switch kind {
    case .precision: self = .precision
    case .recall: self = .recall
    case .mrr: self = .mrr
    case .hitRate: self = .hitRate
    case .ndcg: self = .ndcg
    default: return nil
    }
  }
}

extension PrintedNumber {
  /// Whether it can be a value of the measure at all; if not, that is a finding of its own.
  fileprivate func isInRange(of measure: Measure) -> Bool {
    value.isFinite && interval.meets(measure.interval)
  }
}
