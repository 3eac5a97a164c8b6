import Basics
import Foundation

/// A picture of a figure as SVG, a panel a metric, with one standard deviation where there are
/// several seeds. Drawn by gnuplot; the same data give the same bytes.
package struct FigurePlot: Sendable {
  /// Drawn above the panels.
  package var title: String
  package var data: any FigureContent

  /// A picture of `data`.
  package init(title: String, data: any FigureContent) { (self.title, self.data) = (title, data) }

  /// The first `gnuplot` in the folders of `PATH`; `nil` when there is none.
  package static func findGnuplot(
    in environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> String? {
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/gnuplot" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Draws the picture, whole or not at all; the folder is made if it is missing. The program that
  /// draws it, here or elsewhere, is put beside it, with `.gnuplot` in place of `.svg`.
  ///
  /// - Parameter gnuplot: The program to draw with.
  /// - Returns: `nil` when the picture was drawn, else a note for the user that says why not:
  ///   gnuplot is missing, nothing was measured, or no value is defined. None is an error, the data
  ///   are in the CSV.
  /// - Throws: `Problem.run` with gnuplot's own words when it fails.
  package func write(to path: String, gnuplot: String? = findGnuplot()) throws -> String? {
    guard data.isMeasured else {
      let metrics = data.undefined.joined(separator: ", ")
      return "\(path): not drawn, "
        + (metrics.isEmpty ? "nothing was measured" : "\(metrics) not defined for any system")
    }
    return try Self.draw(to: path, gnuplot: gnuplot) { PlotScript.text(of: self, output: $0) }
  }

  /// Draws what the program `script` says, given the name of its output; see
  /// ``write(to:gnuplot:)``.
  static func draw(
    to path: String, gnuplot: String? = findGnuplot(), _ script: (String) -> String
  ) throws -> String? {
    try Files.makeFolder(Files.folder(of: path))
    let file = (path as NSString).lastPathComponent
    try Files.writeAtomically(
      script(file), to: (path as NSString).deletingPathExtension + ".gnuplot")
    guard let gnuplot else {
      return "\(path): not drawn, gnuplot is not installed (apt-get install gnuplot-nox)"
    }
    try Files.writeAtomically(to: path) { temporary in
      let program = temporary + ".gnuplot"
      defer { unlink(program) }
      try Files.writeAtomically(script(temporary), to: program)
      try Self.run(gnuplot, program)
    }
    return nil
  }

  /// How long a picture may take, seconds; one of many lines takes one.
  private static let timeLimit = 30.0

  private static func run(_ gnuplot: String, _ script: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: gnuplot)
    process.arguments = [script]
    // Decimal points and messages must not depend on the user's language.
    process.environment = ["LC_ALL": "C", "PATH": "/usr/bin:/bin"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    // A file rather than a pipe: a program that hangs never closes one.
    let words = script + ".errors"
    defer { unlink(words) }
    guard FileManager.default.createFile(atPath: words, contents: nil),
      let messages = FileHandle(forWritingAtPath: words)
    else { throw Problem.io(words, "cannot be written", errno) }
    process.standardError = messages
    do { try process.run() } catch {
      throw Problem.run("\(gnuplot): cannot be started: \(error.localizedDescription)")
    }
    let began = ContinuousClock.now
    while process.isRunning {
      if began.duration(to: .now) > .seconds(timeLimit) {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        throw PictureTimeout(seconds: timeLimit)
      }
      usleep(2000)
    }
    process.waitUntilExit()
    try? messages.close()
    let said = (try? Files.read(words)) ?? []
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      let words = String(decoding: said, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      throw Problem.run("gnuplot failed: " + words.suffix(40).joined(separator: " "))
    }
  }
}

/// A picture took longer than any does: what draws it hangs.
package struct PictureTimeout: Error {
  /// How long it had.
  let seconds: Double
}
