import Basics
import Foundation

/// The file of a data set that cannot be fetched: whoever has it puts it into a data folder.
struct PlacedFile: Sendable {
  /// The name of the folder.
  let folder: String
  /// The names that the file may have, the preferred one first.
  let names: [String]

  /// The first folder that holds it; nil if none does.
  func locate(_ folders: DataFolders) -> String? {
    folders.places(of: folder).first { found(in: $0) != nil }
  }

  /// Where it lies, or would, in a folder.
  func path(in folder: String) -> String { found(in: folder) ?? "\(folder)/\(names.first ?? "")" }

  /// That it is not there, and where it belongs.
  func absence(of dataset: String, _ folders: DataFolders) -> Problem {
    .data(
      "\(dataset) is not there and cannot be fetched; put \(names.first ?? "") into"
        + " \(folders.target(of: folder))")
  }

  private func found(in folder: String) -> String? {
    names.map { "\(folder)/\($0)" }.first(where: FileManager.default.fileExists)
  }
}
