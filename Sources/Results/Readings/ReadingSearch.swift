import Evaluation
import Foundation

/// Finds the reading of a paper under which measured rows come nearest to the printed ones.
///
/// A reading is what was measured (data, split, ties), the definitions of the columns and their
/// order. What it costs is its freedoms' price and, column by column, how far the printed numbers
/// lie from the measured ones, see ``ReadingDistance``; the nearest one costs least.
package struct ReadingSearch: Sendable {
  package let columns: [Metric]
  package let definitions: Definitions
  let readings: [MeasuredReading]
  private var orders: [ColumnOrder]

  /// A search among what was measured.
  ///
  /// - Parameter columns: the table's, as their metrics are stated.
  package init(_ columns: [Metric], _ definitions: Definitions, _ readings: [MeasuredReading]) {
    (self.columns, self.definitions, self.readings) = (columns, definitions, readings)
    orders = ColumnOrder.all(of: columns)
  }

  /// How many joint readings there are.
  package var count: Int {
    let definitions = definitions.alternatives.reduce(0) { sum, alternative in
      sum + alternative.groups.reduce(1) { $0 * $1.options.count }
    }
    return readings.count * orders.count * definitions
  }

  /// The nearest joint reading of these rows; nil where nothing was measured of them.
  package func nearest(to rows: [PrintedRow]) -> ReadingMatch? {
    let printed = rows.map { $0.map { $0.map(ReadingDistance.init) } }
    var best: Joint?
    let all = readings.compactMap { reading in
      costs(of: printed, reading).map { (reading: reading, costs: $0, least: least($0, reading)) }
    }
    // No reading costs less than its freedoms and the nearest definition of each column.
    let order = all.indices.sorted { (all[$0].least, $0) < (all[$1].least, $1) }
    for place in order {
      let (reading, costs, least) = all[place]
      guard least < best?.cost ?? .infinity else { break }
      for alternative in definitions.alternatives {
        for order in orders {
          guard let joint = joint(reading, alternative, order, costs, below: best?.cost) else {
            continue
          }
          best = joint
        }
      }
    }
    return best.map { match($0, printed) }
  }

  private func least(_ costs: [Double], _ reading: MeasuredReading) -> Double {
    let metrics = definitions.metrics.count
    return columns.indices.reduce(reading.choices.price) { sum, place in
      sum + (costs[place * metrics..<(place + 1) * metrics].min() ?? 0)
    }
  }

  /// What is stated, however far it lies; nil where it was not measured.
  package func stated(_ rows: [PrintedRow]) -> ReadingMatch? {
    let printed = rows.map { $0.map { $0.map(ReadingDistance.init) } }
    guard let reading = readings.first(where: { $0.choices.isEmpty }),
      let costs = costs(of: printed, reading)
    else { return nil }
    let stated = definitions.alternatives[0].stated
    return joint(reading, stated, orders[0], costs, below: nil).map { match($0, printed) }
  }

  private struct Joint {
    let cost: Double
    let reading: MeasuredReading
    let alternative: Definitions.Alternative
    let order: ColumnOrder
    /// Of each group of columns.
    let options: [Definitions.Option]
  }

  /// What each printed column costs as each metric, all rows together: [columns, metrics]; nil
  /// where a row was not measured.
  private func costs(of printed: [[ReadingDistance?]], _ reading: MeasuredReading) -> [Double]? {
    let metrics = definitions.metrics.count
    var costs = [Double](repeating: 0, count: columns.count * metrics)
    for (row, values) in zip(printed, reading.values) {
      guard values.contains(where: { $0 != nil }) else { return nil }
      for (place, distance) in row.enumerated() {
        guard let distance else { continue }
        for (metric, measured) in values.enumerated() {
          costs[place * metrics + metric] += measured.map(distance.cost) ?? .infinity
        }
      }
    }
    return costs
  }

  /// The best definitions of each heading; nil where they cost more than the limit.
  private func joint(
    _ reading: MeasuredReading, _ alternative: Definitions.Alternative, _ order: ColumnOrder,
    _ costs: [Double], below limit: Double?
  ) -> Joint? {
    let limit = limit ?? .infinity
    var cost = reading.choices.price + alternative.choices.price + order.choices.price
    var options: [Definitions.Option] = []
    for group in alternative.groups {
      var best: (cost: Double, option: Definitions.Option)?
      for option in group.options {
        var own = option.choices.price
        for (column, metric) in zip(group.columns, option.metrics) {
          own += costs[order.headings[column] * definitions.metrics.count + metric]
        }
        if own < best?.cost ?? .infinity { best = (own, option) }
      }
      guard let best else { return nil }
      cost += best.cost
      options.append(best.option)
    }
    guard cost < limit else { return nil }
    return Joint(
      cost: cost, reading: reading, alternative: alternative, order: order, options: options)
  }

  private func match(_ joint: Joint, _ printed: [[ReadingDistance?]]) -> ReadingMatch {
    // By measured column.
    var metrics = [Int](repeating: 0, count: columns.count)
    for (group, option) in zip(joint.alternative.groups, joint.options) {
      for (column, metric) in zip(group.columns, option.metrics) { metrics[column] = metric }
    }
    return ReadingMatch(
      cost: joint.cost,
      choices: joint.reading.choices + joint.alternative.choices
        + joint.options.flatMap(\.choices) + joint.order.choices,
      isOfOneSeed: joint.reading.isOfOneSeed,
      rows: zip(printed, joint.reading.values).map { row, values in
        row.enumerated().map { place, distance in
          let metric = metrics[joint.order.places[place]]
          return distance.map {
            ReadingMatch.Cell($0, definitions.metrics[metric].name, values[metric])
          }
        }
      })
  }
}

extension ReadingSearch {
  /// The reading that is nearest to a column alone, its heading the one that is printed; nil where
  /// nothing was measured of it.
  ///
  /// - Parameter row: the only row of the search.
  package func nearest(to row: PrintedRow, column: Int) -> ReadingMatch? {
    var alone = PrintedRow(repeating: nil, count: row.count)
    alone[column] = row[column]
    return asPrinted.nearest(to: [alone])
  }

  /// The same without exchanged columns.
  private var asPrinted: ReadingSearch {
    var search = self
    search.orders = Array(orders.prefix(1))
    return search
  }
}
