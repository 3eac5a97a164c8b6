import CHDF5
import Schema
import Synchronization

/// An HDF5 file in memory: groups, data sets of float32, float64, uint64 and text, attributes of the
/// root group.
///
/// A new file is built in memory and handed out as bytes, so that HDF5 never meets a full disk
/// (it would try to flush again when the process ends). A file that is read is taken into memory
/// whole. Both exist only during a closure, and every handle is closed when that ends, normally
/// or by an error.
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
  private let file: HDF5Handle

  private init(name: String, file: consuming HDF5Handle) {
    self.name = name
    self.file = file
  }

  // MARK: Opening

  /// The bytes of a new file that `write` fills; `name` is for the messages.
  static func bytes(
    named name: String, _ write: (borrowing HDF5File) throws -> Void
  ) throws -> [UInt8] {
    try library.withLock { _ in
      _ = chdf5_silence()
      let failure = Problem.run("\(name): HDF5 cannot make a file in memory")
      let creation = try untimed(chdf5_file_create())
      let access = try HDF5Handle(chdf5_in_memory(nil, 0), H5Pclose, or: failure)
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

  /// What `read` makes of the file `name` with these bytes.
  ///
  /// - Throws: `Problem.data` when the bytes are not those of a whole HDF5 file.
  static func reading<Result>(
    _ bytes: [UInt8], named name: String, _ read: (borrowing HDF5File) throws -> Result
  ) throws -> Result {
    try library.withLock { _ in
      _ = chdf5_silence()
      let damaged = Problem.data("\(name): truncated or damaged: HDF5 cannot open it")
      let image = bytes.withUnsafeBytes { chdf5_in_memory($0.baseAddress, $0.count) }
      let access = try HDF5Handle(image, H5Pclose, or: damaged)
      let id = H5Fopen("/dev/null/checkpoint", chdf5_read_only(), access.id)
      return try read(HDF5File(name: name, file: HDF5Handle(id, H5Fclose, or: damaged)))
    }
  }

  /// Creation settings of this class for an object that does not store when it was made.
  private static func untimed(_ settingsClass: hid_t) throws -> HDF5Handle {
    try HDF5Handle(
      chdf5_untimed(settingsClass), H5Pclose, or: .run("HDF5 refuses the settings of an object"))
  }

  // MARK: Writing

  /// Makes the group of this path, unless it is there; the group above it has to be there.
  func makeOneGroup(_ path: String) throws {
    if H5Lexists(file.id, path, chdf5_default()) > 0 { return }
    let settings = try HDF5File.untimed(chdf5_group_create())
    let id = H5Gcreate2(file.id, path, chdf5_default(), settings.id, chdf5_default())
    _ = try HDF5Handle(id, H5Gclose, or: .run("\(name): the group '\(path)' cannot be made"))
  }

  /// Writes a float32 data set; the group above it has to be there.
  func write(_ values: [Float], shape: [Int], to path: String) throws {
    try values.withUnsafeBytes {
      try write($0, shape, to: path, as: chdf5_float(), inFile: chdf5_float_in_file())
    }
  }

  /// Writes a float64 data set; the group above it has to be there.
  func write(_ values: [Double], shape: [Int], to path: String) throws {
    try values.withUnsafeBytes {
      try write($0, shape, to: path, as: chdf5_double(), inFile: chdf5_double_in_file())
    }
  }

  /// Writes a one-dimensional data set of UTF-8 texts; the group above it has to be there.
  func write(_ texts: [String], to path: String) throws {
    guard !texts.contains(where: { $0.utf8.contains(0) }) else {
      throw Problem.run("\(name): '\(path)' holds a zero byte, which HDF5 cannot store")
    }
    let type = try utf8()
    let characters = texts.flatMap { Array($0.utf8CString) }
    try characters.withUnsafeBufferPointer { buffer in
      var start = 0
      let pointers = texts.map { text in
        defer { start += text.utf8.count + 1 }
        return buffer.baseAddress.map { $0 + start }
      }
      try pointers.withUnsafeBytes {
        try write($0, [texts.count], to: path, as: type.id, inFile: type.id)
      }
    }
  }

  /// Writes a one-dimensional uint64 data set; the group above it has to be there.
  func write(_ words: [UInt64], to path: String) throws {
    try words.withUnsafeBytes {
      try write($0, [words.count], to: path, as: chdf5_uint64(), inFile: chdf5_uint64_in_file())
    }
  }

  private func write(
    _ bytes: UnsafeRawBufferPointer, _ shape: [Int], to path: String, as type: hid_t,
    inFile fileType: hid_t
  ) throws {
    let failure = Problem.run("\(name): the data set '\(path)' cannot be written")
    let space = try HDF5Handle(dataSpace(shape), H5Sclose, or: failure)
    let settings = try HDF5File.untimed(chdf5_dataset_create())
    // A small tensor lies in the metadata: no block of its own.
    if bytes.count <= 4096, H5Pset_layout(settings.id, H5D_COMPACT) < 0 { throw failure }
    let default_ = chdf5_default()
    let id = H5Dcreate2(file.id, path, fileType, space.id, default_, settings.id, default_)
    let dataSet = try HDF5Handle(id, H5Dclose, or: failure)
    guard bytes.count > 0 else { return }
    let all = chdf5_all()
    guard H5Dwrite(dataSet.id, type, all, all, default_, bytes.baseAddress) >= 0 else {
      throw failure
    }
  }

  private func dataSpace(_ shape: [Int]) -> hid_t {
    shape.isEmpty
      ? H5Screate(H5S_SCALAR) : H5Screate_simple(Int32(shape.count), shape.map { hsize_t($0) }, nil)
  }

  /// Writes an attribute of the root group: UTF-8, variable length, which readers see as text.
  func setAttribute(_ key: String, _ text: String) throws {
    guard !text.utf8.contains(0) else {
      throw Problem.run(
        "\(name): the attribute '\(key)' holds a zero byte, which HDF5 cannot store")
    }
    let type = try utf8()
    try text.withCString { pointer in
      try withUnsafePointer(to: pointer) { try setAttribute(key, $0, type.id, inFile: type.id) }
    }
  }

  /// Writes an attribute of the root group, a signed 64-bit integer.
  func setAttribute(_ key: String, _ number: Int) throws {
    try withUnsafePointer(to: Int64(number)) {
      try setAttribute(key, $0, chdf5_int64(), inFile: chdf5_int64_in_file())
    }
  }

  private func setAttribute(
    _ key: String, _ value: UnsafeRawPointer, _ type: hid_t, inFile fileType: hid_t
  ) throws {
    let failure = Problem.run("\(name): the attribute '\(key)' cannot be written")
    let space = try HDF5Handle(H5Screate(H5S_SCALAR), H5Sclose, or: failure)
    let id = H5Acreate2(file.id, key, fileType, space.id, chdf5_default(), chdf5_default())
    let attribute = try HDF5Handle(id, H5Aclose, or: failure)
    guard H5Awrite(attribute.id, type, value) >= 0 else { throw failure }
  }

  private func utf8() throws -> HDF5Handle {
    try HDF5Handle(chdf5_utf8(), H5Tclose, or: .run("HDF5 refuses a text type"))
  }

  // MARK: Reading

  /// Whether the root group has an attribute of this name.
  func hasAttribute(_ key: String) -> Bool { H5Aexists(file.id, key) > 0 }

  /// The variable-length text of a root attribute.
  ///
  /// - Throws: `Problem.data` when there is none or it is not such a text.
  func textAttribute(_ key: String) throws -> String {
    let failure = Problem.data("\(name): damaged: the attribute '\(key)' is not a readable text")
    let attribute = try openAttribute(key)
    let type = try HDF5Handle(H5Aget_type(attribute.id), H5Tclose, or: failure)
    guard try isOneValue(attribute), H5Tis_variable_str(type.id) > 0 else { throw failure }
    let memoryType = try utf8()
    var text: UnsafeMutablePointer<CChar>?
    guard H5Aread(attribute.id, memoryType.id, &text) >= 0, let text else { throw failure }
    defer { H5free_memory(text) }
    guard let string = String(validatingCString: text) else { throw failure }
    return string
  }

  /// The integer of a root attribute.
  ///
  /// - Throws: `Problem.data` when there is none or it is not an integer.
  func integerAttribute(_ key: String) throws -> Int {
    let failure = Problem.data("\(name): damaged: the attribute '\(key)' is not an integer")
    let attribute = try openAttribute(key)
    let type = try HDF5Handle(H5Aget_type(attribute.id), H5Tclose, or: failure)
    guard try isOneValue(attribute), H5Tget_class(type.id) == H5T_INTEGER else { throw failure }
    var number: Int64 = 0
    guard H5Aread(attribute.id, chdf5_int64(), &number) >= 0 else { throw failure }
    return Int(number)
  }

  private func openAttribute(_ key: String) throws -> HDF5Handle {
    try HDF5Handle(
      H5Aopen(file.id, key, chdf5_default()), H5Aclose,
      or: .data("\(name): the attribute '\(key)' is missing or damaged"))
  }

  private func isOneValue(_ attribute: borrowing HDF5Handle) throws -> Bool {
    let damaged = Problem.data("\(name): damaged: an attribute has no shape")
    let space = try HDF5Handle(H5Aget_space(attribute.id), H5Sclose, or: damaged)
    return H5Sget_simple_extent_npoints(space.id) == 1
  }

  /// The names in the group of this path, in their order as bytes.
  func children(of path: String) throws -> [String] {
    let damaged = Problem.data("\(name): damaged: the group '\(path)' cannot be read")
    let group = try HDF5Handle(H5Gopen2(file.id, path, chdf5_default()), H5Gclose, or: damaged)
    var info = H5G_info_t()
    guard H5Gget_info(group.id, &info) >= 0 else { throw damaged }
    return try (0..<info.nlinks).map { index in
      var text = [CChar](repeating: 0, count: 1024)
      let length = H5Lget_name_by_idx(
        group.id, ".", H5_INDEX_NAME, H5_ITER_INC, index, &text, text.count, chdf5_default())
      guard length > 0, length < text.count else { throw damaged }
      return String(decoding: text[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  /// What the object of this path is; throws `Problem.data` when it is damaged.
  func kind(of path: String) throws -> Kind {
    let damaged = Problem.data("\(name): damaged: '\(path)' cannot be read")
    let object = try HDF5Handle(H5Oopen(file.id, path, chdf5_default()), H5Oclose, or: damaged)
    switch H5Iget_type(object.id) {
    case H5I_GROUP: return .group
    case H5I_DATASET: break
    default: return .other("a named type")
    }
    let type = try HDF5Handle(H5Dget_type(object.id), H5Tclose, or: damaged)
    let space = try HDF5Handle(H5Dget_space(object.id), H5Sclose, or: damaged)
    let rank = H5Sget_simple_extent_ndims(space.id)
    guard rank >= 0, H5Sis_simple(space.id) > 0 else { return .other("data without a shape") }
    var lengths = [hsize_t](repeating: 0, count: Int(rank))
    guard H5Sget_simple_extent_dims(space.id, &lengths, nil) >= 0 else { throw damaged }
    let shape = lengths.map { Int(clamping: $0) }
    switch (H5Tget_class(type.id), H5Tget_size(type.id)) {
    case (H5T_FLOAT, 4): return .floats(shape)
    case (H5T_FLOAT, 8): return .doubles(shape)
    case (H5T_STRING, _) where H5Tis_variable_str(type.id) > 0 && rank == 1:
      return .texts(shape[0])
    case (H5T_INTEGER, 8) where H5Tget_sign(type.id) == H5T_SGN_NONE && rank == 1:
      return .words(shape[0])
    default: return .other("data of a type that reprise does not write")
    }
  }

  /// The elements of the float32 data set at `path`, which has `shape`.
  func floats(at path: String, shape: [Int]) throws -> [Float] {
    try values(at: path, shape: shape, as: chdf5_float())
  }

  /// The elements of the float64 data set at `path`, which has `shape`.
  func doubles(at path: String, shape: [Int]) throws -> [Double] {
    try values(at: path, shape: shape, as: chdf5_double())
  }

  /// The texts of the data set at `path`, which has `count`.
  ///
  /// - Throws: `Problem.data` when one of them is not UTF-8.
  func texts(at path: String, count: Int) throws -> [String] {
    let type = try utf8()
    let pointers: [UnsafeMutablePointer<CChar>?] = try values(
      at: path, shape: [count], as: type.id)
    defer { for pointer in pointers { H5free_memory(pointer) } }
    return try pointers.map { pointer in
      guard let pointer, let text = String(validatingCString: pointer) else {
        throw Problem.data("\(name): damaged: '\(path)' holds what is not a text")
      }
      return text
    }
  }

  /// The words of the uint64 data set at `path`, which has `count`.
  func words(at path: String, count: Int) throws -> [UInt64] {
    try values(at: path, shape: [count], as: chdf5_uint64())
  }

  private func values<Element: BitwiseCopyable>(
    at path: String, shape: [Int], as type: hid_t
  ) throws -> [Element] {
    let damaged = Problem.data("\(name): damaged: the data of '\(path)' cannot be read")
    let dataSet = try HDF5Handle(H5Dopen2(file.id, path, chdf5_default()), H5Dclose, or: damaged)
    let size = MemoryLayout<Element>.size
    let stored = Int(clamping: H5Dget_storage_size(dataSet.id))
    guard let total = HDF5File.count(of: shape, size: size, stored: stored) else { throw damaged }
    guard total > 0 else { return [] }
    return try [Element](unsafeUninitializedCapacity: total) { buffer, count in
      let all = chdf5_all()
      guard H5Dread(dataSet.id, type, all, all, chdf5_default(), buffer.baseAddress) >= 0 else {
        throw damaged
      }
      count = total
    }
  }
}

/// An open object of the HDF5 library; closed when its owner goes out of scope.
private struct HDF5Handle: ~Copyable {
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
