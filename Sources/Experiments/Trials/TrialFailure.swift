import Basics
import Results

/// Why a trial can have no result: its losses or scores are no longer numbers.
///
/// Kept with the trial, because training it again would end in the same way. Whatever else stops a
/// trial – a full disk, a killed worker – is not kept, and the next run tries again.
package struct TrialFailure: SealedFile, Error, Equatable {
  package static let kind = "failure"
  package static let format = 1

  /// The content hash of the trial.
  package var identity = ""
  /// The trial, the epoch, and what was no number.
  package var message = ""

  package init() {}

  init(_ trial: Trial, _ message: String) { (identity, self.message) = (trial.identity, message) }

  package static var fields: [Field<Self>] {
    [
      .text("identity", \.identity, "content hash of the trial").required(),
      .text("message", \.message, "what was no number, and when").required(),
    ]
  }

  /// Reads the failure at `path`, which must be that of the trial `identity`.
  package init(reading path: String, identity: String) throws(Problem) {
    try self.init(reading: path)
    guard identity == self.identity else {
      throw .data("\(path): this is the failure of trial \(self.identity), not of \(identity)")
    }
  }
}
