import Basics
import Evaluation

/// What must hold between the parts of a spec. Every message names the place in the file.
extension Spec {
  /// Refuses whatever cannot be measured or shown as asked.
  package func check(_ json: JSON) throws(Problem) {
    if systems.isEmpty, tables.isEmpty, claims.isEmpty {
      throw json.problem(
        "there is nothing to measure and nothing to audit; expected \"systems\", or \"tables\" or"
          + " \"claims\" as the paper has them")
    }
    var problems = Problems()
    for (index, seed) in seeds.enumerated() where seeds[..<index].contains(seed) {
      problems.add(json.at("seeds", index).problem("the seed \(seed) is given twice"))
    }
    for (index, system) in systems.enumerated() {
      let place = json.at("systems", index)
      if systems[..<index].contains(where: { $0.label == system.label }) {
        problems.add(place.at("label").problem("the label \"\(system.label)\" is given twice"))
      }
      problems.attempt { () throws(Problem) in try check(system, place, json) }
    }
    problems.attempt { () throws(Problem) in try checkPipeline(json) }
    var names: [String] = []
    for (index, table) in tables.enumerated() {
      let place = json.at("tables", index)
      problems.attempt { () throws(Problem) in
        try checkName(table.name, among: &names, TableSpec.suffixes, place)
      }
      problems.attempt { () throws(Problem) in
        if !systems.isEmpty { try checkMeasured(table.columns, place.at("columns")) }
        try checkShown(table.systems, place)
        try checkPublished(table, place)
        try checkSignificance(of: table, place)
      }
    }
    for (index, figure) in figures.enumerated() {
      let place = json.at("figures", index)
      problems.attempt { () throws(Problem) in
        try checkName(figure.name, among: &names, FigureSpec.suffixes, place)
        try check(figure, place)
      }
    }
    for (index, claim) in claims.enumerated() {
      problems.attempt { () throws(Problem) in try check(claim, json.at("claims", index)) }
    }
    try problems.check()
  }

  /// Without systems the labels are the paper's own.
  func isRow(_ label: String) -> Bool { systems.isEmpty || system(label) != nil }

  /// Shown systems are known.
  func checkShown(_ labels: [String], _ place: JSON) throws(Problem) {
    for (index, label) in labels.enumerated() {
      let place = place.at("systems", index)
      guard isRow(label) else { throw place.problem(unknown(label)) }
      if labels[..<index].contains(label) {
        throw place.problem("the label \"\(label)\" is given twice")
      }
    }
  }

  func checkMeasured(_ metrics: [Metric], _ place: JSON) throws(Problem) {
    for (index, metric) in metrics.enumerated() {
      try checkMeasured(metric, place.at(index))
    }
  }

  func checkMeasured(_ metric: Metric, _ place: JSON) throws(Problem) {
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
    _ name: String, among names: inout [String], _ suffixes: [String], _ place: JSON
  ) throws(Problem) {
    let place = place.at("name")
    if let fault = FileName.fault(of: name, suffixes: suffixes) { throw place.problem(fault) }
    if let other = names.first(where: { FileName.areAlike($0, name) }) {
      throw place.problem(
        other == name
          ? "the name \"\(name)\" is given twice"
          : "the name \"\(name)\" is given twice, also as \"\(other)\": some file systems take both for one"
      )
    }
    let small = name.lowercased()
    let others = ["cost", "curves", "folds", "manifest", "observations", "split", "verdicts"]
    let isOfPipeline = !pipeline.isEmpty && small.hasPrefix("\(PipelineFacts.fileName)-")
    if isOfPipeline || others.contains(small) || small.hasPrefix("search")
      || small.hasSuffix("-significance")
    {
      throw place.problem("\"\(name)\" names another file of the results")
    }
    names.append(name)
  }

  func unknown(_ label: String) -> String {
    "unknown system \"\(label)\"" + suggestion(for: label, among: systems.map(\.label))
  }
}
