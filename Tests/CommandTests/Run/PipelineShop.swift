import Basics
import TestSupport

extension RunPipelineTests {
  /// The behaviours of the shop's users: two thirds look, the others buy.
  static func write(to folder: TemporaryFolder) throws {
    var random = Random(seed: 5, stream: "shop")
    var lines = ["who,what,kind,when"]
    for user in 0..<30 {
      let buys = user % 3 == 0
      for event in 0..<(buys ? 8 : 20) {
        let kind = random.below(10) < (buys ? 8 : 1) ? "buy" : "pv"
        let day = random.below(buys ? 3 : 20)
        lines.append("u\(user),i\(random.below(25)),\(kind),\(day * 86_400 + event * 3600)")
      }
    }
    try folder.write(lines.joined(separator: "\n") + "\n", to: "events.csv")
    let items = (0..<25).map { "i\($0),\(["toys", "food", "books"][$0 % 3])" }
    try folder.write((["id,group"] + items).joined(separator: "\n") + "\n", to: "items.csv")
  }
}
