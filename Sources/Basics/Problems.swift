/// Collects what is wrong with one input, so that whoever made it hears of everything at once.
package struct Problems: Sendable {
  package private(set) var all: [Problem] = []

  package init() {}

  package mutating func add(_ problem: Problem) {
    for one in problem.each {
      // One mistake is often met twice, as by two systems that share it.
      let isKnown = all.contains { $0 == one || ($0.place != nil && $0.place == one.place) }
      if !isKnown { all.append(one) }
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
    throw first
  }
}

extension Problem {
  /// Where it is, as the message says it: `spec.json:3:17`; nil where it says none.
  fileprivate var place: Substring? { message.prefixMatch(of: /[^:]*:[0-9]+:[0-9]+/)?.output }
}
