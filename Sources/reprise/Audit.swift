import ArgumentParser
import Basics
import Experiments
import Results

/// Checks published tables, and what a paper says of them, by arithmetic alone.
struct Audit: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Check published tables and claims by arithmetic alone; nothing is trained or downloaded.",
    discussion: """
      Numbers are taken anywhere within the rounding of their printed digits, so what is found is \
      impossible for all of them. Rules that compare tables work over all specs given together. \
      Findings are results: the status is 0 when the audit ran, 2 when a spec was refused.
      """)

  @Argument(help: "The specs, or folders of them.", completion: .file(extensions: ["json"]))
  var specs: [String]

  @Option(name: .customLong("csv"), help: "Write the findings to this file, too.")
  var csvFile: String?

  @Option(name: .customLong("markdown"), help: "Write the report to this file, too.")
  var markdownFile: String?

  func validate() throws {
    try NamedPath.check("--csv", csvFile)
    try NamedPath.check("--markdown", markdownFile)
  }

  func run() throws {
    var first: Problem?
    var tables: [AuditTable] = []
    var claims: [AuditedClaim] = []
    for path in try SpecPaths.files(specs) {
      do throws(Problem) {
        let spec = try SpecFile(path: path).spec()
        tables += spec.auditTables(file: path)
        claims += spec.auditedClaims(file: path)
      } catch {
        Failure.report(error)
        first = first ?? error
      }
    }
    let report = AuditReport(tables, claims: claims)
    if let csvFile { try report.writeCSV(to: csvFile) }
    if let markdownFile { try report.writeMarkdown(to: markdownFile) }
    print(report.plainText, terminator: "")
    if let first { throw ExitCode(first.exitCode) }
  }
}
