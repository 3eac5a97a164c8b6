import Basics
import Datasets
import Results

extension [PipelineFacts] {
  /// The files of a spec's pipeline, step after step, of these seeds.
  func reports(_ spec: Spec, _ seeds: [Int]) throws(Problem) -> [StepReport] {
    var parts: [(name: String, parts: [StepReport.Part])] = []
    for facts in self {
      let data = count > 1 ? "\(try DataSettings(decoding: facts.settings))" : ""
      for seed in seeds {
        for table in facts.found.first(where: { $0.seed == seed })?.tables ?? [] {
          let part = StepReport.Part(seed: seed, data: data, table: table)
          if let place = parts.firstIndex(where: { $0.name == table.name }) {
            parts[place].parts.append(part)
          } else {
            parts.append((table.name, [part]))
          }
        }
      }
    }
    return parts.map {
      StepReport(
        title: spec.title, name: "\(PipelineFacts.fileName)-\($0.name)", parts: $0.parts)
    }
  }

  /// What became of the features that the systems of a table are told, in the data that these learn
  /// from, a line each.
  func notes(
    on table: TableSpec, of spec: Spec, _ seeds: [Int]
  ) throws(Problem) -> [String] {
    var lines: [(text: String, seeds: [Int])] = []
    for facts in self {
      let told = try spec.features(of: facts, toldTo: spec.systems(of: table))
      for seed in seeds {
        guard let found = facts.found.first(where: { $0.seed == seed }) else { continue }
        for text in found.summaries where told.contains(where: { text.hasPrefix("\($0): ") }) {
          if let place = lines.firstIndex(where: { $0.text == text }) {
            if !lines[place].seeds.contains(seed) { lines[place].seeds.append(seed) }
          } else {
            lines.append((text, [seed]))
          }
        }
      }
    }
    return lines.map { line in
      let seeds = line.seeds.map(String.init).joined(separator: ", ")
      return "\(line.text) (seed\(line.seeds.count == 1 ? "" : "s") \(seeds))"
    }
  }
}

extension Spec {
  /// The features of a pipeline that those of the systems ask for which learn from its data.
  fileprivate func features(
    of facts: PipelineFacts, toldTo systems: [SystemSpec]
  ) throws(Problem) -> Set<String> {
    var told: Set<String> = []
    for system in systems
    where try data(of: system).byFold.contains(where: { $0.encoded() == facts.settings }) {
      for configuration in try system.configurations() {
        told.formUnion(system.recommender.userFeatures(in: configuration.settings))
      }
    }
    return told.intersection(pipeline.features)
  }
}
