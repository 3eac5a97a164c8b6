import Basics
import Datasets
import Evaluation

/// What a system of a spec needs of the rest of it.
extension Spec {
  /// Refuses a system that could not be trained, chosen or measured as asked; `place` is its own,
  /// `json` the spec.
  func check(_ system: SystemSpec, _ place: JSON, _ json: JSON) throws(Problem) {
    let data = try data(of: system)
    try checkTask(system, data, place, json)
    try checkReading(system, place)
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
    guard let stopping = training.earlyStopping, system.recommender.learnsByEpochs else {
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

  /// Another reading is of a row for which a table prints metrics, and is no such row.
  private func checkReading(_ system: SystemSpec, _ place: JSON) throws(Problem) {
    guard let row = system.readingOf else { return }
    let printed = tables.flatMap(\.published).map(\.system)
    let place = place["readingOf"] ?? place
    guard printed.contains(row), self.system(row) != nil else {
      let rows = systems.map(\.label).filter(printed.contains)
      throw place.problem(
        "\"\(row)\" is no system for which a table prints metrics"
          + suggestion(for: row, among: rows))
    }
    if printed.contains(system.label) {
      throw place.problem(
        "\"\(system.label)\" has printed numbers of its own, and so is no reading of another row")
    }
  }

  /// A system learns what the data are for, and every metric measures that.
  private func checkTask(
    _ system: SystemSpec, _ data: DataSettings, _ place: JSON, _ json: JSON
  ) throws(Problem) {
    let recommender = system.recommender
    try TaskList.rule(of: recommender.task).check(system, data, of: self, place, json)
    for (index, metric) in metrics.enumerated() where metric.task != recommender.task {
      throw json.at("metrics", index).problem(
        "\"\(metric)\" measures \(metric.task.measured), and \(recommender.name)"
          + " \(recommender.task.does)")
    }
    for (index, metric) in metrics.enumerated() where metric.needsUsers && !data.hasUsers {
      throw json.at("metrics", index).problem(
        "\"\(metric)\" needs to know whose each record is, which \"\(data.dataset)\" does not tell; expected "
          + (data.howUsersAreTold.map { "\($0), or " } ?? "")
          + "\"roc-auc\", which is the same over all records")
    }
  }

  /// What is looked at before the last epoch is measured there.
  func checkCurve(
    of system: SystemSpec, _ metric: String, _ position: JSON.Position?
  ) throws(Problem) {
    let curve = try training(of: system).curveMetrics.map(\.name)
    guard system.recommender.learnsByEpochs, !curve.isEmpty, !curve.contains(metric) else {
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
}
