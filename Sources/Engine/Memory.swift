import Foundation

/// Sets `count` elements to zero; bytes, so that generic code needs no element-wise loop.
@inline(__always)
func clear<S: Scalar>(_ target: UnsafeMutablePointer<S>, _ count: Int) {
  memset(target, 0, count * MemoryLayout<S>.stride)
}

/// Copies `count` elements; the two must not overlap.
@inline(__always)
func copy<S: Scalar>(_ count: Int, _ source: UnsafePointer<S>, _ target: UnsafeMutablePointer<S>) {
  UnsafeMutableRawPointer(target).copyMemory(
    from: source, byteCount: count * MemoryLayout<S>.stride)
}
