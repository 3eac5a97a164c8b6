// swift-tools-version: 6.2
import PackageDescription

/// `make check` sets it: no warning passes there, and everything is built once, from nothing.
let strict = Context.environment["REPRISE_STRICT"] != nil

/// In debug builds too: the tests train real models on real data, and run the program that does.
/// A module as a whole is optimised in less time than file by file, but a change of a file then
/// costs the module: only where nothing is built twice.
let optimised: [SwiftSetting] = [
  .unsafeFlags(
    strict ? ["-O", "-wmo", "-num-threads", "2"] : ["-O"], .when(configuration: .debug))
]

/// Imports run one way:
/// reprise → Experiments → {Recommenders, Results → Evaluation} → {Engine, Datasets} → {Basics, C libraries};
/// Experiments → Mining → Basics.
/// A target exists to forbid an import: a metric cannot see a model, a report cannot retrain,
/// the engine does not know what an item is, what clusters does not know what a user is.
let package = Package(
  name: "reprise",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "reprise", targets: ["reprise"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
  ],
  targets: [
    .systemLibrary(
      name: "COpenBLAS", pkgConfig: "openblas",
      providers: [.apt(["libopenblas-dev"]), .brew(["openblas"])]),
    .systemLibrary(
      name: "CHDF5", pkgConfig: "hdf5",
      providers: [.apt(["libhdf5-dev"]), .brew(["hdf5"])]),
    .systemLibrary(
      name: "CCrypto", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "CKernels", cSettings: [.unsafeFlags(["-O3", "-ffp-contract=off"])]),

    .target(name: "CTime"),

    .target(name: "Basics", dependencies: ["CCrypto"], swiftSettings: optimised),
    .target(
      name: "Engine", dependencies: ["Basics", "CKernels", "COpenBLAS"],
      swiftSettings: optimised),
    .target(
      name: "Datasets",
      dependencies: [
        "Basics", "CTime", "CZlib", .product(name: "Subprocess", package: "swift-subprocess"),
      ], swiftSettings: optimised),
    .target(
      name: "Evaluation", dependencies: ["Basics", "Datasets"],
      swiftSettings: optimised),
    .target(
      name: "Recommenders", dependencies: ["Basics", "Engine", "Datasets"],
      swiftSettings: optimised),
    .target(
      name: "Results", dependencies: ["Basics", "Evaluation"], swiftSettings: optimised),
    .target(
      name: "Mining", dependencies: ["Basics"],
      swiftSettings: optimised),
    .target(
      name: "Experiments",
      dependencies: [
        "Basics", "Engine", "Datasets", "Mining", "Evaluation", "Recommenders", "Results", "CHDF5",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
    .executableTarget(
      name: "reprise",
      dependencies: [
        "Experiments", .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ]),

    // The measured side of `make bench`; the peers it is compared with are in Tests/Peers.
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "Basics", "Engine", "Datasets", "Evaluation", "Recommenders", "Experiments",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], path: "Tests/Benchmarks"),

    // `make fuzz`: damaged files and senseless command lines, each read in a child process.
    .target(name: "ForkedChild", path: "Tests/ForkedChild"),
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "Basics", "Datasets", "Results", "Experiments", "ForkedChild", "CZlib",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], path: "Tests/Fuzz", exclude: ["Corpus"]),

    .target(
      name: "TestSupport", dependencies: ["Engine", "Datasets", "Basics"], path: "Tests/TestSupport"
    ),
    // Counts the calls of malloc in the test program.
    .target(name: "CountAllocations", path: "Tests/CountAllocations"),
    .testTarget(name: "BasicsTests", dependencies: ["Basics", "TestSupport"]),
    .testTarget(
      name: "EngineTests",
      dependencies: ["Engine", "CKernels", "CountAllocations", "Basics", "TestSupport"]),
    .testTarget(name: "MiningTests", dependencies: ["Mining", "TestSupport"]),
    .testTarget(name: "DatasetsTests", dependencies: ["Datasets", "TestSupport"]),
    .testTarget(name: "EvaluationTests", dependencies: ["Evaluation", "TestSupport"]),
    .testTarget(
      name: "RecommendersTests", dependencies: ["Recommenders", "Evaluation", "TestSupport"]),
    .testTarget(name: "ResultsTests", dependencies: ["Results", "TestSupport"]),
    .testTarget(name: "ExperimentsTests", dependencies: ["Experiments", "TestSupport"]),
    .testTarget(name: "CommandTests", dependencies: ["reprise", "Experiments", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)

// Elsewhere a newer compiler's new warnings do not stop a build.
if strict {
  for target in package.targets where target.type != .system {
    target.swiftSettings = (target.swiftSettings ?? []) + [.treatAllWarnings(as: .error)]
    target.cSettings = (target.cSettings ?? []) + [.treatAllWarnings(as: .error)]
  }
}
