import Basics
import Foundation
import Results

/// What a run would do about a trial, and why.
package struct TrialPlan: Sendable {
  /// What is to be done.
  package enum Work: Sendable, Equatable {
    /// It has finished.
    case none
    /// It has finished, and is ranked anew for metrics or an order of ties that it was not measured
    /// by.
    case measure
    /// It is trained, from this epoch on.
    case train(from: Int, epochs: Int)
    /// Nothing: an earlier run found that it can have no result, or left damaged files.
    case blocked(String)
  }

  /// System and seed.
  package let name: String
  package let work: Work
  /// Of a trial that begins from nothing, where it differs from the most similar one that is kept;
  /// none where there is none of the recommender.
  package let differences: [String]

  /// For a terminal: what is to be done, then why.
  package var lines: [String] {
    let first =
      switch work {
      case .none: "finished"
      case .measure: "finished; is measured again, not trained"
      case .train(_, 0): "is fitted"
      case .train(0, let epochs): "trains \(epochs) epochs"
      case .train(let from, let epochs): "goes on from epoch \(from) of \(epochs)"
      case .blocked(let reason): reason
      }
    return ["\(name): \(first)"] + differences.map { "  since then: \($0)" }
  }
}

extension TrialPlan {
  /// Looks at what is kept of a trial.
  ///
  /// - Parameters:
  ///   - kernels: those that would work on it.
  ///   - kept: the contents of the trials that are kept.
  init(_ trial: Trial, _ folder: TrialFolder, kernels: String, among kept: [TrialContent]) {
    name = trial.name
    work = Self.work(trial, folder, kernels)
    differences = work == .train(from: 0, epochs: trial.epochs) ? Self.changes(trial, kept) : []
  }

  private static func work(_ trial: Trial, _ folder: TrialFolder, _ kernels: String) -> Work {
    do {
      if try folder.result(of: trial, again: []) != nil { return .none }
      let record = try folder.record(of: trial)
      if let record, try folder.hasChoice(of: trial, record) { return .measure }
      let isFinished = record != nil
      // What has finished and cannot be measured is trained anew.
      let own = isFinished ? nil : try folder.keptStanding(of: trial.identity)
      let start = own ?? folder.shorterEnd(for: trial, kernels: kernels)
      return .train(from: start?.standing.epoch ?? 0, epochs: trial.epochs)
    } catch let failure as TrialFailure {
      return .blocked("\(failure.message) (`--again failed` trains it anew)")
    } catch {
      return .blocked("\(error)")
    }
  }

  /// Where the trial differs from the one among these that it differs least from.
  private static func changes(_ trial: Trial, _ kept: [TrialContent]) -> [String] {
    let own = trial.content.described
    let all = kept.filter { $0.training.recommender == trial.recommender.name }.map {
      $0.described.differences(to: own).filter { $0.path != ["seed"] }
    }
    return all.min { $0.count < $1.count }?.map(\.text) ?? []
  }
}

extension TrialContent {
  /// What decides the weights, and how long it trains.
  fileprivate var described: JSON {
    training.encoded().merging(patch: .object([("epochs", .integer(epochs))]))
  }
}

extension Runner {
  /// What a run would do, trial by trial, as far as choices have been made; nothing is trained.
  ///
  /// Throws `Problem` where data are not at hand and no run has seen them.
  package func plans() async throws -> [TrialPlan] {
    let plan = try await Plan.make(spec, options, isReport: true) { _ in }
    let kept = KeptTrials.contents(results: options.results)
    var plans: [TrialPlan] = []
    _ = try await outcome(plan) { trials in
      plans += trials.map { TrialPlan($0, plan.folder(of: $0), kernels: plan.kernels, among: kept) }
      return read(trials, plan, again: []).found
    }
    return plans
  }
}
