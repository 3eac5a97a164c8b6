import Datasets
import Schema

/// What a prediction of clicks may learn from: the labels of its training records, and the fields of all.
public struct ClickData: Sendable {
  /// The fields as they are, for what asks for one by its name.
  public let records: Records
  /// The fields as rows of a table of embeddings, learned from the training records alone.
  public let encoded: EncodedRecords
  /// The places of the training records, ascending.
  public let training: [Int32]

  /// Encodes the records by those that are learned from.
  public init(_ records: Records, training: [Int32]) {
    (self.records, self.training) = (records, training)
    encoded = EncodedRecords(records, training: training)
  }
}

/// A system that predicts how probably a record is a click.
public protocol ClickModel: Model {
  /// Builds the untrained system.
  ///
  /// Throws `Problem` when the data lack what the settings ask for.
  init(_ options: Options, data: ClickData, seed: UInt64) throws

  /// Refuses, before anything trains, settings that ask for what the data lack; `init` throws the
  /// same. By default every setting suits all data.
  static func check(_ options: Options, data: Records) throws(Problem)

  /// Writes the logarithms of the odds of a click of the records at these places.
  func logits(of places: [Int32], into logits: UnsafeMutableBufferPointer<Float>)
}

extension ClickModel {
  package static func check(_ options: Options, data: Records) throws(Problem) {}
}
