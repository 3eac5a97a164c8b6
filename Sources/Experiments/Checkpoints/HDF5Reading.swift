import CHDF5
import Schema

extension HDF5File {
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
