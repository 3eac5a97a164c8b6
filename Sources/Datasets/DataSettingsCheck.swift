import Basics

/// What must hold between the keys of a spec's `data`.
extension DataSettings {
  /// Refuses what is not used: settings of another data set, a sample of a split that files give, a
  /// seed where nothing is drawn. Asks for the settings that the data set needs, which have a check
  /// of their own.
  package func check(_ json: JSON) throws(Problem) {
    try checkSplit(json)
    if areRecords { try checkRecords(json) }
    try checkOwn(json)
    if let liked { try check(liked, json["liked"] ?? json) }
  }

  private func checkSplit(_ json: JSON) throws(Problem) {
    for (key, isSet) in [("sample", sample != nil), ("minimum", minimum != nil)]
    where isSet && split.method == .files {
      throw (json[key] ?? json).problem(
        "\"\(key)\" is not used when the split comes from files")
    }
    if split.method == .published { try checkPublished(json) }
    if split.order == .file,
      split.method == .files || SplitSettings.isAnyOrder(split.method, dataset)
    {
      throw (json["split"]?["order"] ?? json).problem(
        "\"file\" is not an order of \(split.method.rawValue), which does not depend on lines")
    }
    if sample == nil, split.seed != nil, !split.method.draws {
      throw (json["split"]?["seed"] ?? json).problem(
        "\"seed\" is not used by \(split.method.rawValue), which draws nothing")
    }
  }

  private func checkPublished(_ json: JSON) throws(Problem) {
    let names = source?.published.map(\.name) ?? []
    let named = split.name.map { [("name", 0, $0)] } ?? []
    for (key, place, name) in named + split.folds.enumerated().map({ ("folds", $0, $1) })
    where !names.contains(name) {
      let value = json["split"]?[key] ?? json
      let place = (try? value.asArray()[place]) ?? value
      guard !names.isEmpty else { throw place.problem("\(dataset) has no published splits") }
      throw place.problem(
        "\"\(name)\" is no published split of \(dataset)" + suggestion(for: name, among: names))
    }
  }

  /// Of records every one counts, and few splits divide them.
  private func checkRecords(_ json: JSON) throws(Problem) {
    if feedback != .allRatings {
      throw (json["feedback"] ?? json).problem(
        "\"feedback\" is not used beside \"clicks\", whose label says what counts")
    }
    if duplicates != nil {
      throw (json["duplicates"] ?? json).problem(
        "\"duplicates\" is not used beside \"clicks\", where every record counts")
    }
    let local = source?.settings as? any LocalSource.Type
    if split.method == .leaveOneOut || split.method == .files && local?.dividesRecords != true {
      throw (json["split"]?["method"] ?? json).problem(
        "\"\(split.method.rawValue)\" divides interactions; expected \"random\","
          + " \"random-per-user\", \"by-time\" or \"by-time-per-user\" for records")
    }
  }

  /// What is liked is a matter of each event, so that none may be merged; and of behaviours that
  /// the data set has.
  private func check(_ liked: LikedRule, _ json: JSON) throws(Problem) {
    guard !areRecords else {
      throw json.problem("\"liked\" is not used beside \"clicks\", whose label says what counts")
    }
    guard duplicates?.keepsAll == true else {
      throw json.problem(
        "\"liked\" looks at every event; expected \"duplicates\": \"keep\", or \"revisit\" where"
          + " what was learned from is to be found again")
    }
    if let behaviours = own?.behaviours { try liked.check(behaviours, of: dataset, json) }
  }

  /// The keys of single data sets go with these data sets.
  private func checkOwn(_ json: JSON) throws(Problem) {
    let kind = source?.settings
    for other in DatasetList.all.compactMap(\.settings)
    where other.key != kind?.key && given[other.key] != nil {
      throw (json[other.key] ?? json).problem(
        "\"\(other.key)\" is used by the data set \"\(other.dataset)\" only, not by \"\(dataset)\"")
    }
    guard let kind else { return }
    guard let own else {
      throw (json[kind.key] ?? json).problem(
        "the data set \"\(dataset)\" needs \"\(kind.key)\": \(kind.summary)")
    }
    try own.check(self, json)
  }
}
