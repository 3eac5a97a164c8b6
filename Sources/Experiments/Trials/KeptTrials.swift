import Basics
import Foundation
import Recommenders
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
    var users: [String: [TrialUse]] = [:]
    for (name, spec) in specs {
      for use in try spec.trialUses(by: name) { users[use.training, default: []].append(use) }
    }
    all = Self.names(results).map { name in
      Self.kept(name, TrialFolder(name, results: results), users)
    }
  }

  /// What is known of all trials that the folder keeps.
  static func contents(results: String) -> [TrialContent] {
    names(results).compactMap { TrialFolder($0, results: results).knownContent(named: $0) }
  }

  private static func names(_ results: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(results)/.trials")) ?? []
    return names.filter { $0.wholeMatch(of: /[0-9a-f]{64}-[0-9]+(-.*)?/) != nil }.sorted()
  }

  private static func kept(
    _ name: String, _ folder: TrialFolder, _ users: [String: [TrialUse]]
  ) -> Kept {
    let content = folder.knownContent(named: name)
    let record = try? TrialRecord(reading: folder.record)
    func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
    let state: Kept.State =
      record != nil
      ? .finished
      : exists(folder.record) ? .damaged : exists(folder.failure) ? .failed : .begun
    let title =
      record.map { "\($0.system), seed \($0.seed)" }
      ?? content.map { "\($0.training.recommender), seed \($0.training.seed)" } ?? "unknown"
    return Kept(
      name: name, title: title, state: state, bytes: folder.bytes,
      users: content.map { content in
        let uses = users[TrialUse.text(of: content.training)] ?? []
        return uses.filter { $0.covers(content.epochs) }.map(\.experiment)
      })
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
  fileprivate func knownContent(named name: String) -> TrialContent? {
    func content(_ text: String?) -> TrialContent? {
      guard let text, let json = try? JSON.parse(text, file: self.content, as: .data),
        let content = try? TrialContent(decoding: json), name.hasPrefix(content.identity)
      else { return nil }
      return content
    }
    return content(try? String(decoding: Files.read(self.content), as: UTF8.self))
      ?? content((try? checkpoint.newest())?.checkpoint.header.settings)
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

/// That a spec may ask for trials of a training.
private struct TrialUse {
  /// What the spec says of the training, as text.
  let training: String
  let experiment: String
  /// How long it trains.
  let epochs: Int
  /// Whether it may end earlier: the length is chosen, or searched by halving.
  let mayBeShorter: Bool

  func covers(_ epochs: Int) -> Bool {
    mayBeShorter ? epochs <= self.epochs : epochs == self.epochs
  }

  /// What a spec leaves open: what it learns from, for which seed, which bytes the data have, when
  /// it stops.
  private static let open = [
    "seed", "purpose", "dataDigest", "splitDigest", "stopping", "lookEvery",
  ]

  static func text(of training: Training) -> String {
    var training = training
    if let type = try? RecommenderList.named(training.recommender) {
      // Nor do they say which bytes given files have.
      training.settings = type.changingPaths(training.settings) { _ in "" }
    }
    return training.encoded().without(open).canonicalText
  }
}

extension Spec {
  /// What the spec says of every trial that it may ask for.
  fileprivate func trialUses(by experiment: String) throws(Problem) -> [TrialUse] {
    var uses: [TrialUse] = []
    for system in systems {
      let (training, folds) = (try training(of: system), try data(of: system).byFold)
      let isChosen = try choosing(for: system) != nil
      for (configuration, data) in try system.configurations().flatMap({ point in
        folds.map { (point, $0) }
      }) {
        let content = TrialContent(
          system.recommender, configuration.settings, seed: 0, .reporting, training, data, pipeline,
          dataDigest: "", splitDigest: "")
        uses.append(
          TrialUse(
            training: TrialUse.text(of: content.training), experiment: experiment,
            epochs: content.epochs, mayBeShorter: isChosen))
      }
    }
    return uses
  }
}
