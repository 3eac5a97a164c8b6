import Basics
import Foundation

/// Whether the kernels that OpenBLAS uses in this process compute right: its products of some
/// shapes against a plain loop. A few tenths of a second.
///
/// Shapes have ragged edges and are longer than a piece of each kernel's in one direction or
/// another. All four transpositions are tried, factors of the product and of what was there, rows
/// with gaps, whose content must neither be used nor changed, and a sum that starts from no
/// numbers.
package enum KernelTest {
  /// Rows, columns and terms of a product.
  private static let shapes = [
    (1, 1, 1), (3, 5, 7), (16, 16, 16), (17, 33, 65), (1, 129, 257), (130, 1, 31), (33, 1030, 5),
    (801, 9, 401), (7, 70, 1500), (130, 127, 513), (771, 65, 390), (66, 701, 460),
  ]

  /// What is wrong, in a few words; nil when nothing is.
  package static func fault() -> String? {
    BLAS.useOneThread()
    var random = Random(seed: 1, stream: "kernel test")
    for (m, n, k) in shapes {
      let product = ProductCase(m, n, k, &random)
      let fault =
        product.fault("sgemm", Float.gemm) ?? product.fault("dgemm", BLAS.gemm)
        ?? product.gramFault()
      if let fault { return fault }
    }
    return inverseFault(order: 300, &random)
  }

  /// The process's kernels and ``fault()``, in two lines that ``verdict(of:)`` reads.
  package static func report() -> String { "\(BLAS.coreName)\n\(fault() ?? "right")" }

  /// What a ``report()`` of a process that asked for `core` says; nil when it is none.
  package static func verdict(of report: String, asked core: String?) -> CoreVerdict? {
    let lines = report.split(separator: "\n")
    guard lines.count == 2 else { return nil }
    if let core, lines[0].lowercased() != core.lowercased() {
      return .absent(instead: String(lines[0]))
    }
    return lines[1] == "right" ? .right : .wrong(String(lines[1]))
  }

  /// Factorisations and triangular products: an inverse times its matrix.
  private static func inverseFault(order: Int, _ random: inout Random) -> String? {
    let factor = (0..<order * order).map { _ in random.uniformDouble() - 0.5 }
    var matrix = [Double](repeating: 0, count: order * order)
    for place in 0..<order { matrix[place * order + place] = Double(order) / 4 }
    BLAS.addGram(order, order, 1, factor, 1, &matrix)
    for row in 0..<order {
      for column in row + 1..<order { matrix[row * order + column] = matrix[column * order + row] }
    }
    var inverse = matrix
    let name = "the inverse of order \(order)"
    guard (try? LAPACK.invert(&inverse, order: order)) != nil else { return name }
    for row in 0..<order {
      for column in row + 1..<order {
        inverse[row * order + column] = inverse[column * order + row]
      }
    }
    let unit = plainProduct(order, order, order, inverse, matrix)
    let isRight = unit.indices.allSatisfy { place in
      abs(unit[place] - (place / order == place % order ? 1 : 0)) < 1e-10
    }
    return isRight ? nil : name
  }
}
