import Basics
import Testing

@Suite struct SHA256Tests {
  /// The examples of FIPS 180-2, appendix B.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func examplesOfTheStandard(text: String, expected: String) {
    #expect(SHA256.hex(of: text) == expected)
  }

  @Test func piecesMakeTheSameDigestAsTheWhole() {
    var hash = SHA256()
    for _ in 0..<1000 { hash.update([UInt8](repeating: UInt8(ascii: "a"), count: 1000)) }
    #expect(hash.finish() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  /// `printf 'what is up, doc?' | git hash-object --stdin`, from the Pro Git book, section 10.2;
  /// and Git's well-known name of the empty file.
  @Test func namesContentAsGitDoes() {
    #expect(
      GitBlob.name(of: Array("what is up, doc?".utf8))
        == "bd9dbf5aae1a3862dd1526723246b20206e5fc37")
    #expect(GitBlob.name(of: []) == "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391")
  }
}
