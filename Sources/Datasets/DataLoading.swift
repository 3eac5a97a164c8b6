import Basics
import Foundation

/// Where the data set of a spec comes from, and how it comes to be read.
extension DataSettings {
  /// Whether both read the same, however they divide what they find there.
  package func isOfSameSource(as other: DataSettings) -> Bool {
    dataset == other.dataset && sourceFiles == other.sourceFiles && given == other.given
      && minimum == other.minimum && (duplicates == nil) == (other.duplicates == nil)
      && split.isCanonical(of: dataset) == other.split.isCanonical(of: dataset)
      && (minimum == nil || selection == other.selection && areRecords == other.areRecords)
  }

  /// The files of the user's own that are read.
  private var sourceFiles: [String] { local?.files(split) ?? [] }

  private var selection: Selection {
    Selection(feedback: feedback, duplicates: duplicates ?? .first)
  }

  /// Why it cannot be read in a moment: it would have to be fetched, or simulated at length; nil
  /// where it can.
  package func absence(in folders: DataFolders) -> String? {
    if let simulation = local?.simulation, simulation.records > 100_000 {
      return "\(dataset) is not simulated for this"
    }
    return isAtHand(in: folders) ? nil : "data not fetched"
  }

  /// Whether the data set can be read without fetching anything.
  package func isAtHand(in folders: DataFolders) -> Bool {
    if local != nil { return sourceFiles.allSatisfy(FileManager.default.fileExists) }
    if let files = own?.ownFiles, !files.isEmpty {
      return files.allSatisfy(FileManager.default.fileExists)
    }
    guard let folder = (try? source?.locate(folders)) ?? nil else { return false }
    return own?.isHeld(in: folder) ?? true
  }

  /// Reads the data set, fetching it first if need be, leaves out users and items with too few
  /// interactions, and puts its events in the order that the split asks for. Throws as
  /// `DatasetSource.load` does, and where nothing is left.
  package func load(
    from folders: DataFolders, commands: Commands = .system,
    report: @Sendable (String) -> Void = { _ in }
  ) async throws(Problem) -> Dataset {
    if let local = try loadOwn() { return local }
    return try prepared(
      await DatasetList.named(dataset).load(
        from: folders, own, commands: commands, report: report))
  }

  /// As `load`, of what needs no fetching: files of one's own and simulations; nil for what might.
  package func loadOwn() throws(Problem) -> Dataset? {
    guard let local else { return nil }
    return try prepared(local.load(self))
  }

  /// The data set as its source has it, without what has too few interactions, in order.
  private func prepared(_ source: Dataset) throws(Problem) -> Dataset {
    var dataset = source
    if let minimum {
      dataset =
        areRecords
        ? try dataset.reducedRecords(to: minimum) : try dataset.reduced(to: minimum, selection)
    }
    guard split.isCanonical(of: self.dataset) else { return dataset }
    return dataset.inCanonicalOrder(keepingFiles: split.method == .files)
  }
}
