import Engine
import Foundation
import Synchronization
import Testing

/// What OpenBLAS says of itself.
@Suite struct BLASTests {
  @Test func itsNameIsTheSameToAllThreads() {
    let expected = (BLAS.configuration, BLAS.library)
    let differences = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      for _ in 0..<20_000 where (BLAS.configuration, BLAS.library) != expected {
        differences.add(1, ordering: .relaxed)
      }
    }
    #expect(differences.load(ordering: .relaxed) == 0)
    #expect(expected.1.hasPrefix("OpenBLAS "))
  }
}
