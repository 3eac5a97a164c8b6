import CHDF5
import Basics
import Synchronization

/// A new HDF5 file in memory: groups, data sets of float32, float64, uint64 and text, attributes of
/// the root group. ``HDF5Content`` reads it.
///
/// It is built in memory and handed out as bytes, so that HDF5 never meets a full disk (it would
/// try to flush again when the process ends). It exists only during a closure, and every handle is
/// closed when that ends, normally or by an error.
///
/// The library is the serial one, which must not be entered by two threads: one lock covers each
/// closure. So a closure must not open another file.
///
/// Two files of the same content have the same bytes: no times are stored. There is no compression:
/// trained weights are nearly random bits. 20 million floats took 0.17 s so, 2.0 s with shuffle and
/// deflate level 1 (85 % of the size), 3.5 s with level 4 (84 %).
struct HDF5File: ~Copyable {
  /// The first bytes of every HDF5 file.
  static let signature: [UInt8] = [0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A]

  private static let library = Mutex(())

  /// What the messages call the file: its path.
  let name: String
  let file: HDF5Handle

  private init(name: String, file: consuming HDF5Handle) {
    self.name = name
    self.file = file
  }

  /// The bytes of a new file that `write` fills; `name` is for the messages.
  static func bytes(
    named name: String, _ write: (borrowing HDF5File) throws -> Void
  ) throws -> [UInt8] {
    try library.withLock { _ in
      _ = chdf5_silence()
      let failure = Problem.run("\(name): HDF5 cannot make a file in memory")
      let creation = try untimed(chdf5_file_create())
      let access = try HDF5Handle(chdf5_in_memory(), H5Pclose, or: failure)
      // The name is never looked up but must not be that of a file.
      let id = H5Fcreate("/dev/null/checkpoint", chdf5_truncate(), creation.id, access.id)
      let file = HDF5File(name: name, file: try HDF5Handle(id, H5Fclose, or: failure))
      try write(file)
      guard H5Fflush(id, H5F_SCOPE_GLOBAL) >= 0 else { throw failure }
      let size = H5Fget_file_image(id, nil, 0)
      guard size > 0 else { throw failure }
      return try [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        count = max(0, H5Fget_file_image(id, buffer.baseAddress, size))
        guard count == size else { throw failure }
      }
    }
  }

  /// Creation settings of this class for an object that does not store when it was made.
  static func untimed(_ settingsClass: hid_t) throws -> HDF5Handle {
    try HDF5Handle(
      chdf5_untimed(settingsClass), H5Pclose, or: .run("HDF5 refuses the settings of an object"))
  }

  /// The type of UTF-8 texts of variable length.
  func utf8() throws -> HDF5Handle {
    try HDF5Handle(chdf5_utf8(), H5Tclose, or: .run("HDF5 refuses a text type"))
  }
}
