import Testing

@testable import Engine

@Suite struct TensorTests {
  @Test func buffersAreZeroedAndAligned() {
    for count in [0, 1, 17, 1000] {
      let buffer = Buffer<Float>(count)
      #expect(buffer.array == [Float](repeating: 0, count: count))
      #expect(UInt(bitPattern: buffer.pointer) % 64 == 0)
      buffer.pointer.update(repeating: 3, count: count)
      buffer.clear()
      #expect(buffer.array.allSatisfy { $0 == 0 })
    }
  }

  @Test func theFirstShareOfAGradientOverwritesAndLaterOnesAdd() {
    let tensor = Tensor<Float>(rows: 2, columns: 1)
    #expect(tensor.accumulatedGradient() == nil && tensor.productGradient()?.beta == nil)
    tensor.reserveGradient()
    #expect(!tensor.needsGradient)
    for _ in 0..<2 {
      tensor.beginBackward(wantsGradient: true)
      #expect(tensor.productGradient()?.beta == 0)
      #expect(tensor.productGradient()?.beta == 1)
      tensor.gradient[0] = 5
      #expect(tensor.accumulatedGradient()?[0] == 5)
      tensor.beginBackward(wantsGradient: true)
      #expect(tensor.accumulatedGradient()?[0] == 0)
    }
    tensor.beginBackward(wantsGradient: false)
    #expect(tensor.accumulatedGradient() == nil && tensor.productGradient()?.beta == nil)
  }

  @Test func countIsOfTheRowsInUse() {
    let tensor = Tensor<Float>(rows: 4, columns: 3)
    tensor.rows = 2
    #expect(tensor.count == 6 && tensor.capacity == 4)
  }

  @Test func tensorsOfDifferentShapesAreRefused() async {
    await #expect(processExitsWith: .failure) {
      _ = multiply(Tensor<Float>(rows: 2, columns: 3), Tensor<Float>(rows: 1, columns: 3))
    }
    await #expect(processExitsWith: .failure) {
      _ = rowDot(Tensor<Float>(rows: 2, columns: 3), Tensor<Float>(rows: 2, columns: 2))
    }
  }
}
