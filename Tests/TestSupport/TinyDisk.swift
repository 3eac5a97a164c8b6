import Basics
import Foundation

/// A mounted file system of a few kilobytes, for tests of full and read-only disks. Linux, root.
package struct TinyDisk: Sendable {
  private let path: String

  /// Whether one can be mounted here; found out by mounting one.
  package static let isAvailable: Bool = {
    let mounted: Bool? = try? withTemporaryFolder { folder in
      try TinyDisk(at: folder["disk"], options: "size=16k").unmount()
      return true
    }
    return mounted ?? false
  }()

  /// Mounts a new, empty one at `path`, which is made; `options` are those of tmpfs, `size=64k,ro`.
  ///
  /// - Throws: `Problem.run` when that is not possible.
  package init(at path: String, options: String) throws {
    self.path = path
    try Files.makeFolder(path)
    guard TinyDisk.run("mount", ["-t", "tmpfs", "-o", options, "tmpfs", path]) else {
      throw Problem.run("\(path): no tmpfs can be mounted")
    }
  }

  /// Changes its options, keeping what is in it: `size=1m`, `ro`.
  ///
  /// - Throws: `Problem.run` when that is not possible.
  package func remount(_ options: String) throws {
    guard TinyDisk.run("mount", ["-o", "remount,\(options)", path]) else {
      throw Problem.run("\(path): cannot be mounted again with \(options)")
    }
  }

  /// Takes the file system away with all that is in it.
  package func unmount() { _ = TinyDisk.run("umount", [path]) }

  private static func run(_ program: String, _ arguments: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
