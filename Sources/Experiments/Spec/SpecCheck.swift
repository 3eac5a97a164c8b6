import Datasets
import Evaluation
import Results
import Schema

/// What must hold between the parts of a spec. Every message names the place in the file.
extension Spec {
  /// Refuses whatever cannot be measured or shown as asked.
  public func check(_ json: JSON) throws(Problem) {
    if systems.isEmpty, tables.isEmpty, claims.isEmpty {
      throw json.problem(
        "there is nothing to measure and nothing to audit; expected \"systems\", or \"tables\" or"
          + " \"claims\" as the paper has them")
    }
    for (index, seed) in seeds.enumerated() where seeds[..<index].contains(seed) {
      throw json.at("seeds", index).problem("the seed \(seed) is given twice")
    }
    for (index, system) in systems.enumerated() {
      let place = json.at("systems", index)
      if systems[..<index].contains(where: { $0.label == system.label }) {
        throw place.at("label").problem("the label \"\(system.label)\" is given twice")
      }
      try check(system, place, json)
    }
    var names: [String] = []
    for (index, table) in tables.enumerated() {
      let place = json.at("tables", index)
      try checkName(table.name, among: &names, place)
      if !systems.isEmpty { try checkMeasured(table.columns, place.at("columns")) }
      try checkShown(table.systems, place)
      try checkPublished(table, place)
      try checkSignificance(of: table, place)
    }
    for (index, figure) in figures.enumerated() {
      let place = json.at("figures", index)
      try checkName(figure.name, among: &names, place)
      if !systems.isEmpty { try checkMeasured(figure.y, place.at("y")) }
      if let metric = figure.metric { try checkMeasured(metric, place.at("metric")) }
      try checkShown(figure.systems, place)
      try figure.checkSetting(of: systems(of: figure), place)
      guard figure.x == .epoch else { continue }
      for system in systems(of: figure) {
        for (index, metric) in figure.y.enumerated() {
          try checkCurve(of: system, metric.name, place.at("y", index).position)
        }
      }
    }
    for (index, claim) in claims.enumerated() { try check(claim, json.at("claims", index)) }
  }

  private func check(_ system: SystemSpec, _ place: JSON, _ json: JSON) throws(Problem) {
    let data = try data(of: system)
    try checkTask(system, data, place, json)
    let training = try training(of: system)
    let curve = place["training"]?["curveMetrics"] ?? json.at("training").at("curveMetrics")
    try checkMeasured(training.curveMetrics, curve)
    let selection = try selection(of: system)
    if let selection {
      let written = place["selection"]?["metric"] ?? json.at("selection").at("metric")
      try checkMeasured(selection.metric, written)
      try checkCurve(of: system, selection.metric.name, written.position)
      // The record of the chosen epoch is made of the curve.
      if selection.part == .test {
        for metric in metrics { try checkCurve(of: system, metric.name, curve.position) }
      }
      try checkChoosing(selection.metric, written)
      if selection.part == .validation, !data.hasValidation {
        throw written.problem(
          "the selection is made on validation data, but the split has no validation part;"
            + " expected a \"validation\" share above 0 in data.split")
      }
    }
    try check(system.search, training, selection, place)
    let points = try system.configurations().count
    if points > 1, selection == nil {
      throw place.at("grid").problem(
        "\"\(system.label)\" has a grid of \(points) and nothing chooses among them;"
          + " expected a \"selection\"")
    }
    guard let stopping = training.earlyStopping, system.recommender.learning == .epochs else {
      return
    }
    let own = place["training"]?["earlyStopping"]
    let written = own ?? json.at("training").at("earlyStopping")
    try checkMeasured(stopping.metric, written.at("metric"))
    try checkCurve(of: system, stopping.metric.name, written.at("metric").position)
    try checkChoosing(stopping.metric, written.at("metric"))
    guard selection?.part == .validation else {
      let place = own ?? place
      throw place.problem(
        "earlyStopping needs a selection on validation data, which \"\(system.label)\" has not;"
          + " expected one, or \"training\": {\"earlyStopping\": null}")
    }
  }

