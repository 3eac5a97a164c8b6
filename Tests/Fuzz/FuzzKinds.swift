/// All kinds of inputs.
enum FuzzKinds {
  /// One a line; they share the inputs.
  static func all(_ corpus: Corpus, _ data: DataCorpus, _ program: Program) -> [any FuzzKind] {
    [
      SealedHDF5Kind.checkpoints(corpus),
      SealedHDF5Kind.users(corpus),
      CurveKind(corpus: corpus),
      TrialFolderKind(corpus: corpus, program: program),
      CommandLineKind(corpus: corpus, program: program),
      MovieLensKind(),
      GivenFileKind(),
    ] + SealedJSONKind.all(corpus) + DataFileKind.all(data)
  }
}
