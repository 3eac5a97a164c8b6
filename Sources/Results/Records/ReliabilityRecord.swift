import Basics

/// How far a trial's predicted probabilities were kept, in the bins of a metric of calibration.
public struct ReliabilityRecord: Settings, Equatable {
  /// The metric's canonical name.
  public var metric = ""
  /// The records of each bin, by ascending probability.
  public var records: [Int] = []
  /// How many of them are clicks.
  public var clicks: [Int] = []
  /// The sum of their predicted probabilities.
  public var probabilities: [Double] = []

  /// Nothing; to be filled in or decoded.
  public init() {}

  /// The keys of the JSON object.
  public static let fields: [Field<ReliabilityRecord>] = [
    .text("metric", \.metric, "the metric whose bins these are").required(),
    // So few that the bins of a thousand seeds can be added.
    .integers("records", \.records, 0...(1 << 53), "records of each bin").required(),
    .integers("clicks", \.clicks, 0...(1 << 53), "clicks among them").required(),
    .numbers(
      "probabilities", \.probabilities, 0 ... .infinity, "sum of their predicted probabilities"
    ).required(),
  ]

  /// Refuses lists of several lengths.
  public func check(_ json: JSON) throws(Problem) {
    guard clicks.count == records.count, probabilities.count == records.count else {
      throw json.problem("\"records\", \"clicks\" and \"probabilities\" differ in length")
    }
  }
}
