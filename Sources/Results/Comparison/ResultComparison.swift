import Basics
import Foundation

/// What a folder of results has that the committed one has not, cell by cell.
///
/// On the processor family of the committed results every file must be the same to the byte, but
/// those that hold times. On another one the numbers of tables, curves and figures may differ by a
/// share of the measured value, and texts and pictures, which follow from them, are not compared.
/// Of results of an earlier version, whose texts say less, the numbers are compared and texts are
/// not.
package struct ResultComparison: Sendable {
  /// What differs, file by file.
  package private(set) var differences: [Difference] = []
  /// What explains differences, and what was not compared.
  package private(set) var notes: [String] = []
  /// How many files were compared.
  package private(set) var compared = 0
  /// Whether the committed results are older than what texts now say.
  private var isOlder = false
  /// The share by which numbers were allowed to differ; nil: all had to be equal to the byte.
  package let tolerance: Double?

  /// Compares the files of two folders, both with a manifest.
  ///
  /// - Parameters:
  ///   - tolerance: The share of a measured value by which it may differ where the committed
  ///     results come from another processor family.
  ///   - timed: The names, without endings, of what holds times, which is not compared.
  /// - Throws: `Problem.data` where a folder has no manifest, or a file cannot be read.
  package init(
    committed: String, now: String, tolerance: Double, timed: Set<String> = [CostTable.name]
  ) throws(Problem) {
    try Self.require(committed)
    let old = try Manifest(reading: "\(committed)/manifest.json")
    let new = try Manifest(reading: "\(now)/manifest.json")
    let isSameCore = new.provenance.hasBits(of: old.provenance)
    self.tolerance = isSameCore ? nil : tolerance
    if !isSameCore {
      notes.append(
        "the committed results are from a \(old.provenance.processor) processor, this is a"
          + " \(new.provenance.processor): numbers may differ by \(JSON.text(of: tolerance * 100)) %,"
          + " texts and pictures are not compared")
    }
    if old.specHash != new.specHash { notes.append("the spec has changed since they were written") }
    if old.dataHash != new.dataHash { notes.append("the data are others than they were made from") }
    let before = Self.files(in: committed, timed)
    var after = Self.files(in: now, timed)
    isOlder = after.contains(Self.added) && !before.contains(Self.added)
    if isOlder {
      notes.append(
        "the committed results are of an earlier version, without \(Self.added): numbers are"
          + " compared, texts are not")
      after.removeAll { $0 == Self.added }
    }
    for name in before {
      guard after.contains(name) else {
        differences.append(Difference(file: name, place: "", committed: "a file", now: nil))
        continue
      }
      try compare(
        name, Files.read("\(committed)/\(name)"), Files.read("\(now)/\(name)"))
    }
    for name in after where !before.contains(name) && !Self.follows(name) {
      differences.append(Difference(file: name, place: "", committed: nil, now: "a file"))
    }
  }

  /// Throws `Problem.data` where a folder has no results to compare with.
  package static func require(_ folder: String) throws(Problem) {
    guard FileManager.default.fileExists(atPath: "\(folder)/manifest.json") else {
      throw .data("\(folder): there are no results to compare with; `reprise run` writes them")
    }
  }

  /// Whether a file holds nothing that others of its folder do not hold: committed or not, as one
  /// likes.
  private static func follows(_ name: String) -> Bool {
    name.hasSuffix(".svg") || name.hasSuffix(".tex")
  }

  /// The file that came with the lines on who and what was tested.
  private static let added = "split.csv"

  /// The names of the files that are compared, sorted: all but those that hold times.
  private static func files(in folder: String, _ timed: Set<String>) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { name in
      !name.hasPrefix(".") && name != "manifest.json"
        && !timed.contains(String(name.prefix { $0 != "." }))
    }.sorted()
  }

  private mutating func compare(
    _ name: String, _ committed: [UInt8], _ now: [UInt8]
  ) throws(Problem) {
    guard committed != now else {
      compared += 1
      return
    }
    if name.hasSuffix(".csv") {
      let old = try CSV.read(committed, file: "the committed \(name)")
      let new = try CSV.read(now, file: name)
      if tolerance != nil, !CSVComparison.hasMeasurements(old.header) {
        notes.append("\(name): not compared, it depends on the last digits")
        return
      }
      let found = CSVComparison(file: name, tolerance: tolerance).differences(old, new)
      differences += found
      compared += 1
      if !found.isEmpty || tolerance != nil { return }
    }
    guard tolerance == nil else { return }
    if isOlder, name.hasSuffix(".md") || name.hasSuffix(".tex") { return }
    let (old, new) = (Self.lines(committed), Self.lines(now))
    if name.hasSuffix(".svg"), Self.drawer(old) != Self.drawer(new) {
      notes.append("\(name): not compared, it was drawn by another gnuplot")
      return
    }
    if !name.hasSuffix(".csv") { compared += 1 }
    let place = zip(old, new).prefix { $0 == $1 }.count
    differences.append(
      Difference(
        file: name, place: "line \(place + 1)", committed: place < old.count ? old[place] : "",
        now: place < new.count ? new[place] : ""))
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The line that names the version of gnuplot.
  private static func drawer(_ lines: [String]) -> String? {
    lines.first { $0.contains("Produced by GNUPLOT") }
  }
}
