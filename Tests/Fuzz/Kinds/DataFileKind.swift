import Basics
import Datasets

/// Data files of one's own, of which one is damaged, read up to a split.
struct DataFileKind: FuzzKind {
  let name: String
  let share: Int
  let examples: [DataExample]
  /// Whether the file with attributes is damaged rather than one with records.
  var damagesAttributes = false
  /// Whether the damaged file is compressed, before or after the damage.
  var compresses = false

  /// One of each form.
  static func all(_ corpus: DataCorpus) -> [DataFileKind] {
    let described = (corpus.tables + corpus.jsonLines).filter { !$0.attributes.isEmpty }
    return [
      DataFileKind(name: "data csv", share: 120, examples: corpus.tables),
      DataFileKind(name: "data json-lines", share: 80, examples: corpus.jsonLines),
      DataFileKind(name: "data files", share: 80, examples: corpus.interactions),
      DataFileKind(name: "data split", share: 80, examples: corpus.parts),
      DataFileKind(
        name: "data attributes", share: 80, examples: described, damagesAttributes: true),
      DataFileKind(
        name: "data gzip", share: 80, examples: corpus.tables + corpus.jsonLines + corpus.parts,
        compresses: true),
    ]
  }

  func read(_ random: inout Random) -> FuzzStage {
    let example = examples[random.below(examples.count)]
    let paths = damagesAttributes ? example.attributes : example.records
    let path = paths[random.below(paths.count)]
    var files = example.files
    let other = examples[random.below(examples.count)]
    guard let bytes = files[path], let lent = other.files[other.records[0]],
      let damaged = damage(bytes, lent, &random)
    else { return .notMade }
    files[path] = damaged
    let text = Self.varied(example, &random).prettyText
    files["data.json"] = Array(text.utf8)
    for (path, bytes) in files where !Scratch.write(bytes, to: path) { return .notMade }
    // Paths are relative to the file that they are read from: the example's own would lead to what is
    // undamaged.
    guard let data = try? JSON.parse(text, file: "data.json"),
      let settings = try? DataSettings(decoding: data)
    else { return .notMade }
    return FuzzStage(of: settings, file: path)
  }

  private func damage(_ bytes: [UInt8], _ lent: [UInt8], _ random: inout Random) -> [UInt8]? {
    if compresses, random.below(3) == 0 {
      return Gzip.compressed(bytes).map { Mutation.damage($0, lent, &random) }
    }
    let damaged =
      random.below(3) == 0
      ? Mutation.damage(bytes, lent, &random) : TableDamage.damage(bytes, lent, &random)
    return compresses ? Gzip.compressed(damaged) : damaged
  }

  /// Other choices of what becomes of what is read.
  private static func varied(_ example: DataExample, _ random: inout Random) -> JSON {
    var data = example.data
    func patch(_ change: JSON) { data = data.merging(patch: change) }
    let isDivided = data["split"]?["method"] == "files"
    if data["dataset"] == "csv" {
      if random.below(3) == 0 { patch(["csv": ["damaged": "drop"]]) }
      if random.below(4) == 0 { patch(["csv": ["missing": "drop"]]) }
      if random.below(8) == 0, data["csv"]?["form"] == nil {
        patch(["csv": ["encoding": random.below(2) == 0 ? "latin-1" : "utf-8"]])
      }
    }
    if !isDivided {
      let methods =
        ["random", "random-per-user", "by-time"] + (example.isOfClicks ? [] : ["leave-one-out"])
      if random.below(2) == 0 {
        let method = methods[random.below(methods.count)]
        data = data.merging(patch: ["split": .null]).merging(patch: [
          "split": ["method": .string(method)]
        ])
        if random.below(2) == 0, method.hasPrefix("random") {
          patch(["split": ["order": "canonical"]])
        }
      }
      if random.below(4) == 0 {
        patch([
          "minimum": ["user": .integer(1 + random.below(4)), "item": .integer(1 + random.below(4))]
        ])
      }
      if random.below(6) == 0 { patch(["sample": .integer(1 + random.below(40))]) }
    }
    if !example.isOfClicks {
      let kinds = ["first", "last", "sum", "keep"]
      if random.below(3) == 0 { patch(["duplicates": .string(kinds[random.below(4)])]) }
      if random.below(4) == 0 { patch(["feedback": ["ratingAtLeast": 3]]) }
    }
    return data
  }
}

extension FuzzStage {
  /// How far a damaged file came on its way to a split.
  fileprivate init(of settings: DataSettings, file: String) {
    self.init(isText: Self.isText(file, settings)) { () throws(Problem) in
      guard let dataset = try settings.loadOwn() else { throw .usage("nothing of one's own") }
      return dataset
    } dividing: { dataset throws(Problem) in
      if let clicks = settings.clicks {
        _ = try Records(dataset, clicks)
        _ = try settings.makeRecordSplit(dataset, seed: 1)
      } else {
        _ = try settings.makeSplit(dataset, seed: 1)
      }
    }
  }

  /// Whether the bytes of a file can be had, and are text of the encoding that the spec tells.
  private static func isText(_ file: String, _ settings: DataSettings) -> Bool {
    guard let bytes = try? TextFile.read(file) else { return false }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return false }
    return settings[CSVSettings.self]?.format.encoding == .latin1
      || String(validating: bytes, as: UTF8.self) != nil
  }

  /// How far data files came that are read, described and divided.
  init(
    isText: Bool, reading: () throws(Problem) -> Dataset,
    dividing: (Dataset) throws(Problem) -> Void
  ) {
    let dataset: Dataset
    do throws(Problem) {
      dataset = try reading()
    } catch {
      self = isText ? .reading : .decoding
      return
    }
    _ = DatasetSummary(dataset).text
    do throws(Problem) {
      try dividing(dataset)
      self = .accepted
    } catch {
      self = .split
    }
  }
}
