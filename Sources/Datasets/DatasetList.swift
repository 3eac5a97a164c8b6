import Basics

/// The data sets that specs can name.
package enum DatasetList {
  /// All of them; the keys of those that have settings follow each other in a spec's `data` as they
  /// do here.
  package static let all: [DatasetSource] = [
    MovieLens100K.source, MovieLens1M.source, OpenBandit.source, FilesSource.source,
    CSVSource.source, BehaviourLog.source, Taobao.source,
    Groceries.source,
  ]

  /// The data set of this name. Throws `Problem.usage` with the nearest name.
  package static func named(_ name: String) throws(Problem) -> DatasetSource {
    guard let source = all.first(where: { $0.name == name }) else {
      throw .usage("unknown data set \"\(name)\"" + suggestion(for: name, among: all.map(\.name)))
    }
    return source
  }
}
