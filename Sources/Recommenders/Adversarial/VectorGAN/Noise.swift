import Basics
import Engine

/// The settings of a generator's noise.
package struct NoiseOptions: Settings, Equatable {
  package var noiseSize = 100
  package var noiseDraws = 32

  package init() {}

  package static let fields: [Field<NoiseOptions>] = [
    .integer("noiseSize", \.noiseSize, 1...65536, "length of the generator's noise z"),
    .integer(
      "noiseDraws", \.noiseDraws, 1...100_000,
      "draws of z, the same for everyone, whose vectors' mean is the scores"),
  ]
}

/// A generator's noise z, standard normal: new for each row of a training step, and for scores a
/// few draws that are fixed when the system is made, so that scores are no matter of luck.
struct Noise {
  let options: NoiseOptions
  private var random: Random
  /// [draws, size].
  private var fixed: [Float]

  init(_ options: NoiseOptions, seed: UInt64) {
    self.options = options
    random = Random(seed: seed, stream: "noise")
    var scoring = Random(seed: seed, stream: "scoring noise")
    fixed = (0..<options.noiseDraws * options.noiseSize).map { _ in scoring.normal() }
  }

  /// Fills the rows in use of `z` anew.
  mutating func draw(_ z: Tensor) {
    for index in 0..<z.count { z.value[index] = random.normal() }
  }

  /// Gives every row in use of `z` the fixed draw of that number.
  func fix(_ draw: Int, _ z: Tensor) {
    let size = options.noiseSize
    for row in 0..<z.rows {
      for place in 0..<size { z.value[row * size + place] = fixed[draw * size + place] }
    }
  }

  /// The stream, and the fixed draws under `noise/fixed`.
  var state: State {
    State(
      tensors: [
        "noise/fixed": State.Array(shape: [options.noiseDraws, options.noiseSize], values: fixed)
      ], counters: ["random/noise": random.state])
  }

  mutating func restore(_ state: State) throws {
    fixed = try state.tensor(
      named: "noise/fixed", shape: [options.noiseDraws, options.noiseSize])
    random = try Random(state, stream: "noise")
  }
}
