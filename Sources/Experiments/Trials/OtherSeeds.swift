/// Finished trials that differ from some of a run in nothing but the seed.
///
/// They tell how far seeds lie apart where a run has one.
struct OtherSeeds {
  private let results: String
  private let kept: [TrialContent]

  /// Those of a folder of results.
  init(results: String) {
    self.results = results
    kept = KeptTrials.contents(results: results)
  }

  /// What such trials have measured, under the labels of these; what cannot be read is left out.
  func results(of trials: [Trial]) -> [TrialResult] {
    let others: [Trial] = trials.flatMap { trial in
      kept.compactMap { other in
        guard other.training.seed != trial.seed else { return nil }
        var content = trial.content
        (content.training.seed, content.training.splitDigest) =
          (other.training.seed, other.training.splitDigest)
        guard content.identity == other.identity else { return nil }
        return Trial(content, trial.recommender, system: trial.system)
      }
    }
    let systems = Dictionary(grouping: trials, by: \.system)
    return systems.sorted { $0.key < $1.key }.flatMap { system, trials in
      let own = others.filter { $0.system == system }
      // Of a seed that has not run on all folds nothing is known.
      let whole = own.filter { one in
        own.count { $0.seed == one.seed } == trials.count { $0.seed == trials[0].seed }
      }
      return whole.seeds { try? TrialFolder($0, results: results).result(of: $0, again: []) }
    }
  }
}
