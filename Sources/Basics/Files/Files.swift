import Foundation
import Synchronization

/// Reading and writing whole files, so that a reader never sees half of one.
package enum Files {
  /// Numbers the temporary names of this process.
  private static let writes = Mutex(0)

  /// All bytes of a file.
  ///
  /// A device has no end: of anything but a file, such as a pipe, 64 MiB are read at most.
  ///
  /// - Parameters:
  ///   - kind: what a missing or unreadable file is: `.usage` for one that the user named.
  ///   - enough: where the rest of a long file is not needed, how many bytes are.
  package static func read(
    _ path: String, as kind: Problem.Kind = .data, atLeast enough: Int = .max
  ) throws(Problem) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Problem(kind, "\(path): cannot be read: \(reason(errno))") }
    defer { close(file) }
    let limit = isRegular(file) ? Int.max : 64 << 20
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Foundation.read(file, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw Problem(kind, "\(path): cannot be read: \(reason(errno))")
      }
      bytes.append(contentsOf: buffer[..<count])
      if bytes.count >= enough { return bytes }
      if bytes.count > limit {
        throw Problem(kind, "\(path): cannot be read: is not a file, and longer than 64 MiB")
      }
    }
  }

  /// Puts a file of these bytes in place, whole or not at all.
  ///
  /// Writes under a temporary name in the same folder, flushes it to the disk, renames it and
  /// flushes the folder: after a crash the path holds either the old file or the new one. Throws
  /// `Problem.run` naming path and reason (no space, read-only, …); the temporary is removed. A
  /// link is followed; a device or a pipe, which no file may replace, is written to.
  package static func writeAtomically(_ bytes: [UInt8], to path: String) throws(Problem) {
    let path = linked(path)
    if let device = try openDevice(path) {
      defer { close(device) }
      if let failure = write(bytes, to: device) { throw cannotWrite(path, failure) }
      return
    }
    let (file, temporary) = try makeTemporary(for: path)
    var failure = write(bytes, to: file)
    if failure == nil, fsync(file) != 0 { failure = errno }
    if close(file) != 0, failure == nil { failure = errno }
    try finish(temporary, path, failure)
  }

  /// Puts a text file in place, see ``writeAtomically(_:to:)-([UInt8],_)``.
  package static func writeAtomically(_ text: String, to path: String) throws(Problem) {
    try writeAtomically(Array(text.utf8), to: path)
  }

  /// Puts a file in place that a library writes by name: `write` gets the name of an empty
  /// temporary file in the same folder and fills it. What `write` throws is thrown on, the
  /// temporary removed.
  package static func writeAtomically(
    to path: String, using write: (_ temporary: String) throws -> Void
  ) throws {
    let (file, temporary) = try makeTemporary(for: path)
    close(file)
    do { try write(temporary) } catch {
      unlink(temporary)
      throw error
    }
    // Opened again, because the library may have replaced the file.
    let written = open(temporary, O_RDONLY | O_CLOEXEC)
    var failure: Int32? = written < 0 ? errno : nil
    if failure == nil {
      if fsync(written) != 0 { failure = errno }
      close(written)
    }
    try finish(temporary, path, failure)
  }

  /// Makes the folder and those above it, as far as they are missing.
  package static func makeFolder(_ path: String) throws(Problem) {
    guard !isFolder(path) else { return }
    let parent = folder(of: path)
    if parent != path, !isFolder(parent) { try makeFolder(parent) }
    guard mkdir(path, 0o777) != 0 else { return }
    let code = errno
    // Another process may have made it meanwhile.
    guard isFolder(path) else {
      throw .io(path, "this folder cannot be made", code)
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// Removes what writes that were killed have left in a folder.
  ///
  /// - Parameter sharing: whether others write there too; what a living process of this machine may
  ///   be writing then stays.
  package static func removeTemporaries(in folder: String, sharing: Bool = false) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names {
      guard let parts = name.wholeMatch(of: /\..+\.(\d+)-\d+\.tmp(\..+)?/) else { continue }
      if sharing, let writer = Int32(parts.1), kill(writer, 0) == 0 || errno == EPERM { continue }
      unlink("\(folder)/\(name)")
    }
  }

  /// The folder that holds the path, `.` for a bare name.
  package static func folder(of path: String) -> String {
    // Foundation's own way ends the program on a name of one character.
    guard path.contains("/") else { return "." }
    let folder = (path as NSString).deletingLastPathComponent
    return folder.isEmpty ? "." : folder
  }

  /// The path of `name` as written in the file `path`: beside it, unless absolute.
  package static func path(_ name: String, beside path: String) -> String {
    guard !name.hasPrefix("/"), path.contains("/") else { return name }
    let folder = folder(of: path)
    var parts: [Substring] = []
    for part in "\(folder)/\(name)".split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !folder.hasPrefix("/") {
        parts.append(part)
      }
    }
    return (folder.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  private static func isRegular(_ file: Int32) -> Bool {
    var facts = stat()
    return fstat(file, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG
  }

  /// Where a symbolic link leads; the path itself for anything else, and for a link to nothing.
  private static func linked(_ path: String) -> String {
    var facts = stat()
    guard lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFLNK,
      let target = realpath(path, nil)
    else { return path }
    defer { free(target) }
    return String(cString: target)
  }

  /// Opens what is neither a file nor a folder; nil for everything else.
  private static func openDevice(_ path: String) throws(Problem) -> Int32? {
    var facts = stat()
    guard stat(path, &facts) == 0, ![S_IFREG, S_IFDIR].contains(facts.st_mode & S_IFMT) else {
      return nil
    }
    let device = open(path, O_WRONLY | O_CLOEXEC)
    guard device >= 0 else { throw cannotWrite(path, errno) }
    return device
  }

  /// Opens a new file beside `path`; another process may hold the first names that we try.
  private static func makeTemporary(for path: String) throws(Problem) -> (Int32, String) {
    // Part of the name, for people: with all of it the temporary's could be too long for the file
    // system.
    let name = beginning(of: (path as NSString).lastPathComponent, bytes: 100)
    while true {
      let number = writes.withLock { count in
        count += 1
        return count
      }
      let temporary = "\(folder(of: path))/.\(name).\(getpid())-\(number).tmp"
      let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if file >= 0 { return (file, temporary) }
      if errno != EEXIST && errno != EINTR { throw cannotWrite(path, errno) }
    }
  }

  /// As many of a text's first characters as fit.
  private static func beginning(of text: String, bytes: Int) -> String {
    var beginning = ""
    for character in text {
      guard beginning.utf8.count + character.utf8.count <= bytes else { break }
      beginning.append(character)
    }
    return beginning
  }

  private static func write(_ bytes: [UInt8], to file: Int32) -> Int32? {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let piece = UnsafeRawBufferPointer(rebasing: rest)
        let count = Foundation.write(file, piece.baseAddress, piece.count)
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        rest = rest.dropFirst(count)
      }
      return nil
    }
  }

  /// Renames the temporary if all went well, else removes it.
  private static func finish(
    _ temporary: String, _ path: String, _ failure: Int32?
  ) throws(Problem) {
    var failure = failure
    if failure == nil, rename(temporary, path) != 0 { failure = errno }
    if let failure {
      unlink(temporary)
      throw cannotWrite(path, failure)
    }
    // A file system that cannot flush a folder (some network ones) has done what it can.
    let parent = open(folder(of: path), O_RDONLY | O_CLOEXEC)
    if parent >= 0 {
      fsync(parent)
      close(parent)
    }
  }

  private static func cannotWrite(_ path: String, _ code: Int32) -> Problem {
    .io(path, "cannot be written", code)
  }

  private static func reason(_ code: Int32) -> String {
    String(cString: strerror(code)).lowercased()
  }
}
