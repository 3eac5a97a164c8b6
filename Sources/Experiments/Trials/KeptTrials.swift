import Basics
import Foundation
import Results

/// The trials that a folder of results keeps, finished or not.
package struct KeptTrials {
  package struct Kept: Sendable {
    /// What became of it.
    package enum State: String, Sendable { case finished, failed, begun, damaged }

    /// The name of its folder, which begins with its identity.
    package let name: String
    /// System and seed, as far as they can be told.
    package let title: String
    /// What became of it.
    package let state: State
    /// All its files.
    package let bytes: Int
    /// The experiments that use it; nil when it cannot be told what it is.
    package let users: [String]?

    /// Whether it is known that no spec uses it.
    package var isUnused: Bool { users?.isEmpty ?? false }
  }

  /// By name.
  package let all: [Kept]
  private let results: String

  /// Looks through `<results>/.trials`.
  ///
  /// - Parameter specs: those that may use the trials, by the name of their experiment.
  /// - Throws: `Problem` of a spec.
  package init(results: String, specs: [(name: String, spec: Spec)]) throws(Problem) {
    self.results = results
    var users: [String: [String]] = [:]
    for (name, spec) in specs {
      for use in try spec.trialUses { users[use, default: []].append(name) }
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(results)/.trials")) ?? []
    all = names.filter { $0.wholeMatch(of: /[0-9a-f]{64}(-.*)?/) != nil }.sorted().map { name in
      Self.kept(name, TrialFolder(name, results: results), users)
    }
  }

  private static func kept(
    _ name: String, _ folder: TrialFolder, _ users: [String: [String]]
  ) -> Kept {
    let content = folder.knownContent(identity: String(name.prefix(64)))
    let record = try? TrialRecord(reading: folder.record)
    func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
    let state: Kept.State =
      record != nil
      ? .finished
      : exists(folder.record) ? .damaged : exists(folder.failure) ? .failed : .begun
    let seed = content?["seed"].flatMap { try? $0.asInteger() }
    let title =
      record.map { "\($0.system), seed \($0.seed)" }
      ?? content.flatMap { try? $0["recommender"]?.asString() }.map {
        "\($0), seed \(seed.map(String.init) ?? "?")"
      } ?? "unknown"
    return Kept(
      name: name, title: title, state: state, bytes: folder.bytes,
      users: content.map { users[Spec.trialUse(of: $0)] ?? [] })
  }

  /// Removes the trials that no spec uses; those that a run works on are left.
  ///
  /// Returns what was removed.
  package func removeUnused() -> [Kept] {
    all.filter { kept in
      let folder = TrialFolder(kept.name, results: results)
      guard kept.isUnused, RunLock.holder(ifHeld: folder.lock) == nil else { return false }
      return (try? FileManager.default.removeItem(atPath: folder.path)) != nil
    }
  }
}

extension TrialFolder {
  /// What the trial is; nil where nothing tells it, or what tells it belongs to another.
  fileprivate func knownContent(identity: String) -> JSON? {
    let own = try? String(decoding: Files.read(content), as: UTF8.self)
    let texts = [own].compactMap(\.self)
    guard
      let text = texts.first(where: { SHA256.hex(of: $0) == identity })
        ?? (try? checkpoint.newest(of: identity))?.checkpoint.header.settings
    else { return nil }
    return try? JSON.parse(text, file: content)
  }

  /// The size of all its files.
  fileprivate var bytes: Int {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.reduce(0) { sum, name in
      let facts = try? FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")
      return sum + ((facts?[.size] as? Int) ?? 0)
    }
  }
}

extension Spec {
  /// What a use leaves open: how long a choice trains, for which seed, and which bytes the data have.
  private static let open = [
    "seed", "purpose", "epochs", "earlyStopping", "dataDigest", "splitDigest",
  ]

  /// Of a trial's content, what a spec says of it.
  static func trialUse(of content: JSON) -> String { content.without(open).canonicalText }

  /// What the spec says of every trial that it may ask for.
  fileprivate var trialUses: Set<String> {
    get throws(Problem) {
      var uses: Set<String> = []
      for system in systems {
        let (training, data) = (try training(of: system), try data(of: system))
        for configuration in try system.configurations() {
          let trial = Trial(
            system, configuration.settings, seed: 0, purpose: .reporting, metrics: metrics,
            ties: ties, training: training, data: data, dataDigest: "", splitDigest: "")
          uses.insert(Self.trialUse(of: trial.content))
        }
      }
      return uses
    }
  }
}
