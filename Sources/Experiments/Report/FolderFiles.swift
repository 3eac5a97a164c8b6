import Foundation

/// The files of a folder at one moment, hidden ones apart, by which those are found later that have
/// not been written since: whole files are put in place under new numbers of the file system.
struct FolderFiles {
  private let folder: String
  private let numbers: [String: Int]

  /// The files as they are now; none where there is no such folder.
  init(of folder: String) {
    self.folder = folder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    var numbers: [String: Int] = [:]
    for name in names where !name.hasPrefix(".") {
      let facts = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
      guard facts?[.type] as? FileAttributeType == .typeRegular else { continue }
      numbers[name] = facts?[.systemFileNumber] as? Int
    }
    self.numbers = numbers
  }

  /// The names of those that are still what they were, in the order of the alphabet.
  var unwritten: [String] {
    let now = FolderFiles(of: folder).numbers
    return numbers.filter { now[$0.key] == $0.value }.keys.sorted()
  }
}
