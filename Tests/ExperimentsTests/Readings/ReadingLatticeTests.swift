import Basics
import Datasets
import Evaluation
import Results
import TestSupport
import Testing

@testable import Experiments
@testable import Results

/// Readings are found again from tables that were computed under them, among all readings of
/// MovieLens-100K, random splits too: `Tests/Golden/readings.py` has measured them.
@Suite struct ReadingLatticeTests {
  private struct Lattice {
    let columns: [Metric]
    let definitions: Definitions
    let search: ReadingSearch
    /// [readings][systems], each by the metrics of the definitions.
    let tables: [[[Double?]]]

    init() throws {
      let path = Golden.path("readings.json.gz")
      let golden = try JSON.parse(TextFile.read(path), file: path)
      func texts(_ key: String) throws -> [String] {
        try golden.member(key).asArray().map { try $0.asString() }
      }
      columns = try texts("columns").map { try Metric($0) }
      definitions = Definitions(of: columns)
      let names = try texts("metrics")
      let places = definitions.metrics.map { names.firstIndex(of: $0.name) }
      func values(_ key: String) throws -> [[[Double?]]] {
        try golden.member(key).asArray().map { reading in
          try reading.asArray().map { system in
            let numbers = try system.asArray()
            return try places.map { place in
              guard let place, !numbers[place].isNull else { return nil }
              return try numbers[place].asNumber()
            }
          }
        }
      }
      let (means, deviations) = (try values("means"), try values("deviations"))
      let choices = DataReading.all(
        of: try DataSettings(decoding: ["dataset": "ml-100k", "split": ["test": 0.2]]),
        ratings: 1...5
      ).map(\.choices)
      let readings = try texts("readings").enumerated().map { place, text in
        MeasuredReading(
          try #require(choices.first { $0.text == text }, "\(text)"),
          values: zip(means[place], deviations[place]).map { means, deviations in
            zip(means, deviations).map { mean, sd in
              mean.flatMap { ReadingLatticeTests.spread($0, sd) }
            }
          })
      }
      search = ReadingSearch(columns, definitions, readings)
      tables = try values("tables")
    }

    /// The rows of a table under a reading, of these metrics.
    func rows(_ place: Int, _ metrics: [Metric]) -> [PrintedRow] {
      tables[place].map { values in
        metrics.map { metric in
          value(metric, in: values).map { PrintedNumber($0, decimals: 4) }
        }
      }
    }

    func value<Value>(_ metric: Metric, in values: [Value?]) -> Value? {
      definitions.metrics.firstIndex(of: metric).flatMap { values[$0] }
    }
  }

  /// A spread of this mean and deviation.
  private static func spread(_ mean: Double, _ sd: Double?) -> Spread? {
    let half = (sd ?? 0) / 2.0.squareRoot()
    return Spread(sd == nil ? [mean] : [mean - half, mean + half])
  }

  /// Averaging and ideal list of a table's columns.
  private func metrics(_ averaging: String, _ ideal: String, _ columns: [Metric]) throws -> [Metric]
  {
    try columns.map { column in
      let ideal = ideal.isEmpty || !column.name.hasPrefix("ndcg") ? [] : ["ideal=\(ideal)"]
      let settings = ideal + (averaging.isEmpty ? [] : ["averaging=\(averaging)"])
      return try Metric(
        settings.isEmpty ? column.name : "\(column.name)(\(settings.joined(separator: ",")))")
    }
  }

  /// What a reading says of split, positives, averaging and ideal list.
  private func essence(_ choices: [ReadingChoice]) -> Set<String> {
    Set(
      choices.filter { ["split", "positives", "averaging", "ndcg ideal"].contains($0.axis) }
        .map(\.text))
  }

  /// Of two hundred tables at least nine in ten give back split, positives, averaging and ideal
  /// list, or a reading that no column tells apart: by less than two programs of one definition
  /// differ.
  @Test func readingsAreRecovered() throws {
    let lattice = try Lattice()
    var random = Random(seed: 1, stream: "tables")
    var lost: [String] = []
    for _ in 0..<200 {
      // What distances and prices were set by had the other half.
      let place = 2 * random.below(lattice.tables.count / 2) + 1
      let averaging = ["", "micro", "all-users"][random.below(3)]
      let ideal = ["", "uncut", "full", "list"][random.below(4)]
      let metrics = try metrics(averaging, ideal, lattice.columns)
      let found = try #require(lattice.search.nearest(to: lattice.rows(place, metrics)))
      let truth = lattice.search.readings[place]
      let isSame = zip(found.rows, truth.values).allSatisfy { row, values in
        zip(row, metrics).allSatisfy { cell, metric in
          guard let found = cell?.measured, let expected = lattice.value(metric, in: values) else {
            return false
          }
          return abs(found.mean - expected.mean) <= ReadingDistance.blur * expected.mean + 1e-4
        }
      }
      var wanted = essence(truth.choices)
      if !averaging.isEmpty { wanted.insert("averaging \(averaging)") }
      if !ideal.isEmpty { wanted.insert("ndcg ideal \(ideal)") }
      if !isSame, essence(found.choices) != wanted {
        lost.append("\(truth.choices.text) \(averaging) \(ideal), found \(found.choices.text)")
      }
    }
    #expect(lost.count <= 20, "\(lost.count): \(lost.joined(separator: "\n"))")
  }
}
