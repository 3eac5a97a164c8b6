import Basics
import Engine
import Testing

@testable import Experiments

@Suite struct CheckpointTests {
  let path = "c.h5"

  @Test func everyBitComesBack() throws {
    let checkpoint = sampleCheckpoint()
    #expect(try Checkpoint(decoding: checkpoint.encoded(for: path), from: path) == checkpoint)
  }

  @Test func anEmptyCheckpointComesBack() throws {
    let checkpoint = Checkpoint(header: Checkpoint.Header(), state: State())
    #expect(try Checkpoint(decoding: checkpoint.encoded(for: path), from: path) == checkpoint)
  }

  @Test func theSameCheckpointHasTheSameBytes() throws {
    let first = try sampleCheckpoint().encoded(for: path)
    // What the library keeps from one file must not show in the next.
    _ = try sampleCheckpoint(step: 9).encoded(for: "other.h5")
    #expect(try sampleCheckpoint().encoded(for: "elsewhere/d.h5") == first)
    #expect(try sampleCheckpoint(step: 4).encoded(for: path) != first)
  }

  @Test func everyTruncationIsRefused() throws {
    let bytes = try sampleCheckpoint().encoded(for: path)
    let lengths =
      Array(0..<64) + Array(stride(from: 64, to: bytes.count, by: 997))
      + [bytes.count - 1]
    for length in lengths {
      let refusal = problem { _ = try Checkpoint(decoding: Array(bytes[..<length]), from: path) }
      #expect(refusal?.kind == .data, "\(length) of \(bytes.count) bytes")
      #expect(refusal?.message.hasPrefix("c.h5: ") == true)
      #expect(refusal?.message.contains("\n") == false)
    }
  }

  @Test func aChangedByteIsRefused() throws {
    let bytes = try sampleCheckpoint().encoded(for: path)
    for position in stride(from: 8, to: bytes.count, by: 97) {
      var damaged = bytes
      damaged[position] ^= 0x10
      let refusal = problem { _ = try Checkpoint(decoding: damaged, from: path) }
      #expect(refusal?.kind == .data, "byte \(position)")
    }
  }

  @Test func otherFilesAreRefusedForWhatTheyAre() throws {
    func refusal(_ bytes: [UInt8]) -> Problem? {
      problem { _ = try Checkpoint(decoding: bytes, from: path) }
    }
    #expect(refusal([]) == .data("c.h5: the file is empty"))
    #expect(refusal(Array("user\titem\n1\t2\n".utf8)) == .data("c.h5: not an HDF5 file"))
    var foreign = try HDF5File.bytes(named: "f") { try $0.setAttribute("format", "keras") }
    #expect(refusal(foreign)?.message.contains("not a checkpoint of reprise") == true)
    Seal.close(&foreign)
    #expect(refusal(foreign) == .data("c.h5: an HDF5 file, but not a checkpoint of reprise"))
    var strange = try HDF5File.bytes(named: "f") { try $0.setAttribute("format", 1) }
    Seal.close(&strange)
    #expect(
      refusal(strange) == .data("c.h5: damaged: the attribute 'format' is not a readable text"))
  }

  @Test func dataOfAnotherTypeAreRefused() throws {
    let header = sampleCheckpoint().header
    for write in [
      { (file: borrowing HDF5File) in try file.write([Double(1.5)], shape: [1], to: "/x") },
      { (file: borrowing HDF5File) in try file.write(["a"], to: "/x") },
    ] {
      var bytes = try HDF5File.bytes(named: "f") { file in
        try file.setAttribute("format", "reprise checkpoint")
        try file.setAttribute("formatVersion", Checkpoint.formatVersion)
        try file.setAttribute("algorithmVersion", 1)
        for (key, text) in Checkpoint.texts { try file.setAttribute(key, header[keyPath: text]) }
        try write(file)
      }
      Seal.close(&bytes)
      #expect(
        problem { _ = try Checkpoint(decoding: bytes, from: path) }
          == .data("c.h5: '/x' is float64 or text, which no checkpoint holds"))
    }
  }

  @Test(arguments: [(0, "an older"), (2, "a newer")])
  func anotherFormatVersionIsRefused(_ version: Int, _ age: String) throws {
    var bytes = try HDF5File.bytes(named: "f") { file in
      try file.setAttribute("format", "reprise checkpoint")
      try file.setAttribute("formatVersion", version)
    }
    Seal.close(&bytes)
    let refusal = problem { _ = try Checkpoint(decoding: bytes, from: path) }
    #expect(
      refusal
        == .data("c.h5: checkpoint format \(version), written by \(age) reprise; expected format 1")
    )
  }

  @Test(arguments: ["", "/a", "a/", "a//b", "a/./b", "a\0b"])
  func aNameThatIsNoPathIsRefused(_ name: String) {
    let state = State(counters: [name: [1]])
    let checkpoint = Checkpoint(header: Checkpoint.Header(), state: state)
    #expect(problem { _ = try checkpoint.encoded(for: path) }?.kind == .run)
  }

  @Test func aNameCannotBeBothGroupAndTensor() {
    let state = State(counters: ["a": [1], "a/b": [2]])
    let checkpoint = Checkpoint(header: Checkpoint.Header(), state: state)
    #expect(problem { _ = try checkpoint.encoded(for: path) }?.kind == .run)
  }
}
