import Basics
import Datasets
import Evaluation

/// What is ranked of these parts, as a spec says.
extension RankingParts {
  /// What of each user is never ranked.
  func masked(
    _ masked: CandidateSettings.Masked, for purpose: Trial.Purpose
  ) -> Interactions {
    switch masked {
    case .learned: split.learned(for: purpose)
    case .training: split.train
    case .nothing: Interactions(users: dataset.users, items: dataset.items)
    }
  }

  /// Which items can be.
  ///
  /// Throws `Problem.data` naming file and line for candidates that do not fit the data, and naming
  /// a tested user whose held-out items are not among theirs.
  func candidates(
    _ settings: CandidateSettings, for purpose: Trial.Purpose
  ) throws(Problem) -> Candidates {
    let heldOut = split.heldOut(for: purpose)
    switch settings.items {
    case .all: return .all
    case .heldOut: return .shared(Set(heldOut.columns).sorted())
    case .file:
      // The file has what is tested, and not what settings are chosen by.
      guard purpose == .reporting, let file = settings.file else { return .all }
      let lists = try CandidateLists(TextFile.read(file), file: file, of: dataset)
      try check(lists, file, heldOut, least: settings.leastHeldOut)
      return .own(lists.items)
    }
  }

  private func check(
    _ lists: CandidateLists, _ file: String, _ heldOut: Interactions, least: Int
  ) throws(Problem) {
    for user in 0..<heldOut.users where heldOut[user].count >= least {
      let id = dataset.userIDs[user]
      guard let positive = lists.positives[user] else {
        throw .data("\(file): has no line for user \"\(id)\", who is tested")
      }
      guard heldOut.contains(user: user, item: positive) else {
        throw .data(
          "\(file): names item \"\(dataset.itemIDs[positive])\" as the positive of user \"\(id)\", which is"
            + " not held out")
      }
      if let item = heldOut[user].first(where: { !lists.items.contains(user: user, item: Int($0)) })
      {
        throw .data(
          "\(file): item \"\(dataset.itemIDs[Int(item)])\" of user \"\(id)\" is held out, and is no"
            + " candidate")
      }
    }
  }
}
