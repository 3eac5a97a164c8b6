import Basics

/// The sizes of the simulated log of a shop; without a word those of the DeepFM/NeuMF paper's Table
/// 1.
package struct BehaviourLogSettings: Settings, Equatable {
  /// What the log is of.
  package enum Form: String, CaseIterable, Sendable {
    /// What was shown to whom, and whether it was bought: for the prediction of clicks.
    case impressions
    /// What users did, kind after kind: for ranking by times; see ``BehaviourChain``.
    case behaviours
  }

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
  /// What the log is of.
  package var form = Form.impressions
  /// Of behaviours: the large categories that a user returns to.
  package var favourites = 3
  /// Of behaviours: the expected share of a user's looks that are at these categories on purpose.
  package var loyalty = 0.8

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
    .choice(
      "form", \.form,
      "impressions, which are bought or not; or behaviours: view, favourite, cart, repurchase, comment"
    ).omittedByDefault(),
    .integer(
      "favourites", \.favourites, 1...1000,
      "form behaviours: large categories that a user returns to"
    ).omittedByDefault(),
    .number(
      "loyalty", \.loyalty, 0...1, "form behaviours: share of the looks that go to them on purpose"
    ).omittedByDefault(),
  ]

  /// Refuses shares that are more than the whole, and sizes that leave a category empty.
  package func check(_ json: JSON) throws(Problem) {
    try checkForm(json)
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

  /// Refuses what the form does not use, and more favourites than there are categories.
  private func checkForm(_ json: JSON) throws(Problem) {
    // The shares are written out whatever the form, so that those as usual are none of its own.
    let usual = BehaviourLogSettings()
    let unused =
      form == .impressions
      ? ["favourites", "loyalty"]
      : (purchaseShare == usual.purchaseShare ? [] : ["purchaseShare"])
        + (viewShare == usual.viewShare ? [] : ["viewShare"])
    for key in unused {
      guard let value = json[key], !value.isNull else { continue }
      throw value.problem("\"\(key)\" is not used by the form \"\(form.rawValue)\"")
    }
    if form == .behaviours, favourites > categories {
      throw (json["favourites"] ?? json).problem(
        "\(favourites) favourites of \(categories) categories; expected \(categories) at most")
    }
  }
}

extension BehaviourLogSettings: LocalSource {
  package static let dataset = BehaviourLog.name
  package static let key = "simulation"
  package static let summary = "the sizes of the simulation; null: the paper's"
  package static let standard: BehaviourLogSettings? = BehaviourLogSettings()

  package var behaviours: [String]? {
    form == .behaviours ? BehaviourChain.allCases.map(\.rawValue) : nil
  }

  package var simulation: SimulationSize? {
    let tables = form == .behaviours ? 4 * Double(users) * Double(categories) : 0
    return SimulationSize(
      records: records,
      bytes: 150 * Double(records) + 200 * (Double(users) + Double(items)) + tables)
  }

  package func load(_ data: DataSettings) -> Dataset { BehaviourLog.dataset(self) }
}
