import CHDF5
import Basics

extension HDF5File {
  /// Makes the group of this absolute path and those above it, as far as they are missing.
  func makeGroup(_ path: String) throws {
    var made = ""
    for component in path.split(separator: "/") {
      made += "/\(component)"
      try makeOneGroup(made)
    }
  }

  /// Makes the group of this path, unless it is there; the group above it has to be there.
  private func makeOneGroup(_ path: String) throws {
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
}
