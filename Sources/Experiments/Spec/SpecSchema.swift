import Basics
import Recommenders

/// The JSON schema of specs, by which editors complete and check them.
///
/// It comes from the declarations that decode, so it cannot say anything else than they do; it
/// accepts a spec with `extends` as a merge patch, because the rest stands in another file, and a
/// system with `like`, whose rest stands in another system.
package enum SpecSchema {
  /// The text of the schema's file, draft 2020-12; always the same for the same program.
  package static var text: String {
    var writer = SchemaWriter()
    let spec = writer.schema(
      of: .changing(
        by: "extends", .named("spec", Spec.fieldKind),
        change: .named("change", .patch { Spec.fieldDescriptions })))
    return JSON.object([
      ("$schema", "https://json-schema.org/draft/2020-12/schema"),
      ("title", "Reprise spec"),
      (
        "description",
        "What a paper's table or figure claims to have measured; written by `reprise schema`."
      ),
      ("allOf", [spec]),
      ("$defs", JSON(.object(writer.definitions))),
    ]).prettyText
  }
}

extension Spec {
  /// What a profile may change.
  static var profileKind: FieldKind {
    .named(
      "profile",
      .patch {
        fieldDescriptions.filter { field in !SpecFile.fixedKeys.contains(field.name) }
      })
  }
}

extension SystemSpec {
  /// A system whose settings and grid are those of its recommender.
  package static var fieldKind: FieldKind {
    .changing(
      by: "like", .named("system", .tagged(by: "recommender", fieldDescriptions, variants)),
      change: .named("system-like-another", .patch { fieldDescriptions }))
  }

  private static var variants: [FieldVariant] {
    RecommenderList.all.map { type in
      let settings = type.fields.map { $0.optional(as: $0.kind, standard: $0.standard) }
      let axes = type.fields.map { $0.optional(as: .list($0.kind, atLeast: 1), standard: nil) }
      return FieldVariant(
        type.name,
        fieldDescriptions.compactMap { field in
          switch field.name {
          case "settings": field.optional(as: .object(settings), standard: nil)
          case "grid": field.optional(as: .object(axes), standard: nil)
          default: nil
          }
        })
    }
  }
}

extension FieldDescription {
  /// The same key with another kind; a setting may stand in the grid instead, so none is required.
  fileprivate func optional(as kind: FieldKind, standard: JSON?) -> FieldDescription {
    FieldDescription(
      name: name, summary: summary, kind: kind, isRequired: false, standard: standard, needs: needs)
  }
}
