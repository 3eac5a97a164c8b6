import Basics

/// Where the published numbers stand.
package struct SourceSpec: Settings {
  /// Authors, title, year.
  package var document: String?
  /// The digital object identifier, without a resolver before it.
  package var doi: String?
  /// The table or figure, as the paper numbers it.
  package var artifact: String?

  package init() {}

  /// The keys of a spec's `source`.
  package static let fields: [Field<SourceSpec>] = [
    .text("document", \.document, "authors, title, year"),
    .text("doi", \.doi, "digital object identifier, without a resolver"),
    .text("artifact", \.artifact, "the table or figure, as the paper numbers it"),
  ]
}
