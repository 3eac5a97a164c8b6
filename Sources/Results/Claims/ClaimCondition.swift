/// One number that a claim speaks of, and what it must be for the claim to be so.
package struct ClaimCondition: Sendable, Equatable {
  let statistic: ClaimStatistic
  let accepted: Accepted

  init(_ statistic: ClaimStatistic, _ accepted: Accepted) {
    (self.statistic, self.accepted) = (statistic, accepted)
  }

  /// The condition on the paper's numbers, each anywhere within the rounding of its digits.
  func reading(_ published: PublishedNumbers) -> ClaimReading {
    guard let operands = statistic.operands else {
      return ClaimReading(statistic.text, missing: "no learning curve is printed as numbers")
    }
    let numbers = operands.map(published.number)
    let missing = zip(operands, numbers).filter { $0.1 == nil }.map(\.0.text)
    guard missing.isEmpty else {
      let isAnnounced = if case .announced = statistic { !published.cells.isEmpty } else { false }
      return ClaimReading(
        statistic.text, missing: "not printed: " + missing.joined(separator: ", "),
        truth: isAnnounced ? .fails : nil)
    }
    let known = numbers.compactMap(\.self)
    return ClaimReading(
      statistic.text, value: statistic.value(known.map(\.value)),
      interval: statistic.interval(known.map(\.interval)), accepted: accepted,
      isCount: statistic.isCount(among: published.counts))
  }

  /// The condition on what was measured, with its uncertainty over seeds.
  ///
  /// - Parameter others: what other seeds have measured, which tell how far one may lie from them.
  func reading(_ measured: MeasuredNumbers, others: MeasuredNumbers) -> ClaimReading {
    switch statistic.estimate(measured) {
    case .failure(let missing): return ClaimReading(statistic.text, missing: missing.note)
    case .success(let estimate):
      let isNumber = estimate.value.isFinite
      let isCounted = statistic.isCounted(measured)
      return ClaimReading(
        statistic.text, value: estimate.value,
        interval: interval(of: estimate, isCounted: isCounted),
        seeds: isCounted ? 0 : estimate.seeds,
        others: estimate.seeds == 1 && !isCounted ? (try? statistic.estimate(others).get()) : nil,
        accepted: accepted,
        isCount: statistic.isCount(among: measured.countColumns),
        note: isNumber ? nil : statistic.whatIsNoNumber(measured, estimate))
    }
  }

  /// What is known of the number over all seeds. What is counted, and what only has to be there, is
  /// known from one.
  private func interval(of estimate: SeedEstimate, isCounted: Bool) -> Interval {
    guard estimate.value.isFinite else { return .unknown }
    let isAnnounced = if case .announced = statistic { true } else { false }
    return isCounted || isAnnounced && estimate.seeds == 1
      ? Interval(estimate.value, radius: 0) : estimate.interval
  }
}
