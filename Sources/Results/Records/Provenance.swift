import Basics

/// Where and by which program something was measured.
package struct Provenance: Settings, Equatable {
  /// The git revision of the sources, with `-dirty` when they were changed; "unknown"
  /// outside a checkout.
  package var gitRevision = ""
  /// The name of the machine.
  package var host = ""
  /// The kernels that the linear algebra library picked for this processor: results may differ in
  /// their last bits between cores.
  package var coreName = ""
  /// Why the library was told to pick them; empty where it picked them by itself, or the user did.
  package var coreChoice = ""
  /// The instruction set of our own kernels; empty in records that do not say.
  package var kernels = ""
  /// Threads of the linear algebra library per trial.
  package var threads = 1

  package init() {}

  /// Where and by which program something was measured.
  package init(
    gitRevision: String, host: String, coreName: String, coreChoice: String = "",
    kernels: String = "", threads: Int
  ) {
    self.gitRevision = gitRevision
    self.host = host
    self.coreName = coreName
    self.coreChoice = coreChoice
    self.kernels = kernels
    self.threads = threads
  }

  /// The family of processors, as far as it decides about bits.
  package var processor: String { kernels.isEmpty ? coreName : "\(coreName) (\(kernels))" }

  /// Whether the same program gives the same bits there.
  func hasBits(of other: Provenance) -> Bool {
    coreName == other.coreName
      && (kernels == other.kernels || kernels.isEmpty || other.kernels.isEmpty)
  }

  /// The keys of the JSON object.
  package static var fields: [Field<Self>] {
    [
      .text("gitRevision", \.gitRevision, "revision of the sources").required(),
      .text("host", \.host, "name of the machine").required(),
      .text("coreName", \.coreName, "kernels picked by the linear algebra library").required(),
      .text("coreChoice", \.coreChoice, "why they were picked for it").omittedByDefault(),
      .text("kernels", \.kernels, "instruction set of our own kernels"),
      .integer("threads", \.threads, 1...4096, "threads per trial").required(),
    ]
  }
}
