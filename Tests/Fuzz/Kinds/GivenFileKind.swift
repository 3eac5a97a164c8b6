import Basics
import Datasets

/// Files that other programs give: lists, candidates, arrays of NumPy's; one of them damaged.
struct GivenFileKind: FuzzKind {
  let name = "given files"
  let share = 80

  private static let users = ["1", "2", "u 3"]
  private static let items = ["10", "11", "12", "x"]

  private static let csv = "user,item,score\n1,10,0.5\n1,11,0.25\n2,10,1e-3\n\"u 3\",x,-2\n"
  private static let ranks = "user,item,rank\n1,10,1\n1,11,2\n2,12,1\n"
  private static let run = "1 Q0 10 1 0.5 a\n1 Q0 11 2 0.25 a\n2 Q0 12 1 7 a\n"
  private static let candidates = "(1,10)\t11\t12\n(2,12)\t10\tx\n"
  private static let texts = [csv, ranks, run, candidates].map { Array($0.utf8) }

  /// Two rows of three numbers, and the ids of two rows.
  private static let vectors = array("<f4", "(2, 3)", [UInt8](repeating: 60, count: 24))
  private static let ids = array("<i8", "(2,)", [1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0])
  private static let words = array("<U2", "(1,)", [49, 0, 0, 0, 50, 0, 0, 0])

  private static func array(_ type: String, _ shape: String, _ elements: [UInt8]) -> [UInt8] {
    let text = "{'descr': '\(type)', 'fortran_order': False, 'shape': \(shape), }\n"
    return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(text.utf8.count), 0] + Array(text.utf8)
      + elements
  }

  func read(_ random: inout Random) -> FuzzStage {
    let arrays = [Self.vectors, Self.ids, Self.words]
    let isText = random.below(2) == 0
    let all = isText ? Self.texts : arrays
    let (bytes, other) = (all[random.below(all.count)], all[random.below(all.count)])
    let damaged =
      isText && random.below(3) > 0
      ? TableDamage.damage(bytes, other, &random) : Mutation.damage(bytes, other, &random)
    guard Scratch.write(damaged, to: "given") else { return .notMade }
    let (reader, skips) = (random.below(4), random.below(2) == 0)
    let (format, order) = (random.below(2), random.below(3))
    return FuzzStage {
      switch isText ? reader : reader + 4 {
      case 0...2:
        _ = try GivenLists(
          damaged, file: "given", ListFormat.allCases[format],
          by: order < 2 ? ListOrder.allCases[order] : nil, users: Self.users, items: Self.items,
          skipsUnknown: skips)
      case 3:
        let dataset = Dataset(
          name: "files", events: [], userIDs: Self.users, itemIDs: Self.items, digest: "")
        _ = try CandidateLists(damaged, file: "given", of: dataset)
      case 4: _ = try NumPyArray(damaged, file: "given")
      case 5: _ = try GivenIDs.read("given")
      default:
        let vectors = try GivenVectors("given", ids: nil, of: ["0", "1", "2"])
        var room = [Double](repeating: 0, count: vectors.width)
        for entity in 0..<3 { vectors.write(entity, into: &room, at: 0) }
      }
    }
  }
}
