import Schema

/// Something that the paper says in words, kept as written until it is judged.
public struct ClaimSpec: Sendable, Equatable {
  /// The paper's words.
  public let quote: String
  /// The whole claim, `quote` included.
  public let content: JSON

  /// Reads an object with a `quote` that is not empty; the rest is free.
  init(decoding json: JSON) throws(Problem) {
    let quote = try json.member("quote")
    self.quote = try quote.asString()
    self.content = json
    if self.quote.isEmpty { throw quote.problem("a claim needs the paper's words") }
  }
}
