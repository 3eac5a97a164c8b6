import Basics

/// Where the published numbers stand.
public struct SourceSpec: Settings {
  /// Authors, title, year.
  public var document: String?
  /// The digital object identifier, without a resolver before it.
  public var doi: String?
  /// The table or figure, as the paper numbers it.
  public var artifact: String?

  /// Nothing is known.
  public init() {}

  /// The keys of a spec's `source`.
  public static let fields: [Field<SourceSpec>] = [
    .text("document", \.document, "authors, title, year"),
    .text("doi", \.doi, "digital object identifier, without a resolver"),
    .text("artifact", \.artifact, "the table or figure, as the paper numbers it"),
  ]
}
