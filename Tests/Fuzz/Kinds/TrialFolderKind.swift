import Basics

/// Results of which one file is damaged, mostly behind a new seal, and a command that needs it:
/// `report`, a run that goes on, `recommend`, `status`.
struct TrialFolderKind: FuzzKind {
  let name = "trial folder"
  let share = 20
  let megabytes = 0
  let corpus: Corpus
  let program: Program

  func read(_ random: inout Random) -> FuzzStage {
    var files = corpus.all
    let trial = "Results/.trials/\(corpus.trial)"
    let json = ["trial.json", "cost.json", corpus.ofTrial("measured-")]
    let hdf5 = ["checkpoint.h5", corpus.ofTrial("users-")]
    let name = (json + hdf5 + ["curve.csv"])[random.below(6)]
    if json.contains(name) {
      files["\(trial)/\(name)"] = SealedJSON.damaged([files["\(trial)/\(name)"] ?? []], &random)
    } else if hdf5.contains(name) {
      files["\(trial)/\(name)"] = SealedHDF5.damaged(
        name, of: corpus, isSealed: random.below(8) > 0, &random)
    } else {
      let curve = files["\(trial)/\(name)"] ?? []
      files["\(trial)/\(name)"] = Mutation.damage(curve, curve, &random)
    }
    let commands = [
      ["report", "small.json"], ["run", "small.json"],
      ["recommend", "--checkpoint", "\(trial)/checkpoint.h5", "--user", "u1"],
    ]
    let command =
      commands[name == "checkpoint.h5" ? 1 + random.below(2) : random.below(2)]
    if command[0] == "run", name != "trial.json" {
      // Interrupted: what is damaged is gone on from.
      files["\(trial)/trial.json"] = nil
    }
    for (path, bytes) in files where !Scratch.write(bytes, to: path) { return .notMade }
    return program.become(command)
  }
}