  /// A system learns what the data are for, and every metric measures that.
  private func checkTask(
    _ system: SystemSpec, _ data: DataSettings, _ place: JSON, _ json: JSON
  ) throws(Problem) {
    guard system.recommender.task == data.task else {
      throw place.at("recommender").problem(
        data.task == .ranking
          ? "\(system.recommender.name) predicts clicks; expected \"clicks\" in the data, with their"
            + " label and fields"
          : "\(system.recommender.name) ranks items, and the data are records with \"clicks\"")
    }
    for (index, metric) in metrics.enumerated() where metric.task != data.task {
      throw json.at("metrics", index).problem(
        "\"\(metric)\" measures \(metric.task == .clicks ? "predicted clicks" : "rankings"), and"
          + " \(system.recommender.name) "
          + (data.task == .clicks ? "predicts clicks" : "ranks items"))
    }
  }

  /// What is looked at before the last epoch is measured there.
  func checkCurve(
    of system: SystemSpec, _ metric: String, _ position: JSON.Position?
  ) throws(Problem) {
    let curve = try training(of: system).curveMetrics.map(\.name)
    guard system.recommender.learning == .epochs, !curve.isEmpty, !curve.contains(metric) else {
      return
    }
    throw problem(
      position,
      "\"\(metric)\" is measured after the last epoch alone; \"\(system.label)\" has to have it among its"
        + " \"curveMetrics\"")
  }

  /// What was learned from chooses nothing.
  private func checkChoosing(_ metric: Metric, _ place: JSON) throws(Problem) {
    guard metric.isOfTraining else { return }
    throw place.problem(
      "\"\(metric)\" is measured on the records learned from; expected a metric of held-out ones")
  }

  /// A search chooses by validation data alone, and rungs are epochs that are measured.
  private func check(
    _ search: SearchSettings, _ training: TrainingSettings, _ selection: SelectionSettings?,
    _ place: JSON
  ) throws(Problem) {
    guard search.method != .grid else { return }
    guard selection?.part == .validation else {
      throw place.at("search").problem(
        "a \(search.method.rawValue) search needs a selection on validation data")
    }
    let rungs = place.at("search").at("rungs")
    if !search.rungs.isEmpty, !training.curveMetrics.isEmpty {
      throw rungs.problem(
        "trials go on from rungs, the last epochs of shorter ones, where all metrics are measured; expected no"
          + " \"curveMetrics\"")
    }
    for (index, rung) in search.rungs.enumerated() {
      if rung >= training.epochs {
        throw rungs.at(index).problem("rungs lie below the \(training.epochs) epochs of training")
      }
      if rung % training.evaluateEvery != 0 {
        throw rungs.at(index).problem(
          "\(rung) is no multiple of evaluateEvery, \(training.evaluateEvery), so nothing is measured there"
        )
      }
    }
  }

  private func checkPublished(_ table: TableSpec, _ place: JSON) throws(Problem) {
    for row in try place["published"]?.asObject() ?? [] {
      guard isRow(row.key) else { throw row.problem(unknown(row.key)) }
      for cell in try row.value.asObject() {
        let metric = try Metric(decoding: JSON(.string(cell.key), at: cell.keyPosition))
        guard !table.columns.contains(metric) else { continue }
        throw cell.problem(
          "the table has no such column"
            + suggestion(for: metric.name, among: table.columns.map(\.name)))
      }
    }
    try checkMeasuredQuantities(table, place)
    let datasets = table.datasets.map(\.row)
    guard table.rows == .system || !datasets.isEmpty else { return }
    for (index, quantity) in table.quantities.enumerated() {
      let published = place.at("quantities", index).at("published")
      for label in quantity.published.map(\.row) {
        if let measured = quantity.measured {
          let rows = measured.systems.map(\.label)
          guard !rows.contains(label) else { continue }
          throw published.at(label).problem(
            "\"\(label)\" is no row of this table" + suggestion(for: label, among: rows))
        }
        if table.rows == .system, !isRow(label) {
          throw published.at(label).problem(unknown(label))
        }
        if table.rows == .dataset, !datasets.contains(label) {
          throw published.at(label).problem(
            "\"\(label)\" is not among the table's \"datasets\""
              + suggestion(for: label, among: datasets))
        }
      }
    }
  }

