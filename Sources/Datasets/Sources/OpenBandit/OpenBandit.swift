import Basics
import Foundation

/// The small Open Bandit Dataset: 60,000 impressions of a fashion shop, of which about 250 were
/// clicked, 10,000 each of three campaigns under two policies, in the last week of November 2019.
///
/// A record is an item at one of three positions; users are told by hashed features alone, so there
/// is a single user. Fields: `campaign`, `policy`, `position`, `item` (an item of a campaign),
/// `user-feature-0` to `-3`, `item-feature-1` to `-3`, the numbers `item-feature-0` and `affinity`
/// (of the user with the item shown), `hour` and `weekday`. The label is `click`.
enum OpenBandit {
  static let name = "open-bandit"

  static let source = DatasetSource(
    name: name, title: "Open Bandit Dataset, the small one",
    source:
      "Y. Saito, S. Aihara, M. Matsutani, Y. Narita: Open Bandit Dataset and Pipeline (NeurIPS 2021);"
      + " ZOZO, Inc.; CC BY 4.0",
    hasUsers: false,
    locate: { folders throws(Problem) in locate(folders) },
    read: { folder, _ throws(Problem) in try dataset(verified(folder)) },
    install: { from, to throws(Problem) in
      let files = try verified(from)
      try Files.makeFolder(to)
      for (part, bytes) in files { try Files.writeAtomically(bytes, to: "\(to)/\(part.file)") }
    },
    remotes: [
      .wheel(
        "obp", "0.4.1",
        members: Part.all.map { "obp/dataset/obd/\($0.path)" },
        names: Dictionary(
          uniqueKeysWithValues: Part.all.map { ("obp/dataset/obd/\($0.path)", $0.file) }))
    ])

  /// A file of one campaign under one policy: the impressions, or what is known of the items.
  struct Part: Hashable {
    let policy: String
    let campaign: String
    let isOfItems: Bool
    let digest: String

    /// Where it lies in the package.
    var path: String { "\(policy)/\(campaign)/\(isOfItems ? "item_context" : campaign).csv" }
    /// The name that it is kept under.
    var file: String { "\(policy)-\(campaign)\(isOfItems ? "-items" : "").csv" }

    private init(_ policy: String, _ campaign: String, items: Bool = false, _ digest: String) {
      (self.policy, self.campaign, isOfItems, self.digest) = (policy, campaign, items, digest)
    }

    static let all = [
      Part(
        "random", "all", "7168295b6e0a9eabcf3392320a5dd434e542b68e705d5cd9491499af589812f1"),
      Part(
        "random", "men", "ede6d08c6877f99cd3770f7d09e26c738e6aa6de4445ccccfb1356ba5d06b1eb"),
      Part(
        "random", "women", "e65f3bd3beb17664fa69cc129bf7bf852a775f8ffa630506e505fc905315bb34"),
      Part("bts", "all", "0ad874e4dbf6902f0845dd478ad8dde5ef6903583d3ffaace78411bdad064106"),
      Part("bts", "men", "db6d1f7ed2d591ba521533e45286d4c1fba7fe57a8ad2e80342210335f43c527"),
      Part("bts", "women", "e5d1b49a39b608585a2f3014a3f54970430cd37a495c1b73fceb85cdf428a5b8"),
      Part(
        "random", "all", items: true,
        "eba04cc23d5f130a93ff174c5392986882b94c3839433cb8143870eaa6221358"),
      Part(
        "random", "men", items: true,
        "6d855c2b7e917d0448d71bbe62c023147495882c0fdc8c41e86fef86abf9fe09"),
      Part(
        "random", "women", items: true,
        "b1ca4905f97703d196004f2ad4552c1e90c2afad8b50688d333b0d2dc0b33147"),
      Part(
        "bts", "all", items: true,
        "5d4359ba1cfa3ae88f0f1bae66bd633859fe6323817183632ee57b83539d9153"),
      Part(
        "bts", "men", items: true,
        "3b411ed6b0471316321a6b93f4f756bb25888eac6218cd71d0b603d41d85732d"),
      Part(
        "bts", "women", items: true,
        "a56295bad066a558eb783055afd9279f5f4e209a4776eafc22151c53f0ac89d4"),
    ]
  }

  /// The first folder that has every file.
  static func locate(_ folders: DataFolders) -> String? {
    folders.places(of: name).first { folder in
      Part.all.allSatisfy { FileManager.default.fileExists(atPath: "\(folder)/\($0.file)") }
    }
  }

  /// The files of a folder, as they were published. Throws `Problem.data` naming one that differs.
  private static func verified(
    _ folder: String
  ) throws(Problem) -> [(part: Part, bytes: [UInt8])] {
    var files: [(part: Part, bytes: [UInt8])] = []
    for part in Part.all {
      let path = "\(folder)/\(part.file)"
      let bytes = try Files.read(path)
      guard SHA256.hex(of: bytes) == part.digest else {
        throw .data("\(path): differs from the published file; remove it and fetch again")
      }
      files.append((part, bytes))
    }
    return files
  }

  /// The data set of these files.
  static func dataset(_ files: [(part: Part, bytes: [UInt8])]) throws(Problem) -> Dataset {
    var records = OpenBanditRecords()
    var digest = SHA256()
    for (part, bytes) in files {
      digest.update(bytes)
      guard !part.isOfItems else { continue }
      let items = files.first {
        $0.part.isOfItems && $0.part.policy == part.policy && $0.part.campaign == part.campaign
      }
      try records.add(part, bytes, items: items?.bytes ?? [])
    }
    return records.dataset(digest: digest.finish())
  }
}
