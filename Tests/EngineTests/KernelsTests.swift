import Basics
import CKernels
import Foundation
import TestSupport
import Testing

@testable import Engine

/// Every function of every kernel table this processor runs, against double precision.
@Suite struct KernelsTests {
  static let paths = KernelPath.allCases.filter { $0.table != nil }
  static let sizes = [0, 1, 15, 16, 17, 150, 1000]

  /// Numbers on ±3, a zero among them.
  private func values(seed: UInt64 = 1) -> [Float] {
    var random = Random(seed: seed, stream: "kernels")
    return [0] + (0..<2000).map { _ in 6 * random.uniform() - 3 }
  }

  @Test(arguments: KernelCase.all, sizes)
  func isNearTheReferenceAndTheSameOnEveryPath(_ kernel: KernelCase, _ size: Int) throws {
    let reference = KernelMemory<Double>(size, values())
    let expected = kernel.reference(reference)
    var first: (results: [[Float]], returned: Double)?
    for path in Self.paths {
      let memory = KernelMemory<Float>(size, values())
      let returned = kernel.run(try #require(path.table), memory)
      #expect(!memory.isOverrun, "\(path)")
      #expect(near(returned, expected, kernel, size), "\(path): \(returned), not \(expected)")
      for (got, wanted) in zip(memory.results, reference.results) {
        let far = zip(got, wanted).first { !near(Double($0), $1, kernel, size) }
        #expect(far == nil, "\(path)")
      }
      if let first {
        #expect(first.returned.bitPattern == returned.bitPattern, "\(path)")
        #expect(bits(first.results) == bits(memory.results), "\(path)")
      } else {
        first = (memory.results, returned)
      }
    }
  }

  private func near(_ got: Double, _ wanted: Double, _ kernel: KernelCase, _ n: Int) -> Bool {
    abs(got - wanted) <= kernel.bound * max(abs(wanted), kernel.floor(n))
  }

  private func bits(_ arrays: [[Float]]) -> [[UInt32]] { arrays.map { $0.map(\.bitPattern) } }

  /// The list of cases names every function of the table but those with tests of their own.
  @Test func everyKernelIsTested() throws {
    let header = URL(filePath: OtherProgram.root)
      .appending(path: "Sources/CKernels/include/CKernels.h")
    let text = try String(contentsOf: header, encoding: .utf8)
    let declared = text.matches(of: /\(\*(\w+)\)\(/).map { String($0.1) }
    #expect(declared.count >= 29)
    #expect(
      declared.sorted()
        == (KernelCase.all.map(\.name) + ["batch_product", "bpr", "drop", "widen"]).sorted()
    )
  }

  @Test func thePathInUseIsTheWidest() throws {
    #expect(KernelPath.baseline.table != nil)
    let widest = try #require(Self.paths.last?.table)
    #expect(KernelPath.inUse == String(cString: widest.name))
  }

  @Test(arguments: paths) func aPathMayBeTheLimit(_ path: KernelPath) throws {
    try KernelPath.check(limit: String(cString: try #require(path.table).name))
  }

  @Test(arguments: paths, sizes) func bytesWiden(_ path: KernelPath, _ size: Int) throws {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    var floats = [Float](repeating: -1, count: size + 1)
    try #require(path.table).widen(size, bytes, &floats)
    #expect(floats == bytes.map(Float.init) + [-1])
  }

  @Test(arguments: paths, sizes) func whatIsBelowTheThresholdIsDropped(
    _ path: KernelPath, _ size: Int
  ) throws {
    let words = (0..<size).map { UInt16(truncatingIfNeeded: $0 &* 40503) }
    let x = (0..<size).map { Float($0) - 7 }
    let expected = zip(words, x).map { $0 < 30_000 ? 0 : 1.25 * $1 } + [-1]
    let table = try #require(path.table)
    var y = [Float](repeating: -1, count: size + 1)
    table.drop(size, words, 30_000, 1.25, x, &y)
    #expect(y == expected)
    y = x + [-1]
    y.withUnsafeMutableBufferPointer { y in
      guard let start = y.baseAddress else { return }
      table.drop(size, words, 30_000, 1.25, start, start)
    }
    #expect(y == expected)
  }

  static let extremes: [Float] = [
    -.infinity, -1e30, -1e4, -104, -100, -89, -88, -87.5, -87, -50, -20, -10, -1, -0.126, -0.125,
    -0.124, -1e-3, -1e-20, -2e-38, -0.0, 0, 2e-38, 1e-20, 1e-3, 0.124, 0.125, 0.126, 1, 10, 20, 50,
    87, 88, 88.5, 89, 100, 104, 1e4, 1e30, .infinity,
  ]

  private func apply(
    _ path: KernelPath, _ values: [Float],
    _ function: (KernelTable) -> (Int, UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void
  ) throws -> [Float] {
    let table = try #require(path.table)
    var results = [Float](repeating: 0, count: values.count)
    results.withUnsafeMutableBufferPointer { target in
      values.withUnsafeBufferPointer { source in
        guard let source = source.baseAddress, let target = target.baseAddress else { return }
        function(table)(values.count, source, target)
      }
    }
    return results
  }

  @Test(arguments: paths) func exponentialIsClampedAndNeverInfinite(_ path: KernelPath) throws {
    let results = try apply(path, Self.extremes) { $0.exponential }
    for (x, y) in zip(Self.extremes, results) {
      let expected = exp(min(max(Double(x), -87), 88))
      #expect(y.isFinite && y > 0)
      #expect(abs(Double(y) - expected) <= 2e-7 * expected, "exp(\(x)) = \(y)")
    }
    #expect(try apply(path, [.nan]) { $0.exponential }[0].isNaN)
  }

  @Test(arguments: paths) func sigmoidStaysBetweenZeroAndOne(_ path: KernelPath) throws {
    let results = try apply(path, Self.extremes) { $0.sigmoid }
    for (x, y) in zip(Self.extremes, results) {
      #expect(y >= 0 && y <= 1)
      let expected = 1 / (1 + exp(-Double(x)))
      #expect(abs(Double(y) - expected) <= 3e-7 * expected + 1e-38, "sigmoid(\(x)) = \(y)")
    }
    #expect(zip(results, results.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(try apply(path, [.nan]) { $0.sigmoid }[0].isNaN)
  }

  @Test(arguments: paths) func tangentStaysWithinOne(_ path: KernelPath) throws {
    let results = try apply(path, Self.extremes) { $0.hyperbolic_tangent }
    for (x, y) in zip(Self.extremes, results) {
      #expect(abs(y) <= 1)
      let expected = tanh(Double(x))
      #expect(abs(Double(y) - expected) <= 2e-6 * abs(expected) + 1e-44, "tanh(\(x)) = \(y)")
      #expect(y.sign == x.sign, "tanh(\(x)) = \(y)")
    }
    #expect(zip(results, results.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(try apply(path, [.nan]) { $0.hyperbolic_tangent }[0].isNaN)
  }

  @Test(arguments: paths) func softmaxOfFarNumbersIsOneOfTheLargest(_ path: KernelPath) throws {
    let values: [Float] = [-1e30, 1e30, 0, -.infinity]
    let results = try apply(path, values) { table in
      { columns, x, y in table.softmax(1, columns, 1, x, y) }
    }
    #expect(results[1] == 1)
    for index in [0, 2, 3] { #expect(results[index] >= 0 && results[index] < 1e-37) }
  }

  @Test(arguments: paths) func functionsMayReplaceWhatTheyRead(_ path: KernelPath) throws {
    typealias Function = (KernelTable) -> (Int, UnsafePointer<Float>, UnsafeMutablePointer<Float>)
      -> Void
    let functions: [Function] = [
      { $0.exponential }, { $0.sigmoid }, { $0.hyperbolic_tangent },
      { table in { table.leaky_relu($0, 0.25, $1, $2) } },
      { table in { table.scale($0, 3, $1, $2) } },
    ]
    for function in functions {
      for count in Self.sizes {
        let source = Array(values().prefix(count))
        var inPlace = source
        let table = try #require(path.table)
        inPlace.withUnsafeMutableBufferPointer { memory in
          guard let start = memory.baseAddress else { return }
          function(table)(count, start, start)
        }
        #expect(bits([inPlace]) == bits([try apply(path, source, function)]))
      }
    }
  }

  /// The case in the list writes over the gates.
  @Test(arguments: paths) func theWayBackOfRecurrentUnitsMayWriteApart(_ path: KernelPath) throws {
    let gruBackward = try #require(path.table?.gru_backward)
    let (width, rows) = (33, 9)
    let (inPlace, apart) = (
      KernelMemory<Float>(3 * rows * width, values()),
      KernelMemory<Float>(3 * rows * width, values())
    )
    let gates = apart.a.array
    let da = Buffer<Float>(3 * rows * width)
    for (memory, target) in [(inPlace, inPlace.a.pointer), (apart, da.pointer)] {
      gruBackward(
        rows, width, memory.a.pointer, memory.b.pointer, memory.y.pointer, memory.c.pointer, target)
    }
    #expect(bits([da.array]) == bits([Array(inPlace.a.array.prefix(3 * rows * width))]))
    #expect(bits([apart.b.array, apart.c.array]) == bits([inPlace.b.array, inPlace.c.array]))
    #expect(apart.a.array == gates)
  }

  /// The whole polynomial range of each function, not only the points above.
  @Test(arguments: paths) func transcendentalsOverTheirRange(_ path: KernelPath) throws {
    let values = (0...40_000).map { Float($0 - 20_000) / 20_000 * 87 }
    for (x, y) in zip(values, try apply(path, values) { $0.exponential }) {
      let expected = exp(Double(x))
      #expect(abs(Double(y) - expected) <= 2e-7 * expected)
    }
    let small = values.map { $0 / 20 }
    for (x, y) in zip(small, try apply(path, small) { $0.hyperbolic_tangent }) {
      let expected = tanh(Double(x))
      #expect(abs(Double(y) - expected) <= 2e-6 * abs(expected))
    }
  }
}
