import Basics
import Datasets

/// The lists of the users that a trial is tested on, and what is relevant to them, to be read by
/// other programs.
package struct RankedLists {
  /// A user's list.
  struct List {
    let user: String
    /// Best first, each with its score; scores descend without equals.
    let items: [(id: String, score: Float)]
    /// What is held out of the user.
    let relevant: [String]
  }

  /// What a TREC run is tagged with.
  let name: String
  /// By the user's index.
  var all: [List] = []
  /// How many users have a list.
  package var count: Int { all.count }

  init(name: String) { self.name = name }

  /// Writes the lists and what is relevant into a folder, which is made if need be; returns the
  /// paths.
  ///
  /// - Throws: `Problem.data` where the format cannot hold an id, `Problem.run` where a file cannot
  ///   be written.
  package func write(to folder: String, _ format: ListFormat) throws(Problem) -> [String] {
    try Files.makeFolder(folder)
    let (lists, relevant) =
      switch format {
      case .csv: (csv, relevantCSV)
      case .trec: (try run(), try relevantRun())
      }
    let ending = format == .csv ? "csv" : "trec"
    let paths = ["\(folder)/lists.\(ending)", "\(folder)/qrels.\(ending)"]
    try Files.writeAtomically(lists, to: paths[0])
    try Files.writeAtomically(relevant, to: paths[1])
    return paths
  }

  private var csv: String {
    CSV.text(
      header: ["user", "item", "score"],
      rows: all.lazy.flatMap { list in list.items.lazy.map { [list.user, $0.id, "\($0.score)"] } })
  }

  private var relevantCSV: String {
    CSV.text(
      header: ["user", "item"],
      rows: all.lazy.flatMap { list in list.relevant.lazy.map { [list.user, $0] } })
  }

  /// `user Q0 item rank score tag`.
  private func run() throws(Problem) -> String {
    var text = ""
    for list in all {
      let user = try Self.word(list.user)
      for (place, item) in list.items.enumerated() {
        text += "\(user) Q0 \(try Self.word(item.id)) \(place + 1) \(item.score) \(name)\n"
      }
    }
    return text
  }

  /// `user 0 item 1`.
  private func relevantRun() throws(Problem) -> String {
    var text = ""
    for list in all {
      let user = try Self.word(list.user)
      for item in list.relevant { text += "\(user) 0 \(try Self.word(item)) 1\n" }
    }
    return text
  }

  /// An id as a run can have it.
  private static func word(_ id: String) throws(Problem) -> String {
    guard !id.isEmpty, !id.contains(where: \.isWhitespace) else {
      throw .data(
        "the id \"\(id)\" has a space, which a TREC run cannot hold; expected --format csv")
    }
    return id
  }
}
