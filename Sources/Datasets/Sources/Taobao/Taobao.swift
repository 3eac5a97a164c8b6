import Basics

/// Taobao's UserBehavior: what users of a shop did with its items from 25 November to 3 December
/// 2017 – looked at them, put them among the favourites or into the cart, bought them.
///
/// It is had from Tianchi by whoever logs in there, so it is not fetched. The first lines that can
/// be read are taken, in the order of the file; the others up to them are left out and counted. A
/// buy of what the same user has bought before, in time and of equal times in the file, is a
/// *repurchase*; what is bought is what is ranked, an item or a category. Every event has a
/// `behaviour`; items have a feature `category`.
enum Taobao {
  static let name = "taobao"
  private static let category = "category"

  static let source = DatasetSource(
    TaobaoSettings.self, title: "Taobao UserBehavior",
    source: "Alibaba, Tianchi data set 649; for research, not to be passed on",
    PlacedFile(
      folder: "taobao-userbehavior", names: ["UserBehavior.csv", "UserBehavior.head.csv"]),
    read: { path, settings throws(Problem) in
      dataset(try TaobaoRecords(path, rows: settings.rows), settings)
    })

  /// The data set of these lines.
  static func dataset(_ records: TaobaoRecords, _ settings: TaobaoSettings) -> Dataset {
    let rows = records.rows
    func thing(_ row: TaobaoRecords.Row) -> Int32 {
      settings.unit == .items ? row.item : row.category
    }
    let behaviours = behaviours(rows, of: thing)
    let kinds = TaobaoBehaviour.allCases.filter(settings.kinds.contains)
    let kept = rows.indices.filter { kinds.contains(behaviours[$0]) }
    let users = Numbers(kept.map { rows[$0].user })
    let items = Numbers(kept.map { thing(rows[$0]) })
    let categories = Numbers(kept.map { rows[$0].category })
    let events = kept.indices.map {
      Event(
        user: users.places[$0], item: items.places[$0],
        time: Timestamp(seconds: rows[kept[$0]].time))
    }
    var columns = [
      Column(
        LikedRule.behaviour,
        .categories(
          vocabulary: kinds.map(\.rawValue),
          kept.map { place in Int32(kinds.firstIndex(of: behaviours[place]) ?? -1) }))
    ]
    var features: [Feature] = []
    switch settings.unit {
    case .items:
      var ofItem = [Set<Int>](repeating: [], count: items.names.count)
      for (item, own) in zip(items.places, categories.places) { ofItem[Int(item)].insert(Int(own)) }
      features = [
        Feature(name: category, vocabulary: categories.names, indices: ofItem.map { $0.sorted() })
      ]
    case .categories:
      columns.append(
        Column(category, .categories(vocabulary: categories.names, categories.places)))
    }
    return Dataset(
      name: name, events: events, userIDs: users.names, itemIDs: items.names,
      itemFeatures: features, columns: columns, dropped: records.dropped,
      notes: rows.count < settings.rows
        ? ["has \(rows.count) of the \(settings.rows) lines that \"rows\" asks for"] : [],
      digest: records.digest)
  }

  /// What each line tells: what it says but for buys of what was bought before.
  private static func behaviours(
    _ rows: [TaobaoRecords.Row], of thing: (TaobaoRecords.Row) -> Int32
  ) -> [TaobaoBehaviour] {
    var behaviours = rows.map(\.behaviour)
    let buys = rows.indices.filter { behaviours[$0] == .buy }
    var bought: Set<Int64> = []
    for place in buys.sorted(by: { (rows[$0].time, $0) < (rows[$1].time, $1) }) {
      let pair = Event(user: rows[place].user, item: thing(rows[place])).pair
      if !bought.insert(pair).inserted { behaviours[place] = .repurchase }
    }
    return behaviours
  }

  /// The distinct numbers of a column, ascending, as they are written, and the place of each
  /// cell's.
  private struct Numbers {
    let names: [String]
    let places: [Int32]

    init(_ cells: [Int32]) {
      let distinct = Set(cells).sorted()
      var places: [Int32: Int32] = [:]
      places.reserveCapacity(distinct.count)
      for (place, number) in distinct.enumerated() { places[number] = Int32(place) }
      names = distinct.map { "\($0)" }
      self.places = cells.map { places[$0] ?? -1 }
    }
  }
}
