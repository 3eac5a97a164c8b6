import CHDF5

/// The library that reads and writes checkpoints.
enum HDF5Version {
  /// Its version, "1.10.8".
  static var text: String {
    var (major, minor, release): (UInt32, UInt32, UInt32) = (0, 0, 0)
    guard H5get_libversion(&major, &minor, &release) >= 0 else { return "of unknown version" }
    return "\(major).\(minor).\(release)"
  }
}
