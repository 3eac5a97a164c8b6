/// All kinds of inputs.
enum FuzzKinds {
  /// One a line; they share a thousand inputs.
  static func all(_ corpus: Corpus, _ program: Program) -> [any FuzzKind] {
    [
      SealedHDF5Kind.checkpoints(corpus),
      SealedHDF5Kind.users(corpus),
      CurveKind(corpus: corpus),
      TrialFolderKind(corpus: corpus, program: program),
      CommandLineKind(corpus: corpus, program: program),
    ] + SealedJSONKind.all(corpus)
  }
}
