import Basics

/// How far a trial's predicted probabilities were kept, in the bins of a metric of calibration.
package struct ReliabilityRecord: Settings, Equatable {
  package var metric = ""
  /// The records of each bin, by ascending probability.
  package var records: [Int] = []
  /// How many of them are clicks.
  package var clicks: [Int] = []
  /// The sum of their predicted probabilities.
  package var probabilities: [Double] = []

  /// Nothing; to be filled in or decoded.
  package init() {}

  /// The keys of the JSON object.
  package static let fields: [Field<ReliabilityRecord>] = [
    .text("metric", \.metric, "the metric whose bins these are").required(),
    // So few that the bins of a thousand seeds can be added.
    .integers("records", \.records, 0...(1 << 53), "records of each bin").required(),
    .integers("clicks", \.clicks, 0...(1 << 53), "clicks among them").required(),
    .numbers(
      "probabilities", \.probabilities, 0 ... .infinity, "sum of their predicted probabilities"
    ).required(),
  ]

  /// Refuses lists of several lengths.
  package func check(_ json: JSON) throws(Problem) {
    guard clicks.count == records.count, probabilities.count == records.count else {
      throw json.problem("\"records\", \"clicks\" and \"probabilities\" differ in length")
    }
  }
}
