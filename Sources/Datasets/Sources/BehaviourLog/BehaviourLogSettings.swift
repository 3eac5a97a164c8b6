import Basics

/// The sizes of the simulated log of a shop; without a word those of the DeepFM/NeuMF paper's Table
/// 1.
package struct BehaviourLogSettings: Settings, Equatable {
  /// Users, who all visit once at least where there are records enough; the paper's 20,000.
  package var users = 20_000
  /// Goods; the paper does not say how many.
  package var items = 10_000
  /// Records of what was shown to whom: the paper's 3,000,000.
  package var records = 3_000_000
  /// Large categories: the paper's 25.
  package var categories = 25
  /// Small categories, each part of a large one: the paper's 875.
  package var subcategories = 875
  /// The expected share of records that are purchases: the paper's 200,000 of 3,000,000.
  package var purchaseShare = 200_000.0 / 3_000_000
  /// The expected share of records that are views and nothing more: the paper's 2,200,000 of
  /// 3,000,000.
  package var viewShare = 2_200_000.0 / 3_000_000
  /// The seed of the simulation, which is another than that of the trials.
  package var seed = 1

  /// The paper's sizes.
  package init() {}

  /// The keys of a spec's `simulation`.
  package static let fields: [Field<BehaviourLogSettings>] = [
    .integer("users", \.users, 1...10_000_000, "users"),
    .integer("items", \.items, 1...10_000_000, "goods; the paper does not say how many"),
    .integer("records", \.records, 1...1_000_000_000, "records"),
    .integer("categories", \.categories, 1...10_000, "large categories"),
    .integer("subcategories", \.subcategories, 1...100_000, "small categories, in large ones"),
    .number("purchaseShare", \.purchaseShare, 0.0001...0.9, "expected share of purchases"),
    .number("viewShare", \.viewShare, 0...1, "expected share of views and nothing more"),
    .integer("seed", \.seed, 0...Int.max, "the seed of the simulation"),
  ]

  /// Refuses shares that are more than the whole, and sizes that leave a category empty.
  package func check(_ json: JSON) throws(Problem) {
    if purchaseShare + viewShare > 1 {
      throw (json["viewShare"] ?? json).problem(
        "the shares of purchases and views are \(JSON.text(of: purchaseShare + viewShare)) together;"
          + " expected 1 at most")
    }
    if subcategories < categories || items < subcategories {
      throw json.problem(
        "every category needs a subcategory and every subcategory an item; expected at least"
          + " \(categories) subcategories and \(subcategories) items")
    }
  }
}

extension BehaviourLogSettings: LocalSource {
  package static let dataset = BehaviourLog.name
  package static let key = "simulation"
  package static let summary = "the sizes of the simulation; null: the paper's"
  package static let standard: BehaviourLogSettings? = BehaviourLogSettings()

  package var simulation: SimulationSize? {
    SimulationSize(
      records: records, bytes: 150 * Double(records) + 200 * (Double(users) + Double(items)))
  }

  package func load(_ data: DataSettings) -> Dataset { BehaviourLog.dataset(self) }
}
