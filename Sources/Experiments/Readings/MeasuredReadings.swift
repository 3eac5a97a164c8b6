import Basics
import Datasets
import Evaluation
import Foundation
import Logging
import Results

/// What was measured under every reading of the data, of the rows' own systems and of those that
/// stand in for systems that train.
struct MeasuredReadings: Sendable {
  private let bench: ReadingBench
  private let options: Runner.Options
  private let logger: Logger
  private var datasets = LoadedDatasets()
  private var known: [Known] = []

  private struct Known: Sendable {
    let data: DataSettings
    let choices: [ReadingChoice]
    let measured: [ReadingBench.Measured]
  }

  init(_ bench: ReadingBench, options: Runner.Options, logger: Logger) {
    (self.bench, self.options, self.logger) = (bench, options, logger)
  }

  /// Measures systems, and the stand-ins, under all readings of these data, unless that is done;
  /// those with few freedoms first.
  ///
  /// - Parameter notes: gets a line for what the data cannot give, and for what the time did not
  ///   suffice for.
  mutating func measure(
    _ systems: [QuickSystem], _ data: DataSettings, before end: ContinuousClock.Instant?,
    _ notes: inout [String]
  ) async throws {
    guard !known.contains(where: { $0.data == data }) else { return }
    let standIns = try QuickSystem.standIns().filter { other in
      !systems.contains { $0.isSame(as: other) }
    }
    let systems = systems + standIns
    let stated = try await datasets.dataset(of: data, options) { _ in }
    let ratings = stated.events.lazy.compactMap(\.rating)
    let range = ratings.min().flatMap { least in ratings.max().map { least...$0 } }
    let readings = DataReading.all(of: data, ratings: range)
    var refused: [String: Int] = [:]
    logger.notice("\(readings.count) readings of the data, \(systems.count) systems")
    var next = 0
    while next < readings.count, end.map({ ContinuousClock.now < $0 }) ?? true {
      // So many at a time as there are cores.
      let batch = readings[next..<min(next + max(1, options.jobs), readings.count)]
      next = batch.endIndex
      var loaded: [(DataReading, [(DataSettings, Dataset)])] = []
      for reading in batch {
        do {
          var folds: [(DataSettings, Dataset)] = []
          for settings in reading.settings {
            folds.append((settings, try await datasets.dataset(of: settings, options) { _ in }))
          }
          loaded.append((reading, folds))
        } catch {
          refused["\(error)", default: 0] += 1
        }
      }
      let outcomes = await withTaskGroup(of: (Int, Result<[ReadingBench.Measured], any Error>).self)
      {
        [bench] group in
        for (place, (_, folds)) in loaded.enumerated() {
          group.addTask { (place, Result { try bench.measure(systems, folds) }) }
        }
        return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
      }
      for (place, (reading, _)) in loaded.enumerated() {
        switch outcomes[place] {
        case .success(let measured):
          known.append(Known(data: data, choices: reading.choices, measured: measured))
        case .failure(let error): refused["\(error)", default: 0] += 1
        case nil: break
        }
      }
    }
    for (reason, count) in refused.sorted(by: { $0.key < $1.key }) {
      notes.append("\(count) readings of the data cannot be measured: \(reason)")
    }
    if next < readings.count {
      notes.append(
        "\(readings.count - next) of \(readings.count) readings of the data were not measured for"
          + " want of time")
    }
  }

  /// All that was measured, system by system.
  var values: [ReadingValues.Row] {
    known.flatMap { known in
      known.measured.map {
        ReadingValues.Row($0.system, known.choices + $0.ranking, $0.values)
      }
    }
  }

  /// What a row is compared with: its own system's readings and what stands in for it.
  func readings(of row: PublishedSystem, frozen: [MeasuredReading]) -> [MeasuredReading] {
    var readings = frozen
    for known in known where known.data == row.data {
      let names = Set(known.measured.map(\.system))
      for measured in known.measured {
        let isOwn = measured.system == row.label
        let other = ReadingChoice("system", measured.system, among: names.count)
        readings.append(
          MeasuredReading(
            (isOwn ? [] : [other]) + known.choices + measured.ranking, values: [measured.values]))
      }
    }
    return readings
  }

  /// What several rows of the same data are compared with together: their own systems alone.
  func joint(_ rows: [PublishedSystem]) -> [MeasuredReading] {
    known.filter { $0.data == rows.first?.data }.flatMap { known in
      bench.rankings.map { ranking in
        MeasuredReading(
          known.choices + ranking.choices,
          values: rows.map { row in
            known.measured.first { $0.system == row.label && $0.ranking == ranking.choices }?
              .values ?? []
          })
      }
    }
  }
}
