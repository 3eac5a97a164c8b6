import CKernels
import COpenBLAS
import Synchronization

extension Float {
  /// A batch's products by our own kernel where the processor has one, all others by OpenBLAS, on
  /// as many threads as ``BLAS/threads`` says; the formula is at ``Scalar``.
  package static func gemm(
    _ transposeA: Bool, _ transposeB: Bool, _ m: Int, _ n: Int, _ k: Int, _ alpha: Float,
    _ a: Source, _ lda: Int, _ b: Source, _ ldb: Int, _ beta: Float, _ c: Target, _ ldc: Int
  ) {
    let began = BLAS.clock()
    defer { BLAS.stop(began) }
    // Few rows of a weight that the caches do not keep: OpenBLAS takes as long to copy the weight
    // as to multiply it.
    if !transposeA, m <= 64, n * k >= 500_000, alpha == 1, beta == 0 || beta == 1,
      kernels.batch_product(
        transposeB ? 1 : 0, m, n, k, a, lda, b, ldb, beta == 1 ? 1 : 0, c, ldc) != 0
    {
      return
    }
    // OpenBLAS clears slower than memset does; it adds to zeros either way, so the bits are the
    // same.
    let clears = beta == 0
    if clears { clear(c, rows: m, columns: n, stride: ldc) }
    cblas_sgemm(
      CblasRowMajor, transposeA ? CblasTrans : CblasNoTrans, transposeB ? CblasTrans : CblasNoTrans,
      Int32(m), Int32(n), Int32(k), alpha, a, Int32(lda), b, Int32(ldb), clears ? 1 : beta, c,
      Int32(ldc))
  }
}

/// The BLAS library's settings, and its products in double precision.
package enum BLAS {
  /// `c = alpha · op(a) op(b) + beta · c` as at ``Scalar``, in double precision: what
  /// factorisations are made of.
  package static func gemm(
    _ transposeA: Bool, _ transposeB: Bool, _ m: Int, _ n: Int, _ k: Int, _ alpha: Double,
    _ a: UnsafePointer<Double>, _ lda: Int, _ b: UnsafePointer<Double>, _ ldb: Int, _ beta: Double,
    _ c: UnsafeMutablePointer<Double>, _ ldc: Int
  ) {
    cblas_dgemm(
      CblasRowMajor, transposeA ? CblasTrans : CblasNoTrans, transposeB ? CblasTrans : CblasNoTrans,
      Int32(m), Int32(n), Int32(k), alpha, a, Int32(lda), b, Int32(ldb), beta, c, Int32(ldc))
  }

  /// The lower triangle of `c = alpha · xᵀ x + beta · c`, row-major, `x` [rows, columns], `c`
  /// [columns, columns].
  package static func addGram(
    _ rows: Int, _ columns: Int, _ alpha: Double, _ x: UnsafePointer<Double>, _ beta: Double,
    _ c: UnsafeMutablePointer<Double>
  ) {
    cblas_dsyrk(
      CblasRowMajor, CblasLower, CblasTrans, Int32(columns), Int32(rows), alpha, x, Int32(columns),
      beta, c, Int32(columns))
  }

  /// One thread for each matrix product: trials run side by side instead, and results with one and
  /// with two threads are not the same bits.
  package static func useOneThread() { openblas_set_num_threads(1) }

  /// The number of threads of one matrix product.
  package static var threads: Int { Int(openblas_get_num_threads()) }

  /// The processor family whose kernels OpenBLAS picked, e.g. "SkylakeX".
  package static var coreName: String { String(cString: openblas_get_corename()) }

  /// The library with its version, "OpenBLAS 0.3.21".
  package static var library: String {
    configuration.split(separator: " ").prefix(2).joined(separator: " ")
  }

  /// What the library says of how it was built, its version first.
  ///
  /// Asked once: OpenBLAS writes its answer into one buffer, which two threads would write
  /// together.
  package static let configuration = String(cString: openblas_get_config())

  private static let isMeasured = Atomic<Bool>(false)
  private static let nanoseconds = Atomic<Int>(0)

  /// From now on, adds up the time of all matrix products: for benchmarks.
  package static func measureTime() {
    nanoseconds.store(0, ordering: .relaxed)
    isMeasured.store(true, ordering: .relaxed)
  }

  /// Seconds in matrix products since `measureTime()`, all threads added.
  package static var measuredSeconds: Double { Double(nanoseconds.load(ordering: .relaxed)) * 1e-9 }

  fileprivate static func clock() -> ContinuousClock.Instant? {
    isMeasured.load(ordering: .relaxed) ? ContinuousClock().now : nil
  }

  fileprivate static func stop(_ began: ContinuousClock.Instant?) {
    guard let began else { return }
    let spent = ContinuousClock().now - began
    nanoseconds.add(Int(spent / .nanoseconds(1)), ordering: .relaxed)
  }
}
