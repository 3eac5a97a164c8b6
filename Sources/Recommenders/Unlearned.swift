import Basics
import Engine

/// A model without parameters: it is ready when it is made, and has nothing to save.
package protocol Unlearned: Model {}

extension Unlearned {
  package var state: State { State() }
  package func restore(_ state: State) {}
  package var parameterCount: Int { 0 }
}

/// The options of what has no settings.
package struct NoOptions: Settings {
  package init() {}
  package static let fields: [Field<NoOptions>] = []
}
