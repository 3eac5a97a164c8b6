import Basics

/// Every recommender of the list with settings so small that it is trained in a moment.
enum EverySystem {
  private static let players: JSON = [
    "generatorHidden": [8], "discriminatorHidden": [6], "generatorBatch": 16,
    "discriminatorBatch": 16, "generatorSteps": 1, "discriminatorSteps": 1,
  ]
  private static let noise = players.merging(patch: ["noiseSize": 4, "noiseDraws": 2])
  private static let conditioned = players.merging(patch: [
    "attributes": ["kind"], "attributeWidth": 4,
  ])

  private static let sequence: JSON = [
    "width": 8, "hidden": 8, "heads": 1, "blocks": 1, "batch": 16, "maxLength": 8,
  ]

  /// Those that rank items: what they are called and set to.
  static let rankings: [(name: String, settings: JSON)] = [
    ("random", [:]), ("item-pop", [:]), ("user-knn", ["neighbours": 10]),
    ("item-knn", ["neighbours": 8]), ("p3alpha", ["neighbours": 10]),
    ("rp3beta", ["neighbours": 10]), ("association-rules", ["minimumSupport": 2]),
    ("ease", ["l2": 10]), ("pure-svd", ["factors": 4]),
    ("ials", ["factors": 4]), ("mf-bpr", ["factors": 4]), ("gmf", ["factors": 4, "batch": 64]),
    ("mlp", ["layers": [8, 6, 4], "batch": 64]),
    ("neumf", ["factors": 4, "layers": [8, 4], "batch": 64]),
    ("irgan", ["pretrainingEpochs": 1, "discriminatorEpochs": 1, "generatorEpochs": 1]),
    ("cfgan", players.merging(patch: ["rows": "users"])), ("ur-gan", conditioned),
    ("gan", noise), ("cgan", noise.merging(patch: ["condition": "interactions"])),
    (
      "drmud",
      [
        "attributes": ["kind"], "attributeWidth": 4, "generatorHidden": [8],
        "discriminatorHidden": [6], "batch": 16,
      ]
    ),
    (
      "pd-gan",
      [
        "category": "parity", "kernelRidge": 1, "kernelWidth": 4, "kernelSteps": 5, "setSize": 2,
        "listLength": 6, "factors": 3, "pretrainingEpochs": 1,
      ]
    ),
    ("markov-chain", [:]), ("sequential-rules", [:]), ("item-rules", [:]),
    ("session-knn", ["neighbours": 10, "sampleSize": 20]),
    ("gru-nr", ["width": 8, "batch": 16, "maxLength": 8]),
    (
      "preference-graph",
      [
        "width": 8, "hidden": 8, "maxLength": 8, "examplesPerUser": 2, "batch": 16,
        "graphSettings": ["clusters": 3],
      ]
    ),
    (
      "diversity-switch",
      [
        "threshold": 0.5, "attribute": "kind", "gruNR": ["width": 8, "batch": 16, "maxLength": 8],
        "urGAN": conditioned,
      ]
    ),
    ("sasrec", sequence), ("bert4rec", sequence), ("bilstm-transformer", sequence),
  ]

  private static let steps: JSON = ["batch": 32, "learningRate": 0.02]

  /// Those that predict clicks from one's own records; `oracle` needs a simulation.
  static let clicks: [(name: String, settings: JSON)] = [
    ("click-share", [:]), ("lr", steps), ("fm", steps), ("lfm", steps),
    ("dnn", steps.merging(patch: ["hidden": [8]])),
    ("wide-and-deep", steps.merging(patch: ["hidden": [8]])),
    ("deep-fm", steps.merging(patch: ["hidden": [8]])),
    ("life-cycle-switch", ["field": "kind", "otherwise": "fm", "fm": steps]),
  ]

  /// The `systems` of a spec.
  static func spec(_ systems: [(name: String, settings: JSON)]) -> JSON {
    .array(
      systems.map { name, settings in
        ["label": .string(name), "recommender": .string(name), "settings": settings]
      })
  }
}
