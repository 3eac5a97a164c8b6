import CHDF5
import Basics

/// An open object of the HDF5 library; closed when its owner goes out of scope.
struct HDF5Handle: ~Copyable {
  let id: hid_t
  private let close: @convention(c) (hid_t) -> herr_t

  /// Owns what a call of the library returned, or throws `problem` if that failed.
  init(
    _ id: hid_t, _ close: @escaping @convention(c) (hid_t) -> herr_t,
    or problem: @autoclosure () -> Problem
  ) throws {
    guard id >= 0 else { throw problem() }
    self.id = id
    self.close = close
  }

  deinit { _ = close(id) }
}
