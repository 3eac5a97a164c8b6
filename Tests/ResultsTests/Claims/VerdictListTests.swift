import Basics
import Testing

@testable import Results

@Suite struct VerdictListTests {
  /// Two seeds of ours: P .54 and .56 over .2; half width 12.7062 · sd / √2 of the ratios 2.7 and
  /// 2.8.
  private func list() throws -> VerdictList {
    let scene = ClaimScene(ours: [
      "UR-GAN": ["P": [0.54, 0.56], "R": [0.3, 0.4]], "ItemPop": ["P": [0.2, 0.2]],
      "CFGAN-I": ["P": [0.9, 0.9], "R": [0.5, 0.6]],
    ])
    return VerdictList(
      title: "T",
      claims: [
        try scene.judge(#""ratio": [["UR-GAN", "P"], ["ItemPop", "P"]], "expected": 2.4"#),
        try scene.judge(#""best": "UR-GAN", "on": ["P"], "note": "as, it were""#, quote: "best"),
        try scene.judge(#""notTestable": "why""#, quote: "users like it"),
      ])
  }

  @Test func theLongForm() throws {
    let lines = try list().csv.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines[0]
        == "quote,kind,claim,published_of,published,published_low,published_high,published_holds,"
        + "ours_of,ours,ours_interval,seeds,ours_holds,verdict,note")
    let ratio = lines[1].split(separator: ",", omittingEmptySubsequences: false)
    #expect(
      ratio[0...3] == [
        "so it is", "ratio", "UR-GAN P / ItemPop P = 2.4 (2.35…2.45)", "UR-GAN P / ItemPop P",
      ])
    #expect(abs((Double(ratio[4]) ?? 0) - 0.5345 / 0.2272) < 1e-15)
    #expect(ratio[7] == "holds" && ratio[11...13] == ["2", "undecided", "inconclusive"])
    #expect(abs((Double(ratio[9]) ?? 0) - 2.75) < 1e-12)
    #expect(abs((Double(ratio[10]) ?? 0) - 12.706204736174694 * 0.05) < 1e-9)
    // CFGAN-I is ahead of UR-GAN in ours, by as much in both seeds' mean; the note is quoted.
    #expect(lines[2].hasSuffix(#",not reproduced,"as, it were""#))
    #expect(lines[3] == "users like it,,,,,,,,,,,,,not testable,why")
    #expect(lines.count == 5 && lines[4] == "")
  }

  /// A sentence that stands as several claims is so where all of them are that can be tested.
  @Test func aSentenceCountsOnceByTheWorstOfItsClaims() throws {
    let scene = ClaimScene(ours: [
      "UR-GAN": ["P": [0.5345, 0.5345]], "ItemPop": ["P": [0.2, 0.2]],
    ])
    let good = try scene.judge(#""order": [["UR-GAN", "P"], ["ItemPop", "P"]]"#)
    let bad = try scene.judge(#""equal": [["ItemPop", "P"]], "expected": 0.2272"#)
    let untold = try scene.judge(#""notTestable": "why""#)
    func summary(_ claims: [JudgedClaim]) -> String {
      VerdictList(title: "T", claims: claims).summary
    }
    #expect(summary([good, bad, untold]) == "1 not reproduced")
    #expect(summary([good, untold]) == "1 reproduced" && summary([untold]) == "1 not testable")
  }

  @Test func forReaders() throws {
    let list = try list()
    #expect(list.summary == "1 not reproduced, 1 inconclusive, 1 not testable")
    #expect(
      list.plainText == """
        Verdicts: 1 not reproduced, 1 inconclusive, 1 not testable

        inconclusive    UR-GAN P / ItemPop P = 2.4 (2.35…2.45)
                        paper: 2.3526 (2.35182…2.35329), holds
                        ours:  2.7500 ± 0.6353 over 2 seeds, undecided
        not reproduced  UR-GAN higher than the other printed rows in P
                        paper: UR-GAN P − CFGAN-I P = 0.0374 (0.0373…0.0375), holds
                        ours:  UR-GAN P − CFGAN-I P = −0.3500 ± 0.1271 over 2 seeds, fails
        not testable    “users like it”
                        why

        """)
    #expect(list.markdown.contains("| “users like it” | – | – | – | **not testable**: why |\n"))
  }
}
