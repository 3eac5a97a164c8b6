import Testing

@testable import Experiments

@Suite struct SealTests {
  @Test func theLineIsTheDigestOfWhatPrecedesIt() {
    var bytes = Array("abc".utf8)
    Seal.close(&bytes)
    // The one-block example of FIPS 180-2, appendix B.1.
    let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(String(decoding: bytes, as: UTF8.self) == "abc\nsha256 \(digest)\n")
    #expect(Seal.content(of: bytes).map { Array($0) } == Array("abc".utf8))
  }

  @Test func anyChangeBreaksIt() {
    var bytes = Array("some content".utf8)
    Seal.close(&bytes)
    for position in bytes.indices {
      var damaged = bytes
      damaged[position] ^= 1
      #expect(Seal.content(of: damaged) == nil)
      #expect(Seal.content(of: Array(bytes[..<position])) == nil)
    }
    #expect(Seal.content(of: bytes + [0]) == nil)
    #expect(Seal.content(of: []) == nil)
  }
}
