import Basics
import Datasets
import Mining
import Results

/// Clusters users by K-means for every k of a range, takes the k with the least Davies–Bouldin
/// index, of equal ones the least, and makes the cluster a feature of users.
///
/// Of several runs of one k that with the least inertia counts. Clusters are numbered by size, the
/// largest first; of equal ones the one with the first user. Users without a training event have no
/// cluster.
struct KMeansStep: PipelineStep {
  static let name = "k-means"
  static let summary = "clusters users, and makes the cluster a feature of users"

  var from = 2
  var to = 10
  var start = KMeansStart.random
  var runs = 1
  var rounds = 300
  var spread = ClusterSpread.pairwise
  var pairs = 10_000
  var made = "cluster"

  var feature: String? { made }

  static let fields: [Field<KMeansStep>] = [
    .integer("from", \.from, 2...1000, "the least number of clusters, k"),
    .integer("to", \.to, 2...1000, "the largest k"),
    .choice("start", \.start, "k users at random, or spread out (Arthur & Vassilvitskii 2007)"),
    .integer("runs", \.runs, 1...1000, "starts of each k; the least inertia counts"),
    .integer("rounds", \.rounds, 1...100_000, "the most rounds of a run"),
    .choice(
      "spread", \.spread,
      "within a cluster, for the Davies–Bouldin index: mean distance of two users, or to the centre"
    ),
    .integer(
      "pairs", \.pairs, 2...1_000_000,
      "users of a cluster whose pairs are all measured; of more, so many are drawn"),
    .text("feature", \.made, "the name of the user feature that the cluster becomes"),
  ]

  func check(_ json: JSON) throws(Problem) {
    guard from <= to else {
      throw (json["to"] ?? json["from"] ?? json).problem(
        "the range of k is empty: from \(from) to \(to)")
    }
    guard !made.isEmpty else {
      throw (json["feature"] ?? json).problem("the name of a feature needs a character")
    }
  }

  func apply(to state: inout PipelineState) throws(Problem) -> [StepTable] {
    let (table, name) = (state.table, state.dataset.name)
    try check(state)
    let points = Points(columns: table.attributes.map(\.values))
    var (rows, notes): ([[JSON]], [String]) = ([], [])
    var best: (k: Int, index: Double, clustering: Clustering)?
    for k in from...to {
      let clustering = cluster(points, k, state)
      var random = state.random("pairs/\(k)")
      let index = DaviesBouldin(spread, pairLimit: pairs).index(
        points, labels: clustering.labels, &random)
      if let index, best.map({ index.value < $0.index }) ?? true {
        best = (k, index.value, clustering)
      }
      rows.append([
        .integer(k), index.map { .number($0.value) } ?? .null, .number(clustering.inertia),
        .integer(clustering.rounds), .integer(clustering.relocations), .integer(clustering.empty),
        .integer(index?.sampled ?? 0),
      ])
      notes += remarks(k, clustering, index?.sampled ?? 0)
    }
    guard let best else {
      throw .data("\(name): no k gives two clusters: all users are alike")
    }
    let clustering = best.clustering.bySize
    var values = [[Int]](repeating: [], count: state.dataset.users)
    for (user, label) in zip(table.users, clustering.labels) { values[user] = [label] }
    state.features.append(
      Feature(name: made, vocabulary: (1...best.k).map(String.init), indices: values))
    let names = table.attributes.map(\.name)
    let range =
      from == to
      ? "" : " of \(from) to \(to) by the least Davies–Bouldin index (\(spread.rawValue))"
    let summary = "\(made): K-means, k = \(best.k)\(range), of \(names.joined(separator: ", "))"
    state.summaries.append(summary)
    let head = ["k", "DB", "inertia", "rounds", "relocated", "empty", "sampled"]
    return [
      StepTable(Self.name, head, rows, .curve, notes: [summary] + notes),
      profiles(clustering, points, names),
    ]
  }

  /// Refuses what cannot be clustered.
  private func check(_ state: PipelineState) throws(Problem) {
    let (table, name) = (state.table, state.dataset.name)
    guard !table.attributes.isEmpty else { throw .data("\(name): no attribute is left") }
    guard to <= table.users.count else {
      throw .data(
        "\(name): k goes to \(to), and \(table.users.count) users have training events")
    }
    let known = (state.dataset.userFeatures + state.features).map(\.name)
    guard !known.contains(made) else {
      throw .usage(
        "\(name): has a user attribute \"\(made)\" already; expected another \"feature\"")
    }
  }

  /// The run with the least inertia.
  private func cluster(_ points: Points, _ k: Int, _ state: PipelineState) -> Clustering {
    func run(_ run: Int) -> Clustering {
      var random = state.random("\(k)/\(run)")
      return KMeans(roundLimit: rounds).cluster(points, from: start.centres(k, of: points, &random))
    }
    return (1..<max(1, runs)).reduce(run(0)) { best, place in
      let other = run(place)
      return other.inertia < best.inertia ? other : best
    }
  }

  private func remarks(_ k: Int, _ clustering: Clustering, _ sampled: Int) -> [String] {
    var remarks: [String] = []
    if clustering.empty > 0 { remarks.append("left empty: \(clustering.empty) of the clusters") }
    if clustering.relocations > 0 {
      remarks.append(
        "put to the farthest users, as without any: centres, \(clustering.relocations) times")
    }
    if !clustering.isSettled { remarks.append("ended by its limit of \(rounds) rounds") }
    if sampled > 0 {
      remarks.append("spread of \(pairs) drawn users in \(sampled) of the clusters")
    }
    return remarks.isEmpty ? [] : ["k = \(k): " + remarks.joined(separator: "; ")]
  }

  /// The centre of each cluster.
  private func profiles(_ clustering: Clustering, _ points: Points, _ names: [String]) -> StepTable
  {
    let sizes = clustering.sizes
    let rows = sizes.indices.map { cluster -> [JSON] in
      [.string("\(cluster + 1)"), .integer(sizes[cluster])]
        + clustering.centres[cluster].map { sizes[cluster] > 0 ? .number($0) : .null }
    }
    return StepTable(
      "profiles", ["cluster", "users"] + names, rows, .profile, labels: 2,
      notes: ["Centres, in the attributes as the steps before have left them"])
  }
}

extension Clustering {
  /// The same with the largest cluster first; of equal ones that with the first point.
  fileprivate var bySize: Clustering {
    let sizes = sizes
    let firsts = sizes.indices.map { labels.firstIndex(of: $0) ?? .max }
    return ordered(
      sizes.indices.sorted { (sizes[$1], firsts[$0], $0) < (sizes[$0], firsts[$1], $1) })
  }
}
