import Basics
import Datasets
import Evaluation
import Foundation
import Recommenders
import Results
import TestSupport

@testable import Experiments

/// The data set and split that the small trials learn from.
let smallData = tasteGroups(users: 24, items: 16)

func smallSplit(validation: Double = 0, of data: Dataset = smallData) throws -> Split {
  var settings = SplitSettings()
  (settings.method, settings.validation) = (.randomPerUser, validation)
  return try makeSplit(data, feedback: .allRatings, settings: settings, seed: 1)
}

/// A system of this recommender with its default settings.
func smallSystem(_ recommender: RecommenderType, label: String = "A") -> SystemSpec {
  var system = SystemSpec()
  (system.label, system.recommender) = (label, recommender)
  return system
}

/// A trial of six epochs, measured at every second.
func smallTrial(
  _ system: SystemSpec, settings: JSON? = nil, seed: Int = 1,
  purpose: Trial.Purpose = .reporting, metrics: [String] = ["precision@5", "ndcg@5"],
  ties: TieOrder = .id, chosenBy: [String] = [],
  change: (inout TrainingSettings) throws -> Void = { _ in }
) throws -> Trial {
  var training = TrainingSettings()
  (training.epochs, training.evaluateEvery) = (6, 2)
  try change(&training)
  var content = TrialContent(
    system.recommender, try settings ?? system.configurations()[0].settings, seed: seed, purpose,
    training, smallSettings, Pipeline(), dataDigest: smallData.digest,
    splitDigest: try smallSplit().digest)
  (content.metrics, content.ties) = (try metrics.map { try Metric($0) }, ties)
  content.chosenBy += try chosenBy.map { try Metric($0) }
  return Trial(content, system.recommender, system: system.label)
}

/// Decodes, as all settings of data must.
private let smallSettings: DataSettings = {
  var settings = DataSettings()
  (settings.dataset, settings.files) = ("files", ["small.tsv"])
  return settings
}()

/// The work of this trial in a results folder.
func smallRun(
  _ trial: Trial, _ folder: TemporaryFolder, validation: Double = 0,
  interruption: Interruption = Interruption()
) throws -> TrialRun {
  TrialRun(
    trial: trial, folder: TrialFolder(trial, results: folder.path),
    parts: RankingParts(dataset: smallData, split: try smallSplit(validation: validation)),
    specText: "{}",
    facts: MachineFacts.current(),
    observe: { _ in }, interruption: interruption)
}
