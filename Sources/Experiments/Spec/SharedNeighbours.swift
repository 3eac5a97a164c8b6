import Basics
import Evaluation
import Recommenders

extension SystemSpec {
  /// Whether some of its configurations is a neighbourhood that ends among equal neighbours by
  /// sharing.
  var sharesNeighbours: Bool {
    get throws(Problem) {
      try configurations().contains {
        $0.settings[NeighbourTies.key] == .string(NeighbourTies.shared.rawValue)
      }
    }
  }
}

extension JSON {
  /// A spec in which ties are settled alike everywhere: where metrics are means over the orders of
  /// equal items, so are the scores of neighbourhoods that are cut among equal neighbours, unless a
  /// system says otherwise.
  func withNeighboursShared() -> JSON {
    guard self["ties"] == .string(TieOrder.expected.rawValue),
      case .object(var members) = value,
      let place = members.firstIndex(where: { $0.key == "systems" }),
      case .array(let systems) = members[place].value.value
    else { return self }
    let whole = systems.map { $0.sharingNeighbours }
    members[place].value = JSON(.array(whole), at: members[place].value.position)
    return JSON(.object(members), at: position)
  }

  private var sharingNeighbours: JSON {
    let key = NeighbourTies.key
    guard case .string(let name)? = self["recommender"]?.value,
      let recommender = RecommenderList.all.first(where: { $0.name == name }),
      recommender.fields.contains(where: { $0.name == key }),
      self["settings"]?[key] == nil, self["grid"]?[key] == nil
    else { return self }
    let patch = JSON.object([(key, .string(NeighbourTies.shared.rawValue))])
    return merging(patch: .object([("settings", patch)]))
  }
}
