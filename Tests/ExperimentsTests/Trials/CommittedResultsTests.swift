import Basics
import Experiments
import Foundation
import Results
import TestSupport
import Testing

@Suite struct CommittedResultsTests {
  private static let experiments: [String] = {
    let results = OtherProgram.root + "/Results"
    let files = FileManager.default.enumerator(atPath: results)
    let paths = files?.compactMap { $0 as? String } ?? []
    return paths.filter {
      !$0.hasPrefix(".") && $0.hasSuffix("/manifest.json") && !$0.contains("-seeds-")
    }.sorted()
  }()

  /// Whoever changes a spec measures again what is committed of it.
  @Test(arguments: experiments)
  func areOfTheSpecAsItStands(_ path: String) throws {
    let manifest = try Manifest(reading: OtherProgram.root + "/Results/" + path)
    let profile = manifest.profile.isEmpty ? nil : manifest.profile
    let ending = profile.map { "-" + $0 } ?? ""
    #expect(manifest.experiment.hasSuffix(ending))
    let name = manifest.experiment.dropLast(ending.count)
    let file = try SpecFile(path: OtherProgram.root + "/Experiments/\(name).json")
    let spec = try file.spec(profile: profile)
    #expect(SHA256.hex(of: spec.encoded().canonicalText) == manifest.specHash)
  }
}
