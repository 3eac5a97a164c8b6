import Basics
import Foundation
import TestSupport
import Testing

@testable import Experiments

/// Files that someone damaged and sealed anew: HDF5 itself crashes on many of them.
@Suite struct HDF5ContentTests {
  /// Kept from the day on which format 1 was all there was.
  @Test func theCommittedFilesAreRead() throws {
    let path = Golden.path("checkpoint-format-1.h5")
    let checkpoint = try CheckpointFile.read(path)
    #expect(checkpoint.header.recommender == "mf-bpr")
    #expect(checkpoint.header.settings.hasPrefix(#"{"algorithmVersion":"#))
    #expect(checkpoint.state.counters["progress/epoch"] == [3])
    #expect(checkpoint.state.tensors["parameters/model/users"]?.shape == [6, 2])
    // What is written now has the same bytes.
    #expect(try checkpoint.encoded(for: path) == Files.read(path))
    let users = try UserValues(reading: Golden.path("users-format-1.h5"))
    #expect(users.trial == checkpoint.header.trial && users.epoch == 3)
    #expect(users.metrics == ["precision@2", "auc"])
    #expect(users.values.map(\.count) == [users.users.count, users.users.count])
  }

  /// Every byte of the structure in turn: refused, or read as something of the same size.
  @Test func noByteMakesItCrash() throws {
    let bytes = try HDF5File.bytes(named: "f") { file in
      try file.makeGroup("/a/b")
      try file.write([Float(1), 2], shape: [2, 1], to: "/a/b/x")
      try file.write((0..<20).map(Float.init), shape: [20], to: "/a/larger")
      try file.write(["u1", "naïve"], to: "/texts")
      try file.setAttribute("text", "t")
      try file.setAttribute("number", 3)
    }
    var refused = 0
    for position in bytes.indices {
      for value in [bytes[position] ^ 1, bytes[position] ^ 0x80, 0xFF] {
        var damaged = bytes
        damaged[position] = value
        do { _ = try HDF5Content(damaged[...], named: "f") } catch {
          #expect(error.kind == .data && error.message.hasPrefix("f: damaged: "))
          refused += 1
        }
      }
    }
    #expect(refused > 1000)
    for length in stride(from: 0, to: bytes.count, by: 7) {
      #expect(problem { _ = try HDF5Content(bytes[..<length], named: "f") } != nil)
    }
  }

  /// A group that contains itself, and data that many names share, would be read without end.
  @Test func whatRefersToItselfIsRefused() throws {
    let bytes = try HDF5File.bytes(named: "f") { file in
      try file.makeGroup("/a")
      try file.write([UInt64(1)], to: "/b")
    }
    let root = Array(bytes[64..<72])
    let table = try #require(bytes.firstRange(of: Array("SNOD".utf8)))
    var loop = bytes
    // The header's address of the first symbol.
    loop.replaceSubrange(table.lowerBound + 16..<table.lowerBound + 24, with: root)
    #expect(problem { _ = try HDF5Content(loop[...], named: "f") } != nil)
  }

  /// A length that the file cannot hold asks for no memory.
  @Test func aGrownShapeIsRefused() throws {
    let bytes = try HDF5File.bytes(named: "f") { file in
      try file.write((0..<2000).map(Float.init), shape: [2000], to: "/x")
    }
    let length = withUnsafeBytes(of: UInt64(2000).littleEndian) { Array($0) }
    let grown = withUnsafeBytes(of: (UInt64(1) << 40).littleEndian) { Array($0) }
    let place = try #require(bytes.firstRange(of: length))
    var damaged = bytes
    damaged.replaceSubrange(place, with: grown)
    let refusal = problem { _ = try HDF5Content(damaged[...], named: "f") }
    #expect(refusal?.message.hasSuffix("data that do not fit their type and shape") == true)
  }
}
