extension Field {
  /// The fields of settings that are part of other settings, as keys of the outer object.
  package static func embedded<Inner: Sendable>(
    _ fields: [Field<Inner>], at path: any Path<Inner>
  ) -> [Field] {
    fields.map { inner in
      var field = Field(
        name: inner.name, summary: inner.summary, kind: inner.kind,
        decode: { (root: inout Root, json: JSON) throws(Problem) in
          try inner.decode(&root[keyPath: path], json)
        },
        encode: { inner.encode($0[keyPath: path]) })
      if inner.isRequired { field = field.required() }
      if inner.isOmittedByDefault { field = field.omittedByDefault() }
      return field.needing(inner.needs)
    }
  }
}
