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
    trials.flatMap { trial in
      kept.compactMap { other in
        guard other.training.seed != trial.seed else { return nil }
        var content = trial.content
        (content.training.seed, content.training.splitDigest) =
          (other.training.seed, other.training.splitDigest)
        guard content.identity == other.identity else { return nil }
        let own = Trial(content, trial.recommender, system: trial.system)
        return try? TrialFolder(own, results: results).result(of: own, again: [])
      }
    }
  }
}
