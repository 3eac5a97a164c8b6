import Basics
import Engine
import Foundation

extension Checkpoint {
  /// What the checkpoint holds, as lines of text: its attributes, then a row a tensor with its
  /// shape, number of elements, Euclidean norm and largest absolute value, then the counters.
  ///
  /// A tensor with values that are not finite says how many there are.
  package func summary() -> String {
    var lines = ["format           \(Checkpoint.formatVersion)"]
    lines.append("algorithmVersion \(header.algorithmVersion)")
    for (key, text) in Checkpoint.texts {
      lines.append(key.padded(to: 17) + Checkpoint.oneLine(header[keyPath: text]))
    }
    let names = state.tensors.keys.sorted()
    let width = (names + state.counters.keys).map(\.count).max() ?? 0
    lines += [
      "", "tensors: \(names.count), values: \(state.tensors.values.map(\.values.count).sum)",
    ]
    for name in names {
      guard let tensor = state.tensors[name] else { continue }
      let shape = tensor.shape.map(String.init).joined(separator: "×")
      lines.append(
        "  " + name.padded(to: width + 2) + (shape.isEmpty ? "scalar" : shape).padded(to: 14)
          + Checkpoint.size(of: tensor.values))
    }
    lines += ["", "counters: \(state.counters.count)"]
    for (name, words) in state.counters.sorted(by: { $0.key < $1.key }) {
      let shown = words.prefix(4).map(String.init).joined(separator: " ")
      lines.append("  " + name.padded(to: width + 2) + shown + (words.count > 4 ? " …" : ""))
    }
    return lines.joined(separator: "\n")
  }

  private static func size(of values: [Float]) -> String {
    var squares = 0.0
    var largest: Float = 0
    var strange = 0
    for value in values {
      if value.isFinite {
        squares += Double(value) * Double(value)
        largest = max(largest, abs(value))
      } else {
        strange += 1
      }
    }
    let norm = String(format: "norm %.6g  max %.6g", squares.squareRoot(), largest)
    return strange == 0 ? norm : "\(norm)  NOT FINITE \(strange)"
  }

  /// A spec is a page long; its first 60 characters tell which it is.
  private static func oneLine(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.count <= 80 ? words : "\(words.prefix(60))… (\(text.count) characters)"
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}

extension Array where Element == Int {
  fileprivate var sum: Int { reduce(0, +) }
}
