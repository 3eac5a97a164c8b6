import Basics
import Subprocess

/// How other programs are run. Tests put their own in.
package struct Commands: Sendable {
  /// Runs a program found in `$PATH` and returns what it wrote on its standard output.
  ///
  /// Throws `Problem.run` if it is not installed, ends otherwise than with 0, or writes more than
  /// 256 MB; the message has the last line of its standard error.
  let run: @Sendable (_ program: String, _ arguments: [String]) async throws(Problem) -> [UInt8]

  /// Real programs.
  package static let system = Commands { program, arguments throws(Problem) in
    let status: TerminationStatus
    let output: [UInt8]
    let complaint: String
    do {
      let result = try await Subprocess.run(
        .name(program), arguments: Arguments(arguments), output: .bytes(limit: 256 << 20),
        error: .string(limit: 1 << 20))
      (status, output) = (result.terminationStatus, result.standardOutput)
      complaint = result.standardError
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw .run("\(program) is not installed")
    } catch {
      throw .run("\(program) cannot be run: \(error)")
    }
    guard status.isSuccess else {
      let last = complaint.split(whereSeparator: \.isNewline).last.map { ": \($0)" }
      let end =
        switch status {
        case .exited(let code): "ended with \(code)"
        case .signaled(let signal): "was ended by signal \(signal)"
        }
      throw .run("\(program) \(end)\(last ?? "")")
    }
    return output
  }
}
