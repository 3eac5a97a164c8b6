import Basics
import Testing

@testable import Results

/// A sentence that says several things is one claim.
@Suite struct PartsClaimTests {
  private let both = """
    "parts": [{"order": [["UR-GAN", "P"], ["CFGAN-I", "P"]]},
      {"equal": [["UR-GAN", "P"]], "expected": 0.53}]
    """

  private func scene(_ own: [Double], _ other: [Double]) -> ClaimScene {
    ClaimScene(ours: ["UR-GAN": ["P": own], "CFGAN-I": ["P": other]])
  }

  @Test func allPartsHaveToBeSo() throws {
    let good = try scene([0.531, 0.532, 0.531], [0.4, 0.41, 0.4]).judge(both)
    #expect(good.verdict == .reproduced && good.published?.truth == .holds)
    let beaten = try scene([0.531, 0.532, 0.531], [0.6, 0.61, 0.6]).judge(both)
    #expect(beaten.verdict == .notReproduced)
    #expect(beaten.measured?.decisive.what == "UR-GAN P − CFGAN-I P")
    let other = try scene([0.7, 0.701, 0.7], [0.6, 0.61, 0.6]).judge(both)
    #expect(other.verdict == .notReproduced && other.measured?.decisive.what == "UR-GAN P")
  }

  @Test func itCountsOnce() throws {
    let judged = try scene([0.7, 0.701], [0.6, 0.61]).judge(both)
    let list = VerdictList(title: "T", claims: [judged])
    #expect(list.summary == "1 not reproduced")
    #expect(list.csv.split(separator: "\n").count == 2)
    #expect(list.plainText.contains("UR-GAN P > CFGAN-I P; UR-GAN P = 0.53 (0.525…0.535)"))
  }

  @Test(arguments: [
    (#""parts": [{"order": [["A", "P"], ["B", "P"]]}]"#, "parts: this list has 1; expected at"),
    (#""parts": [{"parts": []}, {}]"#, "parts[0].parts: the claim has no kind"),
    (
      #""parts": [{"order": [["A", "P"], ["B", "P"]], "quote": "q"}, {"equal": []}]"#,
      "parts[0].quote: unknown key"
    ),
  ])
  func whatIsNoPartIsRefused(members: String, message: String) throws {
    do {
      _ = try claim(members)
      Issue.record("accepted")
    } catch let problem as Problem {
      #expect(problem.message.contains(message), "\(problem.message)")
    }
  }
}
