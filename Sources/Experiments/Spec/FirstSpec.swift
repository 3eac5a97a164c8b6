import Basics
import Datasets
import Evaluation
import Recommenders

/// A first spec of a paper's table, to be filled in with what the paper prints.
package struct FirstSpec: Sendable {
  package var title = "My paper, Table 1"
  package var document = "authors, title, year"
  package var artifact = "Table 1"
  package var dataset = "ml-100k"
  /// The names of recommenders; each makes a row of its own name.
  package var systems = ["item-pop", "item-knn", "mf-bpr"]
  package var metrics = ["precision@5", "ndcg@5"]

  package init() {}

  /// The text of the file.
  ///
  /// - Throws: `Problem.usage` for a data set, recommender or metric that there is not, and for
  ///   recommenders that predict clicks or cannot do without settings, which need more than this
  ///   says.
  package func text() throws(Problem) -> String {
    var rows: [JSON] = []
    for name in systems {
      let type = try RecommenderList.named(name)
      guard type.task == .ranking else {
        throw .usage(
          "\(name) \(type.task.does): such a spec names a label and columns as well; see the guide")
      }
      do throws(Problem) {
        _ = try type.complete([:])
      } catch {
        throw .usage("\(name) needs settings, which a first spec does not say: \(error.message)")
      }
      rows.append(["label": .string(name), "recommender": .string(name)])
    }
    let names = try metrics.map { name throws(Problem) in try Metric(name).name }
    let known = DatasetList.all.map(\.name)
    guard known.contains(dataset) else {
      throw .usage(
        "--dataset \(dataset): unknown data set" + suggestion(for: dataset, among: known))
    }
    let spec: JSON = [
      "$schema": "../schema.json",
      "title": .string(title),
      "source": ["document": .string(document), "artifact": .string(artifact)],
      "assumptions": ["what the paper leaves open, a line each"],
      "data": [
        "dataset": .string(dataset),
        "split": ["method": "random", "test": 0.2, "order": "canonical"],
      ],
      "seeds": [1, 2, 3],
      "metrics": .array(names.map(JSON.string)),
      "ties": "expected",
      "training": ["epochs": 20, "evaluateEvery": 5],
      "systems": .array(rows),
      "tables": [
        [
          "name": "table", "columns": .array(names.map(JSON.string)),
          "published": .object(systems.map { ($0, [:]) }),
        ]
      ],
      "figures": [["name": "figure", "x": "epoch", "y": [.string(names.first ?? "precision@5")]]],
      "claims": [],
      "profiles": ["quick": ["seeds": [1], "training": ["epochLimit": 2]]],
    ]
    return spec.prettyText
  }
}
