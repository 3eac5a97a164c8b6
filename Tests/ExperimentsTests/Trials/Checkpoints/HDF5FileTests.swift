import Basics
import Testing

@testable import Experiments

@Suite struct HDF5FileTests {
  private func content(of bytes: [UInt8]) throws(Problem) -> HDF5Content {
    try HDF5Content(bytes[...], named: "f")
  }

  @Test func everythingWrittenIsReadBack() throws {
    let large = (0..<300_000).map { Float($0) * 0.5 }
    let bytes = try HDF5File.bytes(named: "f") { file in
      try file.makeGroup("/a/b")
      try file.write(large, shape: [300, 1000], to: "/a/b/large")
      try file.write([Float(7)], shape: [], to: "/a/scalar")
      try file.write([1, .max], to: "/words")
      try file.write([0.1, Double.nan, 1e300, -0.0], shape: [2, 2], to: "/doubles")
      try file.write(["naïve", "", "u7"], to: "/texts")
      try file.setAttribute("text", "naïve")
      try file.setAttribute("number", -3)
    }
    let file = try content(of: bytes)
    #expect(
      file.objects.map(\.path) == [
        "/a", "/a/b", "/a/b/large", "/a/scalar", "/doubles", "/texts", "/words",
      ])
    #expect(file["/a"] == .group && file["/a/b"] == .group && file["/b"] == nil)
    #expect(file["/a/b/large"] == .floats(shape: [300, 1000], large))
    #expect(file["/a/scalar"] == .floats(shape: [], [7]))
    #expect(file["/words"] == .words([1, .max]))
    #expect(file["/texts"] == .texts(["naïve", "", "u7"]))
    guard case .doubles(let shape, let doubles) = file["/doubles"] else {
      Issue.record("/doubles are not doubles")
      return
    }
    #expect(shape == [2, 2])
    #expect(doubles.map(\.bitPattern) == [0.1, .nan, 1e300, -0.0].map(\.bitPattern))
    #expect(file.attributes == ["text": .text("naïve"), "number": .integer(-3)])
  }

  @Test func aLongAttributeAndManyEntriesFit() throws {
    let text = String(repeating: "0123456789", count: 50_000)
    let bytes = try HDF5File.bytes(named: "f") { file in
      try file.setAttribute("spec", text)
      for index in 0..<200 { try file.write([Float(index)], shape: [1], to: "/t\(index)") }
    }
    let file = try content(of: bytes)
    #expect(try file.text("spec") == text)
    #expect(file.objects.count == 200)
    #expect(file["/t137"] == .floats(shape: [1], [137]))
  }

  @Test func failuresNameTheFileAndTheObject() throws {
    let bytes = try HDF5File.bytes(named: "f.h5") { file in
      try file.write([Float(1)], shape: [1], to: "/a")
      try file.setAttribute("number", 3)
      let twice = problem { try file.write([Float(1)], shape: [1], to: "/a") }
      #expect(twice == .run("f.h5: the data set '/a' cannot be written"))
      let below = problem { try file.makeGroup("/a/b") }
      #expect(below == .run("f.h5: the group '/a/b' cannot be made"))
      let zeroes = problem { try file.write(["a", "a\0b"], to: "/texts") }
      #expect(zeroes == .run("f.h5: '/texts' holds a zero byte, which HDF5 cannot store"))
      let zero = problem { try file.setAttribute("text", "a\0b") }
      #expect(zero?.message.contains("'text' holds a zero byte") == true)
    }
    let file = try HDF5Content(bytes[...], named: "f.h5")
    let missing = problem { _ = try file.text("spec") }
    #expect(missing == .data("f.h5: the attribute 'spec' is missing or damaged"))
    let number = problem { _ = try file.text("number") }
    #expect(number == .data("f.h5: damaged: the attribute 'number' is not a readable text"))
  }

  @Test func anErrorOfTheClosureLeavesTheLibraryUsable() throws {
    struct Stop: Error {}
    for _ in 0..<50 {
      #expect(throws: Stop.self) {
        try HDF5File.bytes(named: "f") { file in
          try file.makeGroup("/a")
          throw Stop()
        }
      }
    }
    #expect(try !HDF5File.bytes(named: "f") { try $0.makeGroup("/a") }.isEmpty)
  }

  @Test func threadsTakeTurns() async throws {
    let reference = try sampleCheckpoint().encoded(for: "f")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<5 {
            let bytes = try sampleCheckpoint().encoded(for: "f")
            #expect(bytes == reference)
            #expect(try Checkpoint(decoding: bytes, from: "f") == sampleCheckpoint())
          }
        }
      }
      try await group.waitForAll()
    }
  }
}
