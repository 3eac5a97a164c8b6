import Foundation

/// Whether a test that needs something of the machine runs: where it is there, and, as continuous
/// integration asks by `REPRISE_SKIP_NO_TESTS`, where it is not, so that the test fails instead of
/// being passed over. What the processor lacks is not asked for.
package func foundOrRequired(_ isFound: Bool) -> Bool {
  isFound || ProcessInfo.processInfo.environment["REPRISE_SKIP_NO_TESTS"] != nil
}
