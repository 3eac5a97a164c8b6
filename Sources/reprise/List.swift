import ArgumentParser
import Basics
import Datasets
import Evaluation
import Experiments
import Recommenders

/// Prints what a spec may name, with settings, units, defaults and sources.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Print what a spec may name.")

  enum Subject: String, CaseIterable, ExpressibleByArgument {
    case models, metrics, datasets
  }

  @Argument(help: "What to list.")
  var subject: Subject

  func run() {
    switch subject {
    case .models: for model in RecommenderList.all { show(model) }
    case .metrics:
      for metric in MetricList.all {
        print("\(metric.name)\n  \(metric.summary)")
        show(metric.fieldDescriptions)
      }
    case .datasets:
      for dataset in DatasetList.all {
        print("\(dataset.name)\n  \(dataset.title)\n  source: \(dataset.source)")
      }
    }
  }

  private func show(_ model: RecommenderType) {
    let fitted = !model.learnsByEpochs ? " (fitted once, no epochs)" : ""
    print("\(model.name)\n  \(model.summary)\(fitted)\n  source: \(model.source)")
    show(model.fields)
  }

  private func show(_ fields: [FieldDescription]) {
    for field in fields {
      let standard = field.standard.map { ", default \($0.canonicalText)" } ?? ", required"
      print("  - \(field.name): \(field.summary) [\(field.kind)\(standard)]")
    }
  }
}
