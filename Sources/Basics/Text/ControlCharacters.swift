extension Unicode.Scalar {
  /// Whether it shows nothing and moves what is around it: a control character, a separator of
  /// lines or paragraphs, a change of the direction of writing, a mark of byte order.
  package var isUnprintable: Bool {
    switch value {
    // Directions: embeddings and overrides, isolates. The mere marks U+200E and U+200F are left.
    case 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: properties.generalCategory == .control
    }
  }
}

extension String {
  /// The text with what is unprintable in it escaped: names and contents of files are not ours, and
  /// must neither make two lines of one nor move a terminal's cursor.
  package var controlsEscaped: String {
    replacingScalars { scalar in
      switch scalar {
      case "\n": "\\n"
      case "\r": "\\r"
      case "\t": "\\t"
      case _ where scalar.isUnprintable:
        "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: nil
      }
    }
  }

  /// The text with some of its scalars replaced; nil: it stays.
  ///
  /// Not characters: a quote with a mark above it is another character than a quote, and yet one to
  /// whatever program reads the text.
  package func replacingScalars(_ replacement: (Unicode.Scalar) -> String?) -> String {
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if let other = replacement(scalar) {
        text.append(contentsOf: other.unicodeScalars)
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }
}
