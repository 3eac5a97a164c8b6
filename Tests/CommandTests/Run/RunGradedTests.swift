import Basics
import Foundation
import TestSupport
import Testing

/// A gain by the ratings of what is held out.
@Suite struct RunGradedTests {
  private func spec(in folder: TemporaryFolder, test: String) throws {
    try folder.write("1 a 5\n1 b 4\n2 a 3\n2 c 1\n3 a 2\n3 b 2\n3 c 2\n", to: "train.txt")
    try folder.write(test, to: "test.txt")
    try folder.write(
      #"""
      {"title": "Graded", "seeds": [1], "data": {"dataset": "files", "split":
         {"method": "files", "trainFile": "train.txt", "testFile": "test.txt"}},
       "metrics": ["ndcg@2(gain=exponential)", "ndcg@2(gain=linear)", "ndcg@2"],
       "systems": [{"label": "Pop", "recommender": "item-pop"}],
       "tables": [{"name": "table", "columns": ["ndcg@2(gain=exponential)", "ndcg@2(gain=linear)", "ndcg@2"]}]}
      """#, to: "graded.json")
  }

  /// User 1 has c 2 and d 4 held out, c before d by popularity; user 2 has b 1.
  @Test func ratingsOfTheTestFileCount() throws {
    try withTemporaryFolder { folder in
      try spec(in: folder, test: "1 c 2\n1 d 4\n2 b 1\n")
      let result = try Command.reprise(["run", "graded.json"], in: folder.path)
      #expect(result.status == 0, "\(result.errors)")
      let name = URL(filePath: folder.path).standardizedFileURL.lastPathComponent
      let table = try folder.text(of: "Results/\(name)/graded/table.csv")
      let second = 1 / log2(3.0)
      let values = [
        ((3 + 15 * second) / (15 + 3 * second) + 1) / 2,
        ((2 + 4 * second) / (4 + 2 * second) + 1) / 2, 1,
      ]
      let rows = table.split(separator: "\n").dropFirst()
      for (row, value) in zip(rows, values) {
        let numbers = row.split(separator: ",").compactMap { Double($0) }
        #expect(numbers.contains { abs($0 - value) < 1e-12 }, "\(row), not \(value)")
      }
      #expect(table.contains("gain 2^rating − 1") && table.contains("gain the rating"))
    }
  }

  @Test func ratingsThatAreNotKnownAreRefusedBeforeAnythingTrains() throws {
    try withTemporaryFolder { folder in
      try spec(in: folder, test: "1 c\n1 d\n")
      let result = try Command.reprise(["run", "graded.json"], in: folder.path)
      #expect(result.status == 3)
      #expect(
        result.errors
          == "error: ndcg@2(gain=exponential) cannot be measured: a held-out item without a rating\n"
      )
    }
  }
}
