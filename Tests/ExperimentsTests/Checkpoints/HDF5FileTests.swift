import Schema
import Testing

@testable import Experiments

@Suite struct HDF5FileTests {
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
    try HDF5File.reading(bytes, named: "f") { file in
      let objects = try file.objects()
      #expect(
        objects.map(\.path) == [
          "/a", "/a/b", "/a/b/large", "/a/scalar", "/doubles", "/texts", "/words",
        ])
      #expect(
        objects.map(\.kind)
          == [
            .group, .group, .floats([300, 1000]), .floats([]), .doubles([2, 2]), .texts(3),
            .words(2),
          ])
      let doubles = try file.doubles(at: "/doubles", shape: [2, 2])
      #expect(doubles.map(\.bitPattern) == [0.1, .nan, 1e300, -0.0].map(\.bitPattern))
      let texts = try file.texts(at: "/texts", count: 3)
      #expect(texts == ["naïve", "", "u7"])
      let value1 = try file.floats(at: "/a/b/large", shape: [300, 1000])
      #expect(value1 == large)
      let value2 = try file.floats(at: "/a/scalar", shape: [])
      #expect(value2 == [7])
      let value3 = try file.words(at: "/words", count: 2)
      #expect(value3 == [1, .max])
      let value4 = try file.textAttribute("text")
      #expect(value4 == "naïve")
      let value5 = try file.integerAttribute("number")
      #expect(value5 == -3)
      let has = (file.hasAttribute("text"), file.hasAttribute("other"))
      #expect(has == (true, false))
    }
  }

  @Test func aLongAttributeAndManyEntriesFit() throws {
    let text = String(repeating: "0123456789", count: 50_000)
    let bytes = try HDF5File.bytes(named: "f") { file in
      try file.setAttribute("spec", text)
      for index in 0..<200 { try file.write([Float(index)], shape: [1], to: "/t\(index)") }
    }
    try HDF5File.reading(bytes, named: "f") { file in
      let value6 = try file.textAttribute("spec")
      #expect(value6 == text)
      let count = try file.objects().count
      #expect(count == 200)
      let value7 = try file.floats(at: "/t137", shape: [1])
      #expect(value7 == [137])
    }
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
    try HDF5File.reading(bytes, named: "f.h5") { file in
      let missing = problem { _ = try file.textAttribute("spec") }
      #expect(missing == .data("f.h5: the attribute 'spec' is missing or damaged"))
      let number = problem { _ = try file.textAttribute("number") }
      #expect(number == .data("f.h5: damaged: the attribute 'number' is not a readable text"))
      let absent = problem { _ = try file.floats(at: "/b", shape: [1]) }
      #expect(absent == .data("f.h5: damaged: the data of '/b' cannot be read"))
      let grown = problem { _ = try file.floats(at: "/a", shape: [1 << 40, 1 << 40]) }
      #expect(grown?.kind == .data)
    }
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
