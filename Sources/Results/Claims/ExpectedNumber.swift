import Basics

extension PrintedNumber {
  /// The numbers for which a sentence with this one is right.
  func accepted(_ rounding: Rounding?) -> Accepted { .within(interval(rounding)) }

  /// `2.7 (2.65…2.75)`.
  func text(_ rounding: Rounding?) -> String {
    "\(NumberText.exact(value)) (\(interval(rounding).text))"
  }

  /// Refuses a rounding rule that says nothing of this number; `json` is the claim.
  func check(_ rounding: Rounding?, _ json: JSON) throws(Problem) {
    guard rounding?.significant != nil, value == 0 else { return }
    throw (json["rounding"] ?? json).problem("0 has no significant digits")
  }
}

extension [Quantity] {
  /// Refuses any other number of operands than two; `json` is the claim.
  func checkPair(_ json: JSON, _ key: String) throws(Problem) {
    guard count == 2 else {
      throw (json[key] ?? json).problem("expected 2 numbers, found \(count)")
    }
  }
}
