/// One condition of a claim, read off one side: the paper's numbers or ours.
package struct ClaimReading: Sendable, Equatable {
  /// What was computed: `UR-GAN P@5 / ItemPop P@5`.
  package let what: String
  /// What came out; nil when a number is missing.
  package let value: Double?
  /// What it may be: by rounding of printed numbers, or the 95 % interval over seeds.
  package let interval: Interval
  /// How many seeds were measured; 0 on the paper's numbers and of what is counted.
  package let seeds: Int
  /// Whether the condition is so; nil when a number is missing.
  package let truth: Truth?
  /// What is missing, or why nothing can be decided.
  package let note: String?
  /// How far the reading is from being refused.
  let margin: Double
  /// Whether it is a whole number of something, or a difference of such.
  let isCount: Bool
  /// What other seeds gave, where one was measured.
  let others: SeedEstimate?

  init(
    _ what: String, value: Double, interval: Interval, seeds: Int = 0,
    others: SeedEstimate? = nil, accepted: Accepted, isCount: Bool = false, note: String? = nil
  ) {
    (self.isCount, self.others) = (isCount, others)
    (self.what, self.value, self.interval, self.seeds) = (what, value, interval, seeds)
    truth = accepted.truth(of: interval)
    margin = accepted.margin(of: interval)
    self.note = note
  }

  /// A number is missing.
  ///
  /// - Parameter truth: what follows from that; as a rule nothing.
  init(_ what: String, missing note: String, truth: Truth? = nil) {
    (self.what, self.note, self.truth) = (what, note, truth)
    (value, interval, seeds, margin, isCount, others) = (nil, .unknown, 0, .nan, false, nil)
  }
}

/// All conditions of a claim, read off one side.
package struct ClaimFinding: Sendable, Equatable {
  /// At least one.
  package let readings: [ClaimReading]

  /// What the conditions gave; without conditions, that nothing can be said.
  init(_ readings: [ClaimReading]) {
    let nothing = ClaimReading("", missing: "no other row is printed")
    self.readings = readings.isEmpty ? [nothing] : readings
  }

  /// Whether all conditions are so; nil where a number is missing and no condition fails.
  package var truth: Truth? { Truth.all(of: readings.map(\.truth)) }

  /// The one that decides: the first that fails, else that lacks a number, else that is undecided;
  /// when all hold, the one that holds most narrowly.
  package var decisive: ClaimReading {
    let truth = truth
    let alike = readings.filter { $0.truth == truth }
    let narrowest = alike.min { $0.margin < $1.margin }
    return (truth == .holds ? narrowest : alike.first) ?? readings[0]
  }

  /// How many conditions fail.
  package var failures: Int { readings.count { $0.truth == .fails } }
}
