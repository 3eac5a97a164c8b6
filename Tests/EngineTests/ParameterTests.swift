import Testing

@testable import Engine

@Suite struct ParameterTests {
  private func values(_ parameter: Parameter<Float>) -> [Float] {
    (0..<parameter.count).map { parameter.value[$0] }
  }

  @Test func aStartDependsOnPlayerAndNameAndNotOnTheOrder() {
    func start(_ player: String, _ names: [String], seed: UInt64 = 1) -> [String: [Float]] {
      let store = ParameterStore<Float>(player: player, seed: seed)
      for name in names { _ = store.make(name, rows: 3, columns: 4, .uniform(1)) }
      return Dictionary(uniqueKeysWithValues: store.parameters.map { ($0.name, values($0)) })
    }
    let two = start("g", ["a", "b"])
    #expect(two == start("g", ["b", "a"]))
    #expect(two["a"] == start("g", ["x", "a"])["a"])
    #expect(two["a"] != two["b"])
    #expect(two["a"] != start("d", ["a"])["a"])
    #expect(two["a"] != start("g", ["a"], seed: 2)["a"])
  }

  @Test func theStoreCountsAndNamesItsParameters() {
    let store = ParameterStore<Float>(player: "generator", seed: 1)
    _ = store.make("layer0/weight", rows: 3, columns: 4, .uniform(1))
    _ = store.make("layer0/bias", rows: 1, columns: 4, .zeros)
    #expect(store.count == 16)
    #expect(store.parameters.map(\.name) == ["layer0/weight", "layer0/bias"])
    #expect(
      store.state.tensors.keys.sorted() == [
        "parameters/generator/layer0/bias", "parameters/generator/layer0/weight",
      ])
    #expect(store.state.tensors["parameters/generator/layer0/bias"]?.shape == [1, 4])
    #expect(store.state.counters.isEmpty)
  }

  @Test func aStateGoesBackIntoAnotherStore() throws {
    func make(_ seed: UInt64, rows: Int = 3) -> ParameterStore<Float> {
      let store = ParameterStore<Float>(player: "p", seed: seed)
      _ = store.make("a", rows: rows, columns: 2, .uniform(1))
      _ = store.make("b", rows: 1, columns: 2, .uniform(1))
      return store
    }
    let (first, second) = (make(1), make(2))
    #expect(first.state != second.state)
    try second.restore(first.state)
    #expect(first.state == second.state)

    var missing = first.state
    missing.tensors["parameters/p/b"] = nil
    #expect(throws: StateError.missing("parameters/p/b")) { try second.restore(missing) }
    #expect(
      throws: StateError.shape(name: "parameters/p/a", expected: [3, 2], found: [4, 2])
    ) { try second.restore(make(1, rows: 4).state) }
  }
}
