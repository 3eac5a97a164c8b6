import COpenBLAS

extension Float {
  public static func gemm(
    _ transposeA: Bool, _ transposeB: Bool, _ m: Int, _ n: Int, _ k: Int, _ alpha: Float,
    _ a: Source, _ lda: Int, _ b: Source, _ ldb: Int, _ beta: Float, _ c: Target, _ ldc: Int
  ) {
    cblas_sgemm(
      CblasRowMajor, transposeA ? CblasTrans : CblasNoTrans, transposeB ? CblasTrans : CblasNoTrans,
      Int32(m), Int32(n), Int32(k), alpha, a, Int32(lda), b, Int32(ldb), beta, c, Int32(ldc))
  }
}

/// The BLAS library's settings.
public enum BLAS {
  /// Sets the number of threads of one matrix product.
  ///
  /// One thread a trial is the rule: results with one and with two are not the same bits.
  public static func use(threads: Int) { openblas_set_num_threads(Int32(threads)) }

  /// The number of threads of one matrix product.
  public static var threads: Int { Int(openblas_get_num_threads()) }

  /// The processor family whose kernels OpenBLAS picked, e.g. "SkylakeX".
  public static var coreName: String { String(cString: openblas_get_corename()) }
}
