import Foundation

/// Sets `count` elements to zero; bytes, so that generic code needs no element-wise loop.
@inline(__always)
func clear<S: Scalar>(_ target: UnsafeMutablePointer<S>, _ count: Int) {
  memset(target, 0, count * MemoryLayout<S>.stride)
}

/// Sets the first `columns` elements of each of `rows` rows to zero; rows start `stride` elements
/// apart.
func clear<S: Scalar>(
  _ target: UnsafeMutablePointer<S>, rows: Int, columns: Int, stride: Int
) {
  if stride == columns { return clear(target, rows * columns) }
  for row in 0..<rows { clear(target + row * stride, columns) }
}

/// Copies `count` elements; the two must not overlap.
@inline(__always)
func copy<S: Scalar>(_ count: Int, _ source: UnsafePointer<S>, _ target: UnsafeMutablePointer<S>) {
  UnsafeMutableRawPointer(target).copyMemory(
    from: source, byteCount: count * MemoryLayout<S>.stride)
}
