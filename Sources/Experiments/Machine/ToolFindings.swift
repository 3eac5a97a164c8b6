import Datasets
import Foundation
import Results

/// What is there to draw with and to learn from.
enum ToolFindings {
  static func all(folders: DataFolders) -> [Finding] {
    [gnuplot()]
      + folders.searched.enumerated().map { data($1, name: $0 == 0 ? "data" : "") }
  }

  private static func gnuplot() -> Finding {
    guard let path = FigurePlot.findGnuplot() else {
      return Finding(
        .note, "gnuplot", "not there: figures are not drawn (apt-get install gnuplot-nox)")
    }
    return Finding(.fine, "gnuplot", path)
  }

  private static func data(_ folder: String, name: String) -> Finding {
    func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }
    guard isThere(folder) else {
      return Finding(.note, name, "\(folder): not there yet; `reprise data fetch ml-100k` makes it")
    }
    let known = DatasetList.all.map(\.name).filter { isThere("\(folder)/\($0)") }
    let text = known.isEmpty ? "none; `reprise data fetch ml-100k`" : known.joined(separator: " ")
    return Finding(.fine, name, "\(folder): \(text)")
  }
}
