import Basics
import Datasets
import Results
import TestSupport
import Testing

/// Data sets are read as they are published, plain and compressed.
@Suite struct PublishedFormTests {
  private func load(_ folder: TemporaryFolder) async throws -> Dataset {
    let data = try JSON.read(folder["spec.json"]).member("data")
    return try await DataSettings(decoding: folder.absolute(data)).load(
      from: DataFolders(option: nil))
  }

  @Test(arguments: PublishedForm.all, [false, true])
  func isUnderstood(_ form: PublishedForm, compressed: Bool) async throws {
    try await withTemporaryFolder { folder in
      try form.copy(to: folder, compressed: compressed)
      let dataset = try await load(folder)
      #expect(dataset.users == form.users && dataset.items == form.items)
      #expect(dataset.events.count == form.records)
      #expect(dataset.dropped.map(\.count).reduce(0, +) == form.dropped)
      let ratings = dataset.events.compactMap(\.rating)
      #expect(ratings.count == form.ratings?.known ?? 0)
      if let expected = form.ratings {
        #expect(abs(ratings.reduce(0, +) - expected.sum) < 1e-9)
        #expect(ratings.min() == expected.least && ratings.max() == expected.most)
      }
      let times = dataset.events.compactMap(\.time).map { Int($0.nanoseconds / 1_000_000) }
      #expect(times.count == (form.times == nil ? 0 : form.records))
      #expect(times.min() == form.times?.lowerBound && times.max() == form.times?.upperBound)
      check(dataset.itemFeatures, form.itemFeatures)
      check(dataset.userFeatures, form.userFeatures)
      if let (item, text) = form.title {
        let place = try #require(dataset.itemIDs.firstIndex(of: item))
        #expect(dataset.itemTitles?[place] == text)
      } else {
        #expect(dataset.itemTitles == nil)
      }
    }
  }

  private func check(_ features: [Feature], _ expected: [String: [Int]]) {
    #expect(Set(features.map(\.name)) == Set(expected.keys))
    for feature in features {
      let rows = feature.values
      let used = Set((0..<rows.users).flatMap { rows[$0] }).count
      #expect([used, (0..<rows.users).count { rows[$0].isEmpty }] == expected[feature.name])
    }
  }

  /// Compressed, but for the digest of the files.
  @Test(arguments: PublishedForm.all)
  func isDescribed(_ form: PublishedForm) throws {
    var texts: [[Substring]] = []
    for compressed in [false, true] {
      try withTemporaryFolder { folder in
        try form.copy(to: folder, compressed: compressed)
        let result = try form.reprise("data", "describe", "--spec", "spec.json", in: folder)
        #expect(result.status == 0, "\(result.errors)")
        for line in form.described { #expect(result.output.contains(line), "\(line)") }
        texts.append(result.output.split(separator: "\n").filter { !$0.contains("SHA-256") })
      }
    }
    #expect(texts.count == 2 && texts[0] == texts[1])
  }

  @Test(arguments: PublishedForm.all)
  func twoSystemsAreTrainedOnIt(_ form: PublishedForm) throws {
    var tables: [String] = []
    for compressed in [false, true] {
      try withTemporaryFolder { folder in
        try form.copy(to: folder, compressed: compressed)
        let result = try form.reprise("run", "spec.json", "--jobs", "1", in: folder)
        #expect(result.status == 0, "\(result.errors)")
        let table = try #require(folder.contents.first { $0.hasSuffix("/table.csv") })
        tables.append(try folder.text(of: table))
        for entry in try TableEntry.read(folder[table]) {
          #expect(entry.mean.map { (0.0...1.5).contains($0) } == true, "\(entry)")
        }
      }
    }
    #expect(tables.count == 2 && tables[0] == tables[1])
  }

  /// The ids as they are written: zeros in front, bytes of latin-1, quotes that mean nothing,
  /// commas.
  @Test(arguments: [
    ("amazon-2014", "0205616461"), ("book-crossing", "ä 342310538"),
    ("book-crossing", "034545104X"),
    ("lastfm-360k", "\"weird al\" yankovic"), ("lastfm-360k", "12\" mix"),
    ("lastfm-360k", "die Ärzte"), ("steam", "Warhammer 40,000 Dawn of War II"), ("recbole", "474"),
    ("hetrec-lastfm", "1001"),
  ])
  func idsStayAsTheyAre(_ name: String, item: String) async throws {
    let form = try #require(PublishedForm.all.first { $0.name == name })
    try await withTemporaryFolder { folder in
      try form.copy(to: folder)
      #expect(try await load(folder).itemIDs.contains(item))
    }
  }

  /// Counted by pandas: 30 clicks, 397 blank numbers, 168 blank categories.
  @Test func criteosBlanksAndHexadecimalValuesAreKept() async throws {
    let form = try #require(PublishedForm.all.first { $0.name == "criteo" })
    try await withTemporaryFolder { folder in
      try form.copy(to: folder)
      let dataset = try await load(folder)
      var (clicks, blanks, unknown) = (0, 0, 0)
      for column in dataset.columns {
        switch column.values {
        case .numbers(let values) where column.name == "1": clicks = values.count { $0 == 1 }
        case .numbers(let values):
          blanks += values.count { $0.isNaN }
          if column.name == "3" { #expect(values.contains(-1)) }
        case .categories(let vocabulary, let places):
          unknown += places.count { $0 < 0 }
          if column.name == "15" { #expect(Set(vocabulary) == ["05db9164", "68fd1e64"]) }
          // Digits alone are a category too.
          if column.name == "16" {
            #expect(Set(vocabulary) == ["80e26c9b", "12345678", "00000000"])
          }
        case .sets: Issue.record("\(column.name) is no set")
        }
      }
      #expect(clicks == 30 && blanks == 397 && unknown == 168 && dataset.columns.count == 40)
    }
  }
}
