import Basics
import Foundation

/// Undamaged data files with the `data` of a spec that reads them.
struct DataExample: Sendable {
  /// What the spec says.
  var data: JSON
  /// Every file that it names, by path.
  var files: [String: [UInt8]]
  /// Those with records, and those with attributes.
  let records: [String]
  let attributes: [String]

  /// An example of records alone.
  init(_ data: JSON, _ files: [String: [UInt8]]) {
    (self.data, self.files) = (data, files)
    (records, attributes) = (files.keys.sorted(), [])
  }

  /// The example of a folder of `Tests/DataFiles`. Throws `Problem` when it cannot be read.
  init(folder: String) throws(Problem) {
    data = try JSON.read("\(folder)/spec.json").member("data")
    func names(_ json: JSON?) throws(Problem) -> [String] {
      var names: [String] = []
      for name in try json?["files"]?.asArray() ?? [] { names.append(try name.asString()) }
      return names
    }
    let csv = data["csv"]
    records = try names(csv)
    attributes = try names(csv?["items"]) + names(csv?["users"])
    files = [:]
    for name in records + attributes { files[name] = try Files.read("\(folder)/\(name)") }
  }

  /// Whether clicks are predicted.
  var isOfClicks: Bool { data["clicks"] != nil }
}

/// The data files that inputs are made of, by what they are for.
struct DataCorpus {
  /// Delimited text, a file of records each.
  let tables: [DataExample]
  /// JSON lines.
  let jsonLines: [DataExample]
  /// The data set "files", with each separator that it knows.
  let interactions: [DataExample]
  /// Parts that files give.
  let parts: [DataExample]

  /// Reads `Tests/DataFiles`; throws `Problem` when something is missing there.
  init(_ folder: String) throws(Problem) {
    var (tables, jsonLines): ([DataExample], [DataExample]) = ([], [])
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names.sorted() {
      let example = try DataExample(folder: "\(folder)/\(name)")
      let isJSON = example.data["csv"]?["form"] != nil
      if isJSON { jsonLines.append(example) } else { tables.append(example) }
    }
    guard !tables.isEmpty, !jsonLines.isEmpty else { throw .data("\(folder): holds no examples") }
    (self.tables, self.jsonLines) = (tables, jsonLines)
    let text = String(decoding: try Files.read("\(folder)/recbole/ml-100k.inter"), as: UTF8.self)
    let lines = text.split(separator: "\n").dropFirst()
    interactions = ["\t", ",", "::", " "].map { separator in
      let rows = lines.map { $0.replacing("\t", with: separator) + "\n" }
      return DataExample(
        ["dataset": "files", "files": ["ratings"], "split": ["method": "random", "test": 0.2]],
        ["ratings": Array(rows.joined().utf8)])
    }
    let shop = "\(folder)/amazon-2023/All_Beauty"
    let published = [
      "train": try Files.read("\(shop).train.csv"), "valid": try Files.read("\(shop).valid.csv"),
      "test": try Files.read("\(shop).test.csv"),
    ]
    let split: JSON = [
      "method": "files", "trainFile": "train", "validationFile": "valid", "testFile": "test",
    ]
    let columns: JSON = [
      "user_id": "user", "parent_asin": "item", "rating": "rating", "timestamp": "time",
    ]
    parts = [
      DataExample(["dataset": "csv", "csv": ["columns": columns], "split": split], published),
      DataExample(
        ["dataset": "files", "split": split],
        published.mapValues { Array($0[(($0.firstIndex(of: 10) ?? -1) + 1)...]) }),
    ]
  }
}
