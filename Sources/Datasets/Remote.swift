import Basics
import Foundation

/// A place in the network that a data set can be had from.
struct Remote: Sendable {
  /// How messages call it.
  let name: String
  /// Puts the files, in whatever form, into an empty folder.
  let download: @Sendable (_ folder: String, Commands) async throws(Problem) -> Void

  /// A zip archive at an address; gives up soon, since there are other places.
  static func archive(_ name: String, at address: String, members: [String]) -> Remote {
    Remote(name: name) { folder, commands throws(Problem) in
      let archive = "\(folder)/archive.zip"
      _ = try await commands.run(
        "curl",
        [
          "--fail", "--silent", "--show-error", "--location", "--connect-timeout", "5",
          "--max-time", "60", "--output", archive, address,
        ])
      try await extract(members, from: archive, into: folder, commands)
    }
  }

  /// A wheel of the Python package index, through whatever index pip is set up to use.
  ///
  /// - Parameter names: The names that members get, where not their own.
  static func wheel(
    _ package: String, _ version: String, members: [String], names: [String: String] = [:]
  ) -> Remote {
    Remote(name: "\(package) \(version) from PyPI") { folder, commands throws(Problem) in
      _ = try await commands.run(
        "python3",
        [
          "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
          "--only-binary=:all:", "--timeout", "15", "--retries", "1", "--dest", folder,
          "\(package)==\(version)",
        ])
      let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      guard let wheel = files.sorted().first(where: { $0.hasSuffix(".whl") }) else {
        throw .run("pip downloaded no wheel")
      }
      try await extract(
        members, names: names, from: "\(folder)/\(wheel)", into: folder, commands)
    }
  }

  /// Puts members of a zip archive into the folder, without the folders they have in the archive.
  private static func extract(
    _ members: [String], names: [String: String] = [:], from archive: String,
    into folder: String, _ commands: Commands
  ) async throws(Problem) {
    for member in members {
      let bytes: [UInt8]
      do {
        bytes = try await commands.run("unzip", ["-p", archive, member])
      } catch {
        // Bare machines have no unzip; where pip works, Python's own does.
        do {
          bytes = try await commands.run("python3", ["-c", unzip, archive, member])
        } catch let second { throw .run("\(error); \(second)") }
      }
      let name = names[member] ?? member.split(separator: "/").last.map(String.init) ?? member
      try Files.writeAtomically(bytes, to: "\(folder)/\(name)")
    }
  }

  private static let unzip =
    "import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))"
}
