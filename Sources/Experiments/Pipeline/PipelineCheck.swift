import Basics

extension Spec {
  /// Refuses a pipeline that has nothing to begin with, makes one feature twice, or whose features
  /// nobody could be told; `json` is the spec.
  func checkPipeline(_ json: JSON) throws(Problem) {
    let place = json.at("pipeline")
    for (index, spec) in pipeline.steps.enumerated() {
      let name = type(of: spec.step).name
      guard (name == FeaturesStep.name) == (index == 0) else {
        throw place.at(index).at("step").problem(
          index == 0
            ? "there is no table of users yet; expected \"\(FeaturesStep.name)\" as the first step"
            : "\"\(name)\" begins a pipeline; expected another step here")
      }
      let before = pipeline.steps[..<index].compactMap(\.step.feature)
      if let feature = spec.step.feature, before.contains(feature) {
        throw place.at(index).problem(
          "makes the feature \"\(feature)\", as a step before does; expected another \"feature\"")
      }
    }
    guard pipeline.isEmpty || systems.contains(where: { $0.recommender.task == .ranking }) else {
      throw place.problem("no system ranks items, and a pipeline tells rankers of users")
    }
  }
}
