import Basics
import Datasets

/// What a prediction of clicks may learn from: the labels of its training records, and the fields
/// of all.
package struct ClickData: Sendable {
  /// The places of the training records, ascending.
  package let training: [Int32]
  /// 1 for a click and 0 for none in the training records; NaN in the others, which are held out.
  package let labels: [Float]
  private let records: Records

  /// The data of records of which these are learned from.
  package init(_ records: Records, training: [Int32]) {
    (self.records, self.training) = (records, training)
    var labels = [Float](repeating: .nan, count: records.count)
    for place in training { labels[Int(place)] = records.labels[Int(place)] }
    self.labels = labels
  }

  package var count: Int { labels.count }

  /// The fields, or those of these names alone, as rows of a table of embeddings, learned from the
  /// training records alone.
  package func encoded(only names: [String]? = nil) -> EncodedRecords {
    EncodedRecords(records, only: names, training: training)
  }

  /// The same fields, of which fewer records are learned from.
  func restricted(to training: [Int32]) -> ClickData { ClickData(records, training: training) }

  /// The fields as they are, for a model that asks for one by its name.
  var columns: [Column] { records.columns }
  /// The true probabilities, which only simulations know: for the oracle.
  var truths: [Float]? { records.truths }
}

/// A system that predicts how probably a record is a click.
package protocol ClickModel: Model
where Learned == ClickData, Checked == Records, Sizes == RecordSizes {
  /// Writes the logarithms of the odds of a click of the records at these places.
  func logits(of places: [Int32], into logits: ScoreRow)
}

extension ClickModel {
  package static var task: LearningTask { .clicks }

  /// Fills in the logarithms of the odds; where there is no place there is nothing to predict.
  package func logits(of places: [Int32], into room: UnsafeMutableBufferPointer<Float>) {
    guard let logits = ScoreRow(room) else { return }
    self.logits(of: places, into: logits)
  }
}

/// Models of clicks. All of it throws `Problem.usage` where one predicts something else, and at
/// settings that do not decode.
extension RecommenderType {
  private func predictor() throws(Problem) -> any ClickModel.Type { try model(for: .clicks) }

  /// Builds the untrained model. Throws as it does itself, too.
  package func make(
    _ settings: JSON, _ data: ClickData, _ seed: UInt64
  ) throws -> any ClickModel { try predictor().made(settings, data, seed) }

  /// Refuses settings that ask for what the data lack.
  package func check(_ settings: JSON, _ data: Records) throws(Problem) {
    try predictor().check(settings, data)
  }

  /// About what it takes.
  package func estimate(_ settings: JSON, _ sizes: RecordSizes) throws(Problem) -> Estimate {
    try predictor().estimate(settings, sizes)
  }
}
