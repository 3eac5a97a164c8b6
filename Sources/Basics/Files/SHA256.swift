import CCrypto

/// The SHA-256 digest of a stream of bytes, by libcrypto.
///
/// ```swift
/// var hash = SHA256()
/// hash.update(bytes)
/// let digest = hash.finish()   // 64 lower-case hexadecimal digits
/// ```
package struct SHA256: ~Copyable {
  private let context: OpaquePointer

  /// Starts an empty stream.
  package init() {
    // Both calls fail only when memory is exhausted or libcrypto was built without SHA-256.
    guard let context = EVP_MD_CTX_new() else { preconditionFailure("libcrypto: out of memory") }
    self.context = context
    let started = EVP_DigestInit_ex(context, EVP_sha256(), nil)
    precondition(started == 1, "libcrypto offers no SHA-256")
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Adds bytes to the stream.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    precondition(EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1)
  }

  /// Adds bytes to the stream.
  package mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// Adds the UTF-8 bytes of a text to the stream.
  package mutating func update(_ text: String) {
    update(Array(text.utf8))
  }

  /// Ends the stream: 64 lower-case hexadecimal digits.
  package consuming func finish() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    precondition(EVP_DigestFinal_ex(context, &digest, nil) == 1)
    return hexadecimal(digest)
  }

  /// The digest of these bytes: 64 lower-case hexadecimal digits.
  package static func hex(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finish()
  }

  /// The digest of a text's UTF-8 bytes.
  package static func hex(of text: String) -> String { hex(of: Array(text.utf8)) }
}

/// The name that Git gives to a file's content: the SHA-1 of "blob", its length and its bytes.
///
/// Data sets that are published without a better checksum can be known by it. SHA-1 tells damage,
/// not malice.
package enum GitBlob {
  /// The name of these bytes: 40 lower-case hexadecimal digits, as `git hash-object` prints.
  package static func name(of bytes: [UInt8]) -> String {
    let whole = Array("blob \(bytes.count)\0".utf8) + bytes
    var digest = [UInt8](repeating: 0, count: 20)
    precondition(
      EVP_Digest(whole, whole.count, &digest, nil, EVP_sha1(), nil) == 1,
      "libcrypto offers no SHA-1")
    return hexadecimal(digest)
  }
}

private func hexadecimal(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(
    decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
