import Basics

/// Golden values: what another program has computed. `Tests/Golden/gru.json` was written by
/// `gru.py` beside it.
package enum Golden {
  /// The path of a file of golden values.
  package static func path(_ name: String) -> String { "\(OtherProgram.root)/Tests/Golden/\(name)" }

  /// The golden values of `Tests/Golden/<name>.json`.
  package static func json(_ name: String) throws -> JSON {
    let path = path("\(name).json")
    return try JSON.parse(Files.read(path), file: path)
  }
}
