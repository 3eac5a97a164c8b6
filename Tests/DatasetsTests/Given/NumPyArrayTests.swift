import Basics
import Foundation
import TestSupport
import Testing

@testable import Datasets

@Suite struct NumPyArrayTests {
  /// The bytes of a file of format 1.
  static func file(_ type: String, _ shape: String, _ elements: [UInt8], order: String = "False")
    -> [UInt8]
  {
    let text = "{'descr': '\(type)', 'fortran_order': \(order), 'shape': \(shape), }\n"
    return NumPyArray.magic + [1, 0, UInt8(text.utf8.count), 0] + Array(text.utf8) + elements
  }

  static func bytes<Value>(_ values: [Value]) -> [UInt8] { values.withUnsafeBytes { Array($0) } }

  @Test func numbersAreReadAsTheyAre() throws {
    let floats = try NumPyArray(
      Self.file("<f4", "(2, 2)", Self.bytes([1.5, -2, 0.1, 4] as [Float])), file: "a.npy")
    #expect(floats.shape == [2, 2] && floats.elements == .floats([1.5, -2, 0.1, 4]))
    let doubles = try NumPyArray(Self.file("<f8", "(1,)", Self.bytes([0.1])), file: "a.npy")
    #expect(doubles.shape == [1] && doubles.elements == .doubles([0.1]) && doubles.ids == nil)
  }

  @Test func idsAreWholeNumbersOrTexts() throws {
    let wide = Self.file("<i8", "(2,)", Self.bytes([7, -1] as [Int64]))
    #expect(try NumPyArray(wide, file: "a.npy").ids == ["7", "-1"])
    let narrow = Self.file("<i4", "(2,)", Self.bytes([7, 9] as [Int32]))
    #expect(try NumPyArray(narrow, file: "a.npy").ids == ["7", "9"])
    let texts = Self.file("<U3", "(2,)", Self.bytes([0x61, 0x62, 0, 0xE9, 0, 0] as [UInt32]))
    #expect(try NumPyArray(texts, file: "a.npy").ids == ["ab", "é"])
  }

  @Test(arguments: [
    (
      Self.file("<f4", "(2, 2)", [0, 0]),
      "a.npy: holds 2 bytes of elements; expected 2 × 2 elements of 4 bytes"
    ),
    (Self.file("<f4", "(2, 2)", [], order: "True"), "a.npy: is in Fortran order; expected C order"),
    (Self.file(">f4", "(1,)", [0, 0, 0, 0]), "a.npy: has elements of type >f4; expected <f4"),
    (Self.file("|O", "(1,)", []), "a.npy: has elements of type |O; expected"),
    (Self.file("<U0", "(4611686018427387904,)", []), "a.npy: has elements of type <U0; expected"),
    (
      Self.file("<f4", "(4611686018427387904, 4)", []),
      "a.npy: has more elements than there is memory"
    ),
    (Self.file("<f8", "(1152921504606846976, 2)", []), "a.npy: holds 0 bytes of elements"),
    (Self.file("<f4", "(-1,)", []), "a.npy: has an axis of length -1"),
    (Array("PK".utf8), "a.npy: is not an array as numpy.save writes it"),
    (NumPyArray.magic + [9, 0, 0, 0], "a.npy: is of format 9 of numpy.save; expected 1 to 3"),
    (NumPyArray.magic + [1, 0, 255, 255], "a.npy: ends within its header"),
    (Self.file("<U1", "(1,)", [0, 0xD8, 0, 0]), "a.npy: element 0 is no text"),
  ])
  func refusesWhatItDoesNotRead(_ bytes: [UInt8], _ message: String) throws {
    let problem = #expect(throws: Problem.self) { try NumPyArray(bytes, file: "a.npy") }
    #expect(problem?.message.hasPrefix(message) == true, "\(problem?.message ?? "")")
  }

  @Test(.enabled(if: foundOrRequired(OtherProgram.python != nil)))
  func readsWhatNumPyWrites() throws {
    let python = try #require(OtherProgram.python)
    try withTemporaryFolder { folder in
      let program = """
        import numpy, sys
        numpy.save(sys.argv[1] + '/v.npy', numpy.arange(6, dtype='f4').reshape(2, 3) / 4)
        numpy.save(sys.argv[1] + '/i.npy', numpy.array(['u1', 'né']))
        numpy.save(sys.argv[1] + '/n.npy', numpy.array([3, 5]))
        """
      #expect(OtherProgram.output(python, ["-c", program, folder.path]) != nil)
      let (vectors, texts, numbers) = try (
        NumPyArray(Files.read(folder["v.npy"]), file: "v"),
        NumPyArray(Files.read(folder["i.npy"]), file: "i"),
        NumPyArray(Files.read(folder["n.npy"]), file: "n")
      )
      #expect(vectors.shape == [2, 3])
      #expect(vectors.elements == .floats([0, 0.25, 0.5, 0.75, 1, 1.25]))
      #expect(texts.ids == ["u1", "né"] && numbers.ids == ["3", "5"])
    }
  }
}

@Suite struct GivenVectorsTests {
  private let vectors = NumPyArrayTests.file(
    "<f4", "(3, 2)", NumPyArrayTests.bytes([1, 2, 3, 4, 5, 6] as [Float]))

  private func vector(_ vectors: GivenVectors, _ entity: Int) -> [Double] {
    var room = [Double](repeating: 9, count: 2)
    vectors.write(entity, into: &room, at: 0)
    return room
  }

  @Test func rowsHaveTheIDsOfAFileOrTheirNumbers() throws {
    try withTemporaryFolder { folder in
      try folder.write(vectors, to: "v.npy")
      try folder.write("b\nz\na\n", to: "ids.txt")
      let named = try GivenVectors(folder["v.npy"], ids: folder["ids.txt"], of: ["a", "b", "c"])
      #expect(
        vector(named, 0) == [5, 6] && vector(named, 1) == [1, 2] && vector(named, 2) == [0, 0])
      #expect(named.rows == [2, 0, -1] && named.unknown == 1 && !named.areNumbered)
      let numbered = try GivenVectors(folder["v.npy"], ids: nil, of: ["2", "1"])
      #expect(vector(numbered, 0) == [5, 6] && numbered.unknown == 1 && numbered.areNumbered)
    }
  }

  @Test func refusesOtherIDsThanThereAreRowsAndWhatIsNotANumber() throws {
    try withTemporaryFolder { folder in
      try folder.write(vectors, to: "v.npy")
      try folder.write("a\nb\n", to: "few.txt")
      try folder.write("a\nb\na\n", to: "twice.txt")
      try folder.write(
        NumPyArrayTests.file("<f4", "(1, 2)", NumPyArrayTests.bytes([1, .nan] as [Float])),
        to: "nan.npy")
      for (array, ids, message) in [
        ("v.npy", "few.txt", "has 2 ids, and"),
        ("v.npy", "twice.txt", "rows 0 and 2, counted from 0, both have the id \"a\""),
        ("nan.npy", nil, "row 0, counted from 0, holds what is not a finite number"),
        ("few.txt", nil, "is not an array as numpy.save writes it"),
      ] as [(String, String?, String)] {
        let problem = #expect(throws: Problem.self) {
          try GivenVectors(folder[array], ids: ids.map { folder[$0] }, of: ["a"])
        }
        #expect(problem?.kind == .data && problem?.message.contains(message) == true)
      }
    }
  }
}
