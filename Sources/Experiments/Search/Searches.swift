import Basics
import Results

/// The searches of a spec side by side, round after round.
struct Searches {
  /// How a system's search ended.
  enum End {
    /// Its best point, by the search that found it.
    case chosen(Choice, Search)
    /// Nothing can be chosen: a trial was lost, or no point gave numbers.
    case lost
  }

  private var searches: [Search]
  /// What was measured, by identity.
  private var results: [String: TrialResult] = [:]
  /// Why nothing can be chosen for a system, by its label.
  private var lost: [String: Problem] = [:]
  /// Trials without a result that is needed. A point without numbers is none of them: it cannot
  /// win.
  private(set) var problems: [TrialProblem] = []

  /// The searches of all systems that have something to choose.
  init(_ spec: Spec, _ plan: Plan) throws {
    searches = try spec.systems.compactMap { try Search($0, plan) }
  }

  /// What the present round needs; none when all searches are over.
  var trials: [Trial] { searches.filter { lost[$0.system.label] == nil }.flatMap(\.trials) }

  /// Takes what became of the round.
  mutating func advance(_ found: Runner.Found) throws {
    results.merge(found.results) { _, new in new }
    let hopeless = Set(found.problems.filter { $0.kind == .hopeless }.map(\.trial.identity))
    for problem in found.problems where problem.kind != .hopeless {
      problems.append(problem)
      for search in searches
      where search.trials.contains(where: { $0.identity == problem.trial.identity }) {
        lost[search.system.label] = lost[search.system.label] ?? problem.problem
      }
    }
    for index in searches.indices where lost[searches[index].system.label] == nil {
      try searches[index].advance(results, hopeless: hopeless)
      guard searches[index].isOver else { continue }
      do { _ = try searches[index].choice(results) } catch {
        lost[searches[index].system.label] = error
      }
    }
  }

  private func search(of system: SystemSpec) -> Search? {
    searches.first { $0.system.label == system.label }
  }

  /// How the search of a system ended; nil where there was nothing to choose.
  func end(of system: SystemSpec) -> End? {
    guard let search = search(of: system) else { return nil }
    guard lost[system.label] == nil, let choice = try? search.choice(results) else { return .lost }
    return .chosen(choice, search)
  }

  /// Why nothing was chosen for a system.
  func reason(for system: SystemSpec) -> Problem? { lost[system.label] }

  /// The trials of the search that are reported themselves, as some papers do; nil for others.
  func picked(for system: SystemSpec) -> [TrialResult]? {
    guard case .chosen(let choice, let search) = end(of: system), search.isLeaky else { return nil }
    let own = search.candidates.first { $0.configuration == choice.configuration }?.trials ?? []
    return own.seeds { results[$0.identity]?.at(epoch: choice.epochs).labelled(system.label) }
  }
}