  /// What stands beside the paper's own columns is measured here.
  private func checkMeasuredQuantities(_ table: TableSpec, _ place: JSON) throws(Problem) {
    for (index, quantity) in table.quantities.enumerated() {
      guard let measured = quantity.measured else { continue }
      let place = place.at("quantities", index).at("measured")
      if let metric = measured.metric { try checkMeasured(metric, place.at("metric")) }
      for row in measured.systems {
        guard system(row.system) != nil else {
          throw row.position?.problem(unknown(row.system)) ?? place.problem(unknown(row.system))
        }
        guard measured.take != .reported, let metric = measured.metric else { continue }
        try checkBest(
          Quantity(
            row.system, metric.name, measured.take, at: row.position, place.at("metric").position))
      }
    }
  }

  /// Without systems the labels are the paper's own.
  private func isRow(_ label: String) -> Bool { systems.isEmpty || system(label) != nil }

  /// Shown systems are known.
  private func checkShown(_ labels: [String], _ place: JSON) throws(Problem) {
    for (index, label) in labels.enumerated() {
      let place = place.at("systems", index)
      guard isRow(label) else { throw place.problem(unknown(label)) }
      if labels[..<index].contains(label) {
        throw place.problem("the label \"\(label)\" is given twice")
      }
    }
  }

  private func checkMeasured(_ metrics: [Metric], _ place: JSON) throws(Problem) {
    for (index, metric) in metrics.enumerated() {
      try checkMeasured(metric, place.at(index))
    }
  }

  private func checkMeasured(_ metric: Metric, _ place: JSON) throws(Problem) {
    guard !metrics.contains(metric) else { return }
    throw place.problem(
      "\"\(metric)\" is not among the metrics of this spec"
        + suggestion(for: metric.name, among: metrics.map(\.name)))
  }

  /// Those that the figure shows, in its order.
  func systems(of figure: FigureSpec) -> [SystemSpec] {
    figure.systems.isEmpty ? systems : figure.systems.compactMap(system)
  }

  /// Names become file names, and must not be those of the other files of the results.
  private func checkName(
    _ name: String, among names: inout [String], _ place: JSON
  ) throws(Problem) {
    let place = place.at("name")
    guard FileName.isPlain(name) else {
      throw place.problem("\"\(name)\" cannot name a file; expected \(FileName.expected)")
    }
    guard !names.contains(name) else {
      throw place.problem("the name \"\(name)\" is given twice")
    }
    let others = ["cost", "curves", "manifest", "observations", "verdicts"]
    if others.contains(name) || name.hasPrefix("search") || name.hasSuffix("-significance") {
      throw place.problem("\"\(name)\" names another file of the results")
    }
    names.append(name)
  }

  private func unknown(_ label: String) -> String {
    "unknown system \"\(label)\"" + suggestion(for: label, among: systems.map(\.label))
  }
}

extension JSON {
  /// The member of that name, or this value where there is none: a place for a message.
  fileprivate func at(_ key: String) -> JSON { self[key] ?? self }

  /// The element of that index, or this value where there is none.
  fileprivate func at(_ index: Int) -> JSON {
    guard case .array(let elements) = value, elements.indices.contains(index) else { return self }
    return elements[index]
  }

  fileprivate func at(_ key: String, _ index: Int) -> JSON { at(key).at(index) }
}
