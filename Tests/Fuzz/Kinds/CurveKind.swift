import Basics
import Results

/// Learning curves, which have no seal.
struct CurveKind: FuzzKind {
  let name = "curve"
  let share = 90
  let corpus: Corpus

  func read(_ random: inout Random) -> FuzzStage {
    let files = corpus.files("curve.csv")
    let bytes = Mutation.damage(
      files[random.below(files.count)], files[random.below(files.count)], &random)
    guard Scratch.write(bytes, to: "input.csv") else { return .notMade }
    return FuzzStage { _ = try Curve(reading: "input.csv").csv }
  }
}
