import Datasets

/// An examination of the machine: everything that decides whether results will be right, and soon.
package struct Examination: Sendable {
  /// What was found, in the order in which it is shown.
  package let findings: [Finding]

  /// Examines this process and its machine; about two seconds.
  ///
  /// - Parameters:
  ///   - program: this program, which has the command ``CoreTest/command``.
  ///   - results: the results folder, which need not be there.
  ///   - folders: where data sets are looked for.
  package init(program: String, results: String, folders: DataFolders) {
    findings =
      KernelFindings.all(program: program) + ResourceFindings.all()
      + StorageFindings.all(results: results) + ToolFindings.all(folders: folders)
  }

  /// Those by which results would be wrong, several times slower, or not be at all.
  package var bad: [Finding] { findings.filter { $0.weight == .bad } }

  /// A screen for a terminal.
  package var text: String {
    let last = bad.isEmpty ? "" : "\(bad.count) to mend, marked BAD"
    return (Finding.lines(findings) + (last.isEmpty ? [] : [last])).joined(separator: "\n")
  }
}
