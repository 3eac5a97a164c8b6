import Basics
import Foundation
import TestSupport
import Testing

@testable import Results

@Suite struct TrialRecordTests {
  @Test func isReadAsItWasWritten() throws {
    let scratch = try TemporaryFolder()
    let path = scratch.path + "/.trials/abc/trial.json"
    var written = record("UR-GAN, \"ours\"", seed: 7)
    // It has a file of its own.
    written.measurement = MeasuredValues()
    try written.write(to: path)
    #expect(try TrialRecord(reading: path) == written)
    #expect(try TrialRecord(reading: path, identity: written.identity) == written)
    expectDataProblem("trial.json: this is the record of trial id-") {
      _ = try TrialRecord(reading: path, identity: "other")
    }
  }

  @Test func naNAndInfinityComeBackAsNaN() throws {
    var written = record()
    written.losses = [NamedValue("generator", .nan), NamedValue("discriminator", .infinity)]
    let read = try TrialRecord(parsing: Array(written.text.utf8), file: "t.json")
    #expect(read.losses.allSatisfy { $0.value.isNaN } && read.losses.count == 2)
  }

  @Test func whiteSpaceAndOrderMayChange() throws {
    let json = try JSON.parse(record().text, file: "t.json")
    let read = try TrialRecord(parsing: Array(json.canonicalText.utf8), file: "t.json")
    #expect(read.text == record().text)
  }

  @Test func anEditByHandIsRefused() throws {
    let edited = record().text.replacing("\"seed\": 1", with: "\"seed\": 2")
    #expect(edited != record().text)
    expectDataProblem("t.json: the file was changed") {
      _ = try TrialRecord(parsing: Array(edited.utf8), file: "t.json")
    }
  }

  @Test func everySingleChangedByteIsNoticed() throws {
    let text = Array(record().text.utf8)
    for place in text.indices where !" \n".utf8.contains(text[place]) {
      var changed = text
      changed[place] ^= 0x01
      #expect(throws: Problem.self) { try TrialRecord(parsing: changed, file: "t.json") }
    }
  }

  @Test(arguments: [
    ("\"format\": 2", "\"format\": 1", "format 1 is no longer read"),
    ("\"format\": 2", "\"format\": 3", "format 3 is of a newer version"),
    ("\"format\": 2", "\"format\": \"2\"", "t.json:3:13: format: expected an integer"),
    ("\"kind\": \"trial\"", "\"kind\": \"manifest\"", "this is not a trial"),
    ("\"checksum\"", "\"sum\"", "\"checksum\" is missing"),
  ])
  func anotherKindOrFormatIsRefused(part: String, other: String, message: String) {
    let text = record().text
    #expect(text.contains(part))
    expectDataProblem(message) {
      _ = try TrialRecord(parsing: Array(text.replacing(part, with: other).utf8), file: "t.json")
    }
  }

  @Test(arguments: ["", "{", "[]", "null", "{}", "{\"kind\": \"trial\"}"])
  func whatIsNoRecordIsRefused(text: String) {
    expectDataProblem("t.json") {
      _ = try TrialRecord(parsing: Array(text.utf8), file: "t.json")
    }
  }

  @Test func aTruncatedRecordIsRefused() {
    let text = Array(record().text.utf8)
    for length in stride(from: 0, to: text.count - 2, by: 7) {
      expectDataProblem("t.json") {
        _ = try TrialRecord(parsing: Array(text[..<length]), file: "t.json")
      }
    }
  }

  @Test func aMissingFileNamesThePath() {
    expectDataProblem("/nowhere/trial.json") { _ = try TrialRecord(reading: "/nowhere/trial.json") }
  }
}
