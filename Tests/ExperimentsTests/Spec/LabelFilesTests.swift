import Testing

@testable import Experiments

@Suite struct LabelFilesTests {
  private func names(_ labels: [String]) -> [String] {
    let files = LabelFiles(labels)
    return labels.map(files.name)
  }

  /// As committed results have them.
  @Test(arguments: [
    ("UR-GAN tuned", "ur-gan-tuned"), ("Wide&Deep", "wide-deep"), ("PureSVD", "puresvd"),
    ("random 1", "random-1"), ("P3α", "p3alpha"), ("UR-GAN, α 0.5", "ur-gan-alpha-0-5"),
    ("naïve É", "naive-e"), ("“a” – b…", "a-b"),
  ])
  func aLabelOfItsOwnIsWrittenInSmallLetters(label: String, name: String) {
    #expect(names([label]) == [name])
  }

  /// Digests by Python: hashlib.sha256("A".encode()).hexdigest()[:6].
  @Test func labelsThatAreWrittenAlikeGetDigests() {
    #expect(names(["a", "A", "A 2"]) == ["a", "a-559aea", "a-2"])
    #expect(names(["A-B", "a b"]) == ["a-b-77101a", "a-b-c8687a"])
    // Whatever comes first.
    #expect(names(["A", "A 2", "a"]) == ["a-559aea", "a-2", "a"])
  }

  @Test func lettersThatCannotBeWrittenLeaveADigest() {
    #expect(names(["日本", "日", "BPR 日"]) == ["cf2abf", "85217f", "bpr-0a87a7"])
    #expect(names(["…", "!"]).allSatisfy { $0.count == 6 })
  }

  @Test func aDigestThatIsAnotherLabelGetsLonger() {
    #expect(names(["a", "A", "a-559aea"]) == ["a", "a-559aead08264", "a-559aea"])
  }

  @Test func longLabelsAreShortened() {
    let long = String(repeating: "abc ", count: 100)
    let found = names([long + "1", long + "2"])
    #expect(found.allSatisfy { $0.utf8.count == 107 && $0.hasPrefix("abc-abc-") })
    #expect(found[0] != found[1])
  }

  @Test func noTwoAreAlike() {
    let labels = [
      "a", "A", "A 2", "a 2", "A-2", "a--2", "á", "Á", "α", "alpha", "Α", "β", "-", "_",
    ]
    let found = names(labels)
    #expect(Set(found.map { $0.lowercased() }).count == labels.count)
    #expect(found.allSatisfy { !$0.isEmpty && FileName.isPlain($0) })
  }
}
