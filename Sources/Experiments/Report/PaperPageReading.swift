import Basics
import Datasets
import Foundation
import Results

extension PaperPage {
  /// The page of a paper: from its specs, and from what they have left in the results folder.
  ///
  /// A spec's own results are shown, else those of fewer seeds, else those of its profile `quick`;
  /// those of other profiles are linked. The artifacts come by the paper's numbering, as far as the
  /// specs say it.
  ///
  /// - Parameter folder: The folder of the specs, `Experiments/ur-gan`. A spec that does not
  ///   decode, or whose results are damaged, costs itself alone; see ``problems``.
  /// - Throws: `Problem.usage` for a folder without specs.
  package init(specs folder: String, results: String) throws(Problem) {
    self.init()
    let folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let specs = files.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.sorted()
    guard !specs.isEmpty else { throw .usage("\(folder): holds no specs") }
    paper = URL(filePath: folder).standardizedFileURL.lastPathComponent
    let page = "\(results)/\(paper)"
    if files.contains("README.md") { notes = Self.link(to: "\(folder)/README.md", from: page) }
    var sources: [SourceSpec] = []
    var tables: [AuditTable] = []
    var claims: [AuditedClaim] = []
    for file in specs {
      let path = "\(folder)/\(file)"
      do throws(Problem) {
        let file = try SpecFile(path: path)
        let spec = try file.spec()
        artifacts.append(try PageArtifact(spec, file, page: page))
        sources.append(spec.source)
        tables += spec.auditTables(file: path)
        claims += spec.auditedClaims(file: path)
      } catch { problems.append(error) }
    }
    cite(sources)
    if !tables.isEmpty || !claims.isEmpty { audit = AuditReport(tables, claims: claims) }
    // Capitals first: "Table 4" before "beside Table 4".
    artifacts.sort {
      ($0.source.isEmpty ? "~" : $0.source, $0.name) < (
        $1.source.isEmpty ? "~" : $1.source, $1.name
      )
    }
  }

  /// The document that most artifacts are of is the page's, the first of equals.
  private mutating func cite(_ sources: [SourceSpec]) {
    let named = sources.filter { $0.document != nil }
    func count(_ source: SourceSpec) -> Int { named.count { $0.document == source.document } }
    let most = named.map(count).max()
    guard let cited = named.first(where: { count($0) == most }) else { return }
    (document, doi) = (cited.document ?? "", cited.doi ?? "")
    for (place, source) in sources.enumerated() {
      if let other = source.document, other != document { artifacts[place].document = other }
    }
  }

  /// The way from a folder to a file, as a link has it.
  static func link(to path: String, from folder: String) -> String {
    let file = URL(filePath: path).standardizedFileURL.pathComponents
    let start = URL(filePath: folder).standardizedFileURL.pathComponents
    let common = zip(file, start).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: start.count - common)
    return (up + file[common...]).joined(separator: "/")
  }
}

extension PageArtifact {
  /// What is known of a spec and of its results below the page's folder.
  fileprivate init(_ spec: Spec, _ file: SpecFile, page: String) throws(Problem) {
    self.init()
    let path = file.path
    name = URL(filePath: path).deletingPathExtension().lastPathComponent
    specPath = path
    specLink = PaperPage.link(to: path, from: page)
    title = spec.title
    source = spec.source.artifact ?? ""
    (seeds, isMeasured) = (spec.seeds.count, spec.isMeasured)
    (assumptions, departures) = (spec.assumptions, spec.departures)
    counts = spec.countColumns
    guard let folder = Self.folder(of: name, in: page, seeds: spec.seeds.count) else { return }
    try read(
      folder, in: page, tableNames: spec.tables.map(\.name), figureNames: spec.figures.map(\.name))
    if !manifest.profile.isEmpty, file.profileNames.contains(manifest.profile) {
      let measured = try file.spec(profile: manifest.profile)
      isOfOtherData = try Self.data(of: measured) != Self.data(of: spec)
    }
    isSearchedOnValidation = true
    for system in spec.systems where try spec.selection(of: system)?.part == .test {
      isSearchedOnValidation = false
    }
    for profile in file.profileNames where profile != "quick" {
      let folder = "\(name)-\(profile)"
      guard Self.isMeasured(folder, page) else { continue }
      otherProfiles.append((profile, folder))
    }
  }

  /// What a spec's systems learn from and are tested on, each kind once.
  private static func data(of spec: Spec) throws(Problem) -> [DataSettings] {
    var found: [DataSettings] = []
    for system in spec.systems {
      let data = try spec.data(of: system)
      if !found.contains(data) { found.append(data) }
    }
    return found
  }

  private static func isMeasured(_ folder: String, _ page: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(page)/\(folder)/manifest.json")
  }

  /// The folder with the best results there are.
  private static func folder(of name: String, in page: String, seeds: Int) -> String? {
    let fewer = stride(from: seeds - 1, to: 0, by: -1).map { "\(name)-seeds-\($0)" }
    return ([name] + fewer + ["\(name)-quick"]).first { isMeasured($0, page) }
  }
}
