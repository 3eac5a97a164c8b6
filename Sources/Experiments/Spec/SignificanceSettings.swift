import Basics
import Evaluation

/// How the differences of a table are tested against one of its rows.
///
/// Every other row is compared with the reference in every column, and the corrections take all
/// comparisons of the table as one family. Over users, a user's value is the mean over seeds, of
/// the users that every seed has tested in both systems (each seed draws its own split). Over
/// seeds, a pair is the two systems' values of one seed.
package struct SignificanceSettings: Settings {
  /// The label of the reference.
  package var against = ""
  package var test = SignificanceTest.pairedT
  /// What is paired.
  package var over = PairedSample.Unit.users
  /// What is done about many tests.
  package var correction = Correction.holm
  /// The largest corrected p-value that is significant; intervals cover 1 − level.
  package var level = 0.05
  /// Draws of the randomisation test and of the bootstrap.
  package var resamples = 9_999

  /// The decoder asks for a reference.
  package init() {}

  /// The keys of a table's `significance`.
  package static let fields: [Field<SignificanceSettings>] = [
    .text("against", \.against, "the label of the row that the others are compared with")
      .required(),
    .choice("test", \.test, "the paired test, two-sided"),
    .choice("over", \.over, "what is paired; a user's value is the mean over seeds"),
    .choice("correction", \.correction, "of the p-values of all comparisons of the table"),
    .number("level", \.level, .leastNonzeroMagnitude...0.5, "significant up to this p-value"),
    .integer(
      "resamples", \.resamples, 99...10_000_000,
      "draws of the randomisation test and of bootstrap intervals; paired-t draws nothing"),
  ]

  /// Refuses a number of draws for the test that draws nothing.
  package func check(_ json: JSON) throws(Problem) {
    if test == .pairedT, let resamples = json["resamples"] {
      throw resamples.problem("the paired t-test draws nothing; leave this out")
    }
  }
}
