import Basics

/// How many fits a spec asks for, as far as the spec alone tells.
package struct TrialCount: Sendable, Equatable {
  /// Fits among which grid points and numbers of epochs are chosen.
  package var search = 0
  /// Fits whose test results are reported.
  package var final = 0
  /// All fits.
  package var total: Int { search + final }

  /// Adds up the systems of a spec, each for every seed and fold.
  ///
  /// Halving counts every point once: those that go on are the same fits, continued.
  /// A system with a selection on validation data is fitted once for each grid point to choose, and
  /// once more as chosen; one that is fitted once and has no grid has nothing to choose.
  package init(_ spec: Spec) throws(Problem) {
    for system in spec.systems {
      let tried = system.search.points(of: try system.configurations())
      let times = try spec.seeds.count * spec.data(of: system).byFold.count
      let points = tried.count * times
      if try spec.choosing(for: system)?.part == .validation {
        search += points
        final += times
      } else {
        final += points
      }
    }
  }
}
