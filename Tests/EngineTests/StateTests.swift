import Engine
import Testing

@Suite struct StateTests {
  let state = State(
    tensors: ["w": State.Array(shape: [2, 3], values: [1, 2, 3, 4, 5, 6])],
    counters: ["steps": [7], "random": [1, 2, 3, 4]])

  @Test func partUndoesPrefixed() {
    let prefixed = state.prefixed("parameters/generator")
    #expect(prefixed.tensors.keys.sorted() == ["parameters/generator/w"])
    #expect(prefixed.part("parameters/generator") == state)
    #expect(prefixed.part("parameters").part("generator") == state)
  }

  @Test func partTakesWholeNamesOnly() {
    let state = state.prefixed("generator2")
    #expect(state.part("generator") == State())
  }

  @Test func mergingKeepsBothAndRefusesOneNameTwice() throws {
    let both = try State(joining: state.prefixed("a"), state.prefixed("b"))
    #expect(both.part("a") == state)
    #expect(both.part("b") == state)
    #expect(throws: StateError.twice("a/w")) { try State(joining: both, state.prefixed("a")) }
  }

  @Test func aTensorHasToHaveTheShapeAskedFor() throws {
    #expect(try state.tensor(named: "w", shape: [2, 3]) == [1, 2, 3, 4, 5, 6])
    #expect(throws: StateError.shape(name: "w", expected: [3, 2], found: [2, 3])) {
      try state.tensor(named: "w", shape: [3, 2])
    }
    #expect(throws: StateError.missing("v")) { try state.tensor(named: "v", shape: [1]) }
    #expect(
      StateError.shape(name: "w", expected: [3, 2], found: [2, 3]).description
        == "'w' has shape [2, 3] in the state, expected [3, 2]")
  }

  @Test func aCounterHasToHaveTheCountAskedFor() throws {
    #expect(try state.counter(named: "steps") == 7)
    #expect(try state.counter(named: "random", count: 4) == [1, 2, 3, 4])
    #expect(throws: StateError.shape(name: "random", expected: [1], found: [4])) {
      try state.counter(named: "random")
    }
  }

  @Test func equalityIsOfBits() {
    let nan = State.Array(shape: [1], values: [.nan])
    #expect(nan == nan)
    #expect(State.Array(shape: [1], values: [0]) != State.Array(shape: [1], values: [-0.0]))
    #expect(
      State.Array(shape: [1, 2], values: [1, 2]) != State.Array(shape: [2], values: [1, 2]))
  }
}
