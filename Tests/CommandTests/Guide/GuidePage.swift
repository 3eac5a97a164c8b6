import Foundation
import TestSupport

/// A page of the guide, as far as it can be run.
///
/// A paragraph that is only `` `path`: `` names the file that the next fenced block holds. In a
/// block of `console`, lines `$ …` are commands, the lines after one its output; a line `…` stands
/// for any number of lines, `…` within a line for any characters, and `# status N` at the end of a
/// command says how it ends.
struct GuidePage {
  enum Step {
    case file(path: String, text: String)
    case command(Command)
  }

  struct Command {
    let text: String
    let status: Int32
    /// The number of its line in the page.
    let line: Int
    var output: [String] = []

    /// Whether it printed what the page says.
    func printed(_ text: String) throws -> Bool {
      var expected = output
      while expected.last == "" { expected.removeLast() }
      let pattern = expected.map { line in
        guard line != "…" else { return #"(?:[^\n]*\n)*"# }
        let parts = line.components(separatedBy: "…").map(NSRegularExpression.escapedPattern)
        return parts.joined(separator: #"[^\n]*"#) + #"\n+"#
      }.joined()
      let whole = NSRange(text.startIndex..., in: text)
      let match = try NSRegularExpression(pattern: "^\(pattern)$").firstMatch(
        in: text, range: whole)
      return match?.range == whole
    }
  }

  let steps: [Step]

  /// - Parameter name: that of the page, or README.
  init(_ name: String) throws {
    let folder = name == "README" ? "" : "/Sources/reprise/Guide.docc"
    let path = "\(OtherProgram.root)\(folder)/\(name).md"
    let lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
    var (steps, file, place) = ([Step](), String?.none, 0)
    while place < lines.count {
      let line = lines[place]
      if line.hasPrefix("```") {
        let fence = String(line.prefix { $0 == "`" })
        let end = lines[(place + 1)...].firstIndex(of: fence) ?? lines.count
        let body = Array(lines[(place + 1)..<end])
        if let file {
          steps.append(.file(path: file, text: body.joined(separator: "\n") + "\n"))
        } else if line == fence + "console" {
          steps += Self.commands(body, from: place + 2).map(Step.command)
        }
        (file, place) = (nil, end + 1)
        continue
      }
      if let match = line.wholeMatch(of: /`([^`]+)`:/) {
        file = String(match.1)
      } else if !line.isEmpty {
        file = nil
      }
      place += 1
    }
    self.steps = steps
  }

  private static func commands(_ body: [String], from line: Int) -> [Command] {
    var commands: [Command] = []
    for (offset, text) in body.enumerated() {
      if let match = text.wholeMatch(of: /\$ (.*?)(?:\s+# status (\d+))?/) {
        commands.append(
          Command(
            text: String(match.1), status: match.2.flatMap { Int32($0) } ?? 0, line: line + offset))
      } else if !commands.isEmpty {
        commands[commands.count - 1].output.append(text)
      }
    }
    return commands
  }
}
