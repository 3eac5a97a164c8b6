import Basics

extension Subject {
  private static let transformer: JSON = [
    "width": 16, "hidden": 24, "blocks": 1, "maxLength": 10, "batch": 16, "dropout": 0.3,
    "learningRate": 0.01,
  ]

  /// Those that look at the order of a user's items.
  static let ofSequences: [Subject] = [
    Subject("sasrec", transformer, epochs: 20, precision: learns),
    Subject(
      "sasrec", transformer.merging(patch: ["loss": "bce", "norm": "pre", "heads": 2]),
      epochs: 50, precision: learns),
    Subject(
      "sasrec", transformer.merging(patch: ["loss": "sampled-softmax", "negatives": 20]),
      epochs: 15, precision: learns),
    Subject(
      "sasrec", transformer.merging(patch: ["loss": "gbce", "negatives": 2]), epochs: 60,
      precision: learns),
    Subject(
      "bert4rec", transformer.merging(patch: ["dropout": 0.1]), epochs: 40, precision: learns),
    Subject(
      "bilstm-transformer", transformer.merging(patch: ["form": "causal"]), epochs: 20,
      precision: learns),
    Subject("bilstm-transformer", transformer, epochs: 30, precision: learns),
    Subject(
      "bilstm-transformer", transformer.merging(patch: ["form": "last-only"]), epochs: 15,
      precision: learns),
    Subject(
      "bilstm-transformer",
      transformer.merging(patch: ["form": "causal", "cell": "printed", "timeGap": true]),
      epochs: 60, precision: learns),
    Subject("markov-chain", precision: learnsFromTheLastItem, dependsOnSeed: false),
    Subject(
      "markov-chain", ["heldBack": 1], precision: learnsFromTheLastItem, dependsOnSeed: false),
    Subject("sequential-rules", precision: learnsFromTheLastItem, dependsOnSeed: false),
    Subject(
      "sequential-rules",
      ["steps": 5, "decay": "linear", "lastWeights": [1, 1, 1, 1, 1], "rulesPerItem": 20],
      precision: learns, dependsOnSeed: false),
    Subject("item-rules", precision: learnsFromTheLastItem, dependsOnSeed: false),
    Subject(
      "item-rules", ["rulesPerItem": 10, "lastWeights": [1, 0.5, 0.25], "heldBack": 1],
      precision: learnsFromTheLastItem, dependsOnSeed: false),
    Subject("session-knn", ["neighbours": 10], precision: learns, dependsOnSeed: false),
    Subject(
      "session-knn", ["neighbours": 10, "sampleSize": 40, "heldBack": 1, "ties": "shared"],
      precision: learns, dependsOnSeed: false),
    Subject(
      "gru-nr", ["width": 16, "batch": 16, "learningRate": 0.01, "maxLength": 8], epochs: 25,
      precision: learns),
    Subject(
      "gru-nr",
      [
        "width": 16, "batch": 16, "learningRate": 0.01, "loss": "bpr-max", "negatives": 20,
        "scorePenalty": 0,
      ], epochs: 15, precision: learns),
    Subject(
      "preference-graph",
      [
        "width": 16, "hidden": 16, "maxLength": 10, "examplesPerUser": 4, "batch": 32,
        "learningRate": 0.01, "graphSettings": ["clusters": 3],
      ], epochs: 25, precision: learns),
    Subject(
      "preference-graph",
      [
        "graph": false, "width": 16, "hidden": 16, "examplesPerUser": 4, "batch": 32,
        "learningRate": 0.01,
      ], epochs: 12, precision: learns),
    // A kind or two of six or seven items: both sides have users.
    Subject(
      "diversity-switch",
      [
        "threshold": 0.3, "attribute": "kind",
        "gruNR": ["width": 16, "batch": 16, "learningRate": 0.005, "maxLength": 8],
        "urGAN": gan.merging(patch: [
          "condition": "both", "attributes": ["kind"], "attributeWidth": 8,
          "outputActivation": "linear",
        ]),
      ], epochs: 60, precision: learnsALittle),
  ]
}
