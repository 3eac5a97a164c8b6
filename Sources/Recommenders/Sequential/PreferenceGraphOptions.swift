import Basics

/// The settings of `PreferenceGraph`.
package struct PreferenceGraphOptions: Settings {
  package var width = 64
  package var maxLength = 50
  package var graph = true
  /// Unused without the graph.
  package var shape = Graph()
  package var hidden = 64
  package var examplesPerUser = 8
  package var learningRate = 0.001
  package var l2 = 0.0
  package var batch = 64

  package init() {}

  /// How the graph is made and pooled.
  package struct Graph: Settings {
    package var edgeShare = 0.3
    package var metricHeads = 2
    package var clusters = 8
    package var linkWeight = 0.01
    package var entropyWeight = 0.01
    package var positionWeight = 0.01

    package init() {}

    package static let fields: [Field<Graph>] = [
      .number("edgeShare", \.edgeShare, 0...1, "ε, share of the pairs of items that become edges"),
      .integer("metricHeads", \.metricHeads, 1...64, "weightings w whose cosines are averaged"),
      .integer("clusters", \.clusters, 1...1000, "length of the core preference sequence"),
      .number("linkWeight", \.linkWeight, 0...1000, "weight of ‖A − S Sᵀ‖"),
      .number("entropyWeight", \.entropyWeight, 0...1000, "weight of the entropy of S's rows"),
      .number("positionWeight", \.positionWeight, 0...1000, "weight of the clusters' order"),
    ]
  }

  package static let fields: [Field<PreferenceGraphOptions>] = [
    .integer("width", \.width, 1...4096, "length of item vectors and of the RNN's state"),
    .integer("maxLength", \.maxLength, 1...1000, "newest items of a user that make the graph"),
    .boolean("graph", \.graph, "whether the RNN reads the pooled graph, or the items themselves"),
    .object("graphSettings", \.shapeIfUsed, "how the graph is made and pooled"),
    .integer("hidden", \.hidden, 1...4096, "hidden units of the prediction"),
    .integer(
      "examplesPerUser", \.examplesPerUser, 1...10_000,
      "places of a user's sequence that are drawn as examples in an epoch"),
    .number("learningRate", \.learningRate, 0...10, "Adam's step"),
    .number("l2", \.l2, 0...10, "λ of (λ/2)‖Θ‖², all parameters"),
    .integer("batch", \.batch, 1...65536, "examples in a step"),
  ]

  // Written as null where it is not used, so that what is encoded decodes again.
  private var shapeIfUsed: Graph? {
    get { graph ? shape : nil }
    set { shape = newValue ?? shape }
  }

  /// Refuses settings of a graph that is not made, and none of one that is.
  package func check(_ json: JSON) throws(Problem) {
    guard let given = json["graphSettings"] else { return }
    if graph, given.isNull { throw given.mismatch("an object") }
    if !graph, !given.isNull {
      throw given.problem("\"graphSettings\" is not used without the graph")
    }
  }
}
