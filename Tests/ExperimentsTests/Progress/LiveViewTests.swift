import Basics
import Testing

@testable import Experiments

@Suite struct LiveViewTests {
  /// What a terminal shows after it was sent this: its rows, where the cursor ends.
  private struct Screen {
    var columns: Int
    var rows: [[Character]] = [[]]
    var row = 0
    var column = 0

    mutating func show(_ text: String) {
      var rest = Substring(text)
      while let next = rest.popFirst() {
        switch next {
        case "\r\n":
          (row, column) = (row + 1, 0)
          while rows.count <= row { rows.append([]) }
        case "\r": column = 0
        case "\u{1B}":
          let code = rest.prefix { !$0.isLetter }
          let letter = rest.dropFirst(code.count).first
          rest = rest.dropFirst(code.count + 1)
          if letter == "A" { row = max(0, row - (Int(code.dropFirst()) ?? 1)) }
          if letter == "J" {
            rows[row] = Array(rows[row].prefix(column))
            rows.removeSubrange((row + 1)...)
          }
        default:
          let width = TerminalText.width(of: next)
          if column + width > columns {
            (row, column) = (row + 1, 0)
            while rows.count <= row { rows.append([]) }
          }
          rows[row].append(next)
          column += width
        }
      }
    }
  }

  private let size = LiveView.Size(columns: 20, rows: 5)
  private let now = ContinuousClock.now

  @Test func newLinesStandInPlaceOfTheOldOnes() {
    var (view, screen) = (LiveView(), Screen(columns: 20))
    screen.show(
      view.draw(["one", "two, which is far too long for it", "日本語日本語日本語日本"], at: now, size: size))
    #expect(screen.rows.map { String($0) } == ["one", "two, which is far t", "日本語日本語日本語"])
    screen.show(view.draw(["uno"], at: now + .seconds(1), size: size))
    #expect(screen.rows.map { String($0) } == ["uno"])
    screen.show(view.erase(size: size))
    #expect(screen.rows.map { String($0) } == [""])
  }

  @Test func moreLinesThanRowsAreCounted() {
    var (view, screen) = (LiveView(), Screen(columns: 20))
    screen.show(view.draw((1...9).map { "line \($0)" }, at: now, size: size))
    #expect(screen.rows.map { String($0) } == ["line 1", "line 2", "line 3", "… and 6 more"])
  }

  /// Lines of 19 columns take two rows each in a terminal that is now 12 columns wide.
  @Test func aNarrowerTerminalKeepsNoStaleLines() {
    var view = LiveView()
    _ = view.draw(
      [String(repeating: "a", count: 19), String(repeating: "b", count: 19)], at: now, size: size)
    #expect(view.erase(size: LiveView.Size(columns: 12, rows: 30)) == "\r\u{1B}[3A\u{1B}[J")
  }

  @Test func aPictureThatWasHardlySeenStays() {
    var view = LiveView()
    #expect(!view.draw(["one"], at: now, size: size).isEmpty)
    #expect(view.draw(["two"], at: now + .milliseconds(50), size: size).isEmpty)
  }
}
