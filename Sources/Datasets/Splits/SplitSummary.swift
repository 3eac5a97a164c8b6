import Basics

extension SplitSettings: CustomStringConvertible {
  /// For footnotes: `random split, 20% test, 10% of the rest validation, seeded by the trial`.
  package var description: String {
    func percent(_ share: Double) -> String {
      JSON.text(of: (share * 10_000).rounded() / 100) + "%"
    }
    var parts = ["\(method.rawValue) split"]
    switch method {
    case .files:
      parts = ["split as given by files"]
      if validation > 0 { parts.append("\(percent(validation)) of training for validation") }
    case .published:
      parts = [
        folds.isEmpty
          ? "published split \(name ?? "")" : "published splits \(folds.joined(separator: ", "))"
      ]
      if validation > 0 { parts.append("\(percent(validation)) of training for validation") }
    case .leaveOneOut:
      if validation > 0 { parts.append("the interaction before for validation") }
    case .random, .randomPerUser, .byTime, .byTimePerUser:
      parts.append("\(percent(test)) test")
      if validation > 0 { parts.append("\(percent(validation)) of the rest validation") }
    }
    if method.draws, !method.isGiven || validation > 0 {
      parts.append(seed.map { "seed \($0)" } ?? "seeded by the trial")
    }
    return parts.joined(separator: ", ")
  }

  /// In which order what is divided lies, for footnotes: it decides what is drawn, and who is last
  /// of equal times. Empty where it decides nothing.
  func orderNote(of dataset: String) -> String {
    if method.isGiven, validation == 0 { return "" }
    let order = isCanonical(of: dataset) ? "by user, item and time" : "in the order of the file"
    return method.isByTime ? ", equal times \(order)" : ", \(order)"
  }
}

extension DataSettings: CustomStringConvertible {
  /// For footnotes: `ml-1m, feedback all ratings, a sample of 10000, random split, …`.
  package var description: String {
    let sampled = sample.map { ", a sample of \($0)" } ?? ""
    let what = clicks.map { "\($0)" } ?? "feedback \(feedback)"
    let name = local?.simulation != nil ? "\(dataset) (simulated)" : dataset
    let repeats = duplicates.map { ", repeats: \($0.rawValue)" } ?? ""
    let relevant = liked.map { ", relevant: \($0.description)" } ?? ""
    let reduced = minimum.map { ", \($0.description)" } ?? ""
    return
      "\(name), \(what)\(repeats)\(relevant)\(reduced)\(sampled), \(split)\(split.orderNote(of: dataset))"
  }
}

extension ClickSettings: CustomStringConvertible {
  /// For footnotes: `label rating ≥ 4, fields user, item, price (20 buckets)`.
  package var description: String {
    let label =
      switch self.label {
      case .ratingAtLeast(let rating): "\(Feedback.ratingAtLeast(rating))"
      case .column(let name): name
      }
    let fields = inputs.map { field in
      let buckets = field.buckets.map { ["\($0) buckets"] } ?? []
      let rare = field.minimumCount > 1 ? ["at least \(field.minimumCount) records"] : []
      let more = (buckets + rare).joined(separator: ", ")
      return field.field + (more.isEmpty ? "" : " (\(more))")
    }
    return "label \(label), fields \(fields.joined(separator: ", "))"
  }
}

extension Feedback: CustomStringConvertible {
  /// For footnotes: `all ratings`, `rating ≥ 4`.
  package var description: String {
    switch self {
    case .allRatings: "all ratings"
    case .ratingAtLeast(let rating): "rating ≥ \(JSON.text(of: rating))"
    }
  }
}
