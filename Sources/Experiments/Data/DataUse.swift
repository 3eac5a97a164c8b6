import Basics
import Datasets

/// Data that a spec names, and what for.
package struct DataUse: Sendable {
  /// What the spec says of them.
  package let settings: DataSettings
  /// The labels of the systems, or of the rows of tables of data sets.
  package let labels: [String]
  /// Whether they are divided to train and to test, and not counted alone.
  package let isDivided: Bool
}

extension Spec {
  /// The data of the systems, each once, and then those that tables count.
  ///
  /// Throws as ``data(of:)`` does.
  package func dataUses() throws(Problem) -> [DataUse] {
    var uses: [DataUse] = []
    func add(_ settings: DataSettings, _ label: String, isDivided: Bool) {
      let place = uses.firstIndex { $0.settings == settings && $0.isDivided == isDivided }
      guard let place else {
        uses.append(DataUse(settings: settings, labels: [label], isDivided: isDivided))
        return
      }
      guard !uses[place].labels.contains(label) else { return }
      uses[place] = DataUse(
        settings: settings, labels: uses[place].labels + [label], isDivided: isDivided)
    }
    for system in systems { add(try data(of: system), system.label, isDivided: true) }
    for row in tables.flatMap(\.datasets) { add(row.data, row.row, isDivided: false) }
    return uses
  }
}
