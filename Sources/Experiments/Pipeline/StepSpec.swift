import Basics

/// A step as a spec writes it: `{ "step": "k-means", "from": 2, "to": 10 }`.
package struct StepSpec: Sendable, Equatable {
  let step: any PipelineStep

  private static let key = "step"

  /// A step of a pipeline.
  init(_ step: any PipelineStep) { self.step = step }

  /// Reads a step. Throws with the place and the nearest name.
  init(decoding json: JSON) throws(Problem) {
    let written = try json.member(Self.key)
    let name = try written.asString()
    guard let type = StepList.all.first(where: { $0.name == name }) else {
      throw written.problem(
        "unknown step \"\(name)\"" + suggestion(for: name, among: StepList.all.map { $0.name }))
    }
    step = try type.init(decoding: json.without([Self.key]))
  }

  /// The object that decodes to it, complete with defaults.
  var encoded: JSON {
    let name = JSON.object([(Self.key, .string(type(of: step).name))])
    return name.merging(patch: step.encoded())
  }

  /// What a step may say, for the schema.
  static var kind: FieldKind {
    let tag = FieldDescription(
      name: key, summary: "what is done", kind: .choice(StepList.all.map { $0.name }),
      isRequired: true, standard: nil)
    return .named(
      "step",
      .tagged(by: key, [tag], StepList.all.map { FieldVariant($0.name, $0.fieldDescriptions) }))
  }

  /// Whether both do the same.
  package static func == (a: StepSpec, b: StepSpec) -> Bool { a.encoded == b.encoded }
}
