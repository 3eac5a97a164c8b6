import Datasets

extension Runner {
  /// What the command line decides.
  package struct Options: Sendable {
    package var results = "Results"
    /// Where data sets are.
    package var folders: DataFolders
    /// The folder of data sets that the command line names, for workers.
    package var data: String?
    /// Trials at once.
    package var jobs = 1
    /// So many seeds: the spec's first, and where it names fewer, others after them; nil: the
    /// spec's.
    package var seeds: Int?
    /// How trials are worked on.
    package var executor: any Executor = InProcessExecutor()
    /// How long a worker may take; nil: as long as it needs.
    package var timeLimit: Duration?
    /// What is trained anew although an earlier run left something of it.
    package var again: Set<Again> = []
    /// Whether trials of other kernels are not taken for one's own, whose bits they need not have.
    package var ownKernelsOnly = false
    /// Bytes of memory that the trials may take; nil: as many as are free.
    package var memory: Double?
    /// The file that tells other terminals how the run stands.
    package var statusFile: String?

    /// One trial at once in this process, all seeds, results in `Results`.
    package init(folders: DataFolders) { self.folders = folders }
  }
}
