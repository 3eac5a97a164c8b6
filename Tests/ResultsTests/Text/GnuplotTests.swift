import Basics
import Foundation
import TestSupport
import Testing

@testable import Results

@Suite struct GnuplotTests {
  private static let awkward = [
    "PM 50% off", "ZR 70%", "%d%%", "S^ZR", "a_b", "it's", "back\\slash", "A&B", "<b>", "α – β",
    "\\n",
  ]

  /// Everything that a program of gnuplot says of a label is drawn as it is.
  @Test(.enabled(if: foundOrRequired(FigurePlot.findGnuplot() != nil)))
  func awkwardLabelsAreDrawnAsTheyAre() throws {
    let scratch = try TemporaryFolder()
    for (place, label) in Self.awkward.enumerated() {
      let path = "\(scratch.path)/\(place).svg"
      let note = try FigurePlot.draw(to: path) { output in
        """
        set terminal svg noenhanced
        set output \(Gnuplot.text(output))
        set title \(Gnuplot.text("T" + label)) noenhanced
        set xtics noenhanced (\(Gnuplot.tic("X" + label)) 0)
        $d << END
        0 0.5 \(Gnuplot.cell("C" + label))
        END
        plot [-1:1][0:1] $d using 1:2:3 with labels noenhanced title \(Gnuplot.text("K" + label)) noenhanced

        """
      }
      #expect(note == nil)
      let drawn = try String(decoding: Files.read(path), as: UTF8.self)
      let escaped = label.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      for mark in ["T", "X", "C", "K"] {
        let texts = [
          escaped, escaped.replacing("'", with: "&apos;"), escaped.replacing("'", with: "&#39;"),
        ]
        #expect(texts.contains { drawn.contains(mark + $0) }, "\(mark)\(label)")
      }
    }
  }

  @Test func lineEndsBecomeSpacesQuotesAreDoubled() {
    #expect(Gnuplot.text("it's\nit") == "'it''s it'")
    #expect(Gnuplot.cell("\"a\"\\") == "\"'a'\\\\\"")
  }
}
