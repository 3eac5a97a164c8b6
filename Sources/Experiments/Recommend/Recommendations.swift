import Datasets
import Foundation

/// What a trained model would show a user: the best items that it was not trained on.
package struct Recommendations: Sendable, Equatable {
  package struct Entry: Sendable, Equatable {
    /// The id as the data set writes it.
    package let item: String
    /// The title; nil where the data set has none.
    package let title: String?
    /// The model's score; only its order means something.
    package let score: Float

    package init(item: String, title: String?, score: Float) {
      (self.item, self.title, self.score) = (item, title, score)
    }
  }

  /// Best first; fewer than asked for where fewer items are left.
  package let entries: [Entry]

  /// Recommendations, the best first.
  package init(_ entries: [Entry]) { self.entries = entries }

  /// A line an item under a heading: rank, item id, title if there are any, score.
  package var text: String {
    var rows = [["rank", "item", "title", "score"]]
    for (index, entry) in entries.enumerated() {
      let score = String(format: "%.6g", Double(entry.score))
      rows.append([String(index + 1), entry.item, entry.title ?? "", score])
    }
    if entries.allSatisfy({ $0.title == nil }) {
      for row in rows.indices { rows[row].remove(at: 2) }
    }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        // Numbers line up at their ends, names at their beginnings.
        return column == 0 || column == row.count - 1 ? space + cell : cell + space
      }
      return cells.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}
