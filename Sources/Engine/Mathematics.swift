import Foundation

/// `ln x`; the one place where the engine asks the C library for it.
@inline(__always)
func naturalLogarithm(_ x: Double) -> Double { log(x) }
