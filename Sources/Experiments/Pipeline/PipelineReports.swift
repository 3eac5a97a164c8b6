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

  /// What became of the features that the systems of a table are told, a line each.
  func notes(
    on table: TableSpec, of spec: Spec, _ seeds: [Int]
  ) throws(Problem) -> [String] {
    var told: [String] = []
    for system in spec.systems(of: table) {
      for configuration in try system.configurations() {
        let names = system.recommender.userFeatures(in: configuration.settings)
        told += names.filter { spec.pipeline.features.contains($0) && !told.contains($0) }
      }
    }
    guard !told.isEmpty else { return [] }
    var lines: [(text: String, seeds: [Int])] = []
    for facts in self {
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
