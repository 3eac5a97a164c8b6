import Datasets

extension Runner {
  /// What the command line decides.
  public struct Options: Sendable {
    /// The results folder.
    public var results = "Results"
    /// Where data sets are.
    public var folders: DataFolders
    /// The folder of data sets that the command line names, for workers.
    public var data: String?
    /// Trials at once.
    public var jobs = 1
    /// So many seeds: the spec's first, and where it names fewer, others after them; nil: the spec's.
    public var seeds: Int?
    /// The program whose command `worker` works on a trial; nil: this process does.
    public var program: String?
    /// How long a worker may take; nil: as long as it needs.
    public var timeLimit: Duration?
    /// What is trained anew although an earlier run left something of it.
    public var again: Set<Again> = []
    /// Whether trials of other kernels are not taken for one's own, whose bits they need not have.
    public var ownKernelsOnly = false
    /// Bytes of memory that the trials may take; nil: as many as are free.
    public var memory: Double?
    /// The file that tells other terminals how the run stands.
    public var statusFile: String?

    /// One trial at once in this process, all seeds, results in `Results`.
    public init(folders: DataFolders) { self.folders = folders }
  }
}
