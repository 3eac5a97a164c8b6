import Basics

@testable import Results

/// A small paper and our numbers, to judge claims by. All are made by hand.
struct ClaimScene {
  /// Ours by system and metric, a value a seed.
  var ours: [String: [String: [Double]]] = [:]
  /// Learning curves by system, of the metric `p`: a list of values a seed, at epochs 0, 100, ….
  var curves: [String: [[Double]]] = [:]

  /// UR-GAN's Table 4 at 5, the first two rows and the last two.
  static let published = """
    {"ItemPop": {"P": 0.2272, "G": 0.1811}, "CFGAN-I": {"P": 0.4971, "R": 0.2946, "M": 0.6974},
     "UR-GAN": {"P": 0.5345, "G": 0.3347, "R": 0.2913, "M": 0.7784}}
    """

  /// The numbers of a JSON object of rows of columns, as printed.
  static func numbers(_ text: String = published, table: String = "t") throws -> PublishedNumbers {
    var cells: [PublishedNumbers.Cell] = []
    for row in try JSON.parse(text, file: "t").asObject() {
      for cell in try row.value.asObject() {
        cells.append(
          .init(
            table: table, row: row.key, column: cell.key,
            number: try PrintedNumber(decoding: cell.value)))
      }
    }
    return PublishedNumbers(cells)
  }

  var measured: MeasuredNumbers {
    var records: [TrialRecord] = []
    for (system, metrics) in ours.sorted(by: { $0.key < $1.key }) {
      for seed in 0..<(metrics.values.map(\.count).max() ?? 0) {
        var values: [String: Double] = [:]
        for (metric, all) in metrics where seed < all.count { values[metric] = all[seed] }
        records.append(record(system, seed: seed + 1, values))
      }
    }
    var curve = Curve()
    for (system, seeds) in curves.sorted(by: { $0.key < $1.key }) {
      for (seed, values) in seeds.enumerated() {
        for (step, value) in values.enumerated() {
          curve.append(
            .init(system: system, seed: seed + 1, epoch: 100 * step, metric: "p", value: value))
        }
      }
    }
    return MeasuredNumbers(records: records, curves: curve)
  }

  /// The claim of these members, judged on the paper's Table 4 and on this scene.
  func judge(
    _ members: String, quote: String = "so it is", published: String = published
  ) throws -> JudgedClaim {
    try claim(members, quote: quote).judged(
      published: ClaimScene.numbers(published), measured: measured)
  }
}

/// The claim with a quote and these members.
func claim(_ members: String, quote: String = "so it is") throws -> Claim {
  try Claim(decoding: JSON.parse(#"{"quote": "\#(quote)", \#(members)}"#, file: "c.json"))
}
