import Foundation

/// The Swift code that the guide shows, which tests compile and run.
package enum GuideCode {
  /// Whether a file of tests has, from its first doc comment on, what a page shows as a file of
  /// that name.
  package static func holds(_ page: String, as name: String, in path: String) throws -> Bool {
    let page = try String(
      contentsOfFile: "\(OtherProgram.root)/Sources/reprise/Guide.docc/\(page).md", encoding: .utf8)
    guard let start = page.range(of: "/\(name)`:\n\n```swift\n"),
      let end = page.range(of: "\n```\n", range: start.upperBound..<page.endIndex)
    else { return false }
    let shown = body(String(page[start.upperBound..<end.lowerBound]))
    let tested = body(try String(contentsOfFile: path, encoding: .utf8))
    return shown?.isEmpty == false && shown == tested
  }

  /// What follows the imports, which a test has more of.
  private static func body(_ text: String) -> String? {
    text.range(of: "\n///").map {
      text[$0.lowerBound...].trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }
}
