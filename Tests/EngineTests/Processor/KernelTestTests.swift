import Testing

@testable import Engine

/// The test of kernels finds what is wrong and nothing else.
@Suite struct KernelTestTests {
  @Test func theKernelsOfThisProcessComputeRight() {
    #expect(KernelTest.fault() == nil)
    let report = KernelTest.report()
    #expect(KernelTest.verdict(of: report, asked: nil) == .right)
    #expect(KernelTest.verdict(of: report, asked: BLAS.coreName.uppercased()) == .right)
  }

  /// A product with one fault of a kind.
  private static func faulty(
    _ spoil: @escaping (_ m: Int, _ n: Int, _ k: Int, UnsafeMutablePointer<Float>, Int) -> Void
  ) -> ProductCase.Product<Float> {
    { transposeA, transposeB, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc in
      Float.gemm(transposeA, transposeB, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc)
      spoil(m, n, k, c, ldc)
    }
  }

  @Test func whatIsWrongIsFound() {
    func fault(_ product: ProductCase.Product<Float>) -> String? {
      ProductCase.first(17, 33, 65).fault("sgemm", product)
    }
    #expect(fault(Float.gemm) == nil)
    #expect(
      fault(Self.faulty { m, n, _, c, ldc in c[(m - 1) * ldc + n - 1] += 0.01 })
        == "sgemm 17×65 · 65×33, α 1.0, β 0.0")
    #expect(fault(Self.faulty { _, _, _, c, _ in c[0] = .nan }) != nil)
    #expect(fault(Self.faulty { _, n, _, c, _ in c[n] = 0 }) != nil, "written into the gap")
    // Numbers of half the length.
    #expect(
      fault(
        Self.faulty { m, n, _, c, ldc in
          for row in 0..<m {
            for column in 0..<n {
              let place = row * ldc + column
              c[place] = Float(bitPattern: c[place].bitPattern & 0xffff_0000)
            }
          }
        }) != nil)
    // Factors and transpositions that are not looked at.
    #expect(
      fault { transposeA, transposeB, m, n, k, alpha, a, lda, b, ldb, _, c, ldc in
        Float.gemm(transposeA, transposeB, m, n, k, alpha, a, lda, b, ldb, 0, c, ldc)
      } == "sgemm 17×65 · 65×33, α 1.0, β 1.0")
    #expect(
      fault { transposeA, transposeB, m, n, k, _, a, lda, b, ldb, beta, c, ldc in
        Float.gemm(transposeA, transposeB, m, n, k, 1, a, lda, b, ldb, beta, c, ldc)
      } == "sgemm 17×65 · 65×33, α -0.5, β 1.5")
  }

  @Test func reportsAreRead() {
    #expect(KernelTest.verdict(of: "Zen\nright\n", asked: "Zen") == .right)
    #expect(KernelTest.verdict(of: "Zen\ndsyrk 3×4\n", asked: nil) == .wrong("dsyrk 3×4"))
    #expect(KernelTest.verdict(of: "Haswell\nright\n", asked: "Zen") == .absent(instead: "Haswell"))
    for text in ["", "Zen", "Zen\nright\nagain\n"] {
      #expect(KernelTest.verdict(of: text, asked: nil) == nil)
    }
  }
}
