import Basics
import Datasets
import Foundation

/// A CSV file of a million ratings, with MovieLens-1M's users and items and the skew of
/// `LargeMatrix`; `csv_pandas.py` draws by the same law.
enum LargeCSV {
  static let lines = 1_000_000

  /// Writes the file and returns what reads and splits it, as a spec would say it.
  static func work(in folder: String) throws -> () async throws -> Void {
    let path = "\(folder)/ratings.csv"
    try write(to: path)
    let settings = try DataSettings(
      decoding: [
        "dataset": "csv",
        "csv": [
          "files": [.string(path)],
          "columns": ["user": "user", "item": "item", "rating": "rating", "timestamp": "time"],
        ], "split": ["method": "random", "test": 0.2],
      ])
    return {
      let dataset = try await settings.load(from: DataFolders(option: nil))
      _ = try settings.makeSplit(dataset, seed: 1)
    }
  }

  /// A part at a time, so that the text never counts as memory that reading took.
  private static func write(to path: String) throws {
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    defer { try? file.close() }
    try file.write(contentsOf: Data("user,item,rating,timestamp\n".utf8))
    var random = Random(seed: 1, stream: "lines")
    func skewed(_ count: Int) -> Int {
      let uniform = random.uniform()
      return min(Int(Float(count) * uniform * uniform), count - 1)
    }
    for _ in 0..<lines / 1000 {
      var text: [UInt8] = []
      for _ in 0..<1000 {
        let (user, item) = (skewed(LargeMatrix.users), skewed(LargeMatrix.items))
        let halves = 1 + random.below(10)
        let time = 956_703_932 + random.below(90_000_000)
        text += "\(user + 1),\(item + 1),\(halves / 2).\(halves % 2 * 5),\(time)\n".utf8
      }
      try file.write(contentsOf: Data(text))
    }
  }
}
