/// Collects what is wrong with one input, so that whoever made it hears of everything at once.
package struct Problems: Sendable {
  /// As many as somebody may read; the others are counted.
  private static let limit = 100

  package private(set) var all: [Problem] = []
  private var known: Set<String> = []
  private var untold = 0

  package init() {}

  package mutating func add(_ problem: Problem) {
    untold += problem.untold
    for one in problem.each {
      // One mistake is often met twice, as by two systems that share it.
      guard known.insert(one.place ?? one.message).inserted else { continue }
      if all.count < Self.limit { all.append(one) } else { untold += 1 }
    }
  }

  /// Does something, and keeps what is wrong with it.
  package mutating func attempt(_ work: () throws(Problem) -> Void) {
    do { try work() } catch { add(error) }
  }

  /// Throws the first problem, which holds the others; nothing where there is none.
  package func check() throws(Problem) {
    guard var first = all.first else { return }
    first.others = Array(all.dropFirst())
    first.untold = untold
    throw first
  }
}

extension Problem {
  /// Where it is, as the message says it: `spec.json:3:17`; nil where it says none.
  fileprivate var place: String? {
    let parts = message.split(separator: ":", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, Int(parts[1]) != nil, Int(parts[2]) != nil else { return nil }
    return parts[..<3].joined(separator: ":")
  }
}
