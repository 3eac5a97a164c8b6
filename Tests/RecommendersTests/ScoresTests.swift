import Engine
import Testing

@testable import Recommenders

@Suite struct ScoresTests {
  /// What is written into rows, then read from the room.
  private func written(_ count: Int, rows: Int, _ write: (ScoreMatrix) -> Void) -> [Float] {
    var room = [Float](repeating: -1, count: count)
    room.withUnsafeMutableBufferPointer { room in
      if let scores = ScoreMatrix(room, rows: rows) { write(scores) }
    }
    return room
  }

  @Test func aRowIsAUserAndAColumnAnItem() {
    let scores = written(6, rows: 2) { scores in
      #expect(scores.rows == 2 && scores.items == 3 && scores[1].count == 3)
      scores[0][2] = 5
      scores[1].fill(7)
      scores[1][0] += 1
    }
    #expect(scores == [-1, -1, 5, 8, 7, 7])
  }

  @Test func someRowsAreAMatrixOfTheirOwn() {
    let scores = written(6, rows: 3) { scores in
      let last = scores[1..<3]
      #expect(last.rows == 2 && last.items == 2)
      last.fill(0)
      last[1].write([1, 2])
    }
    #expect(scores == [-1, -1, 0, 0, 1, 2])
  }

  @Test func whatATensorHoldsIsWrittenFromAPlaceOn() {
    let tensor = Tensor(rows: 3, columns: 1)
    for place in 0..<3 { tensor.value[place] = Float(place + 1) }
    tensor.rows = 2
    let scores = written(4, rows: 1) { $0[0].write(tensor, from: 1) }
    #expect(scores == [-1, 1, 2, -1])
    #expect(written(2, rows: 1) { $0[0].write([]) } == [-1, -1])
  }

  @Test func nobodyIsScoredWhereThereIsNoRoom() {
    #expect(written(0, rows: 0) { _ in Issue.record("scored") } == [])
    #expect(written(0, rows: 2) { _ in Issue.record("scored") } == [])
    #expect(ScoreRow(UnsafeMutableBufferPointer(start: nil, count: 0)) == nil)
  }

  @Test func aPlaceOutsideStopsTheProgram() async {
    await #expect(processExitsWith: .failure) {
      var room: [Float] = [0, 0]
      room.withUnsafeMutableBufferPointer { ScoreMatrix($0, rows: 1)?[0][2] = 1 }
    }
    await #expect(processExitsWith: .failure) {
      var room: [Float] = [0, 0]
      room.withUnsafeMutableBufferPointer { ScoreMatrix($0, rows: 1)?[0].write([1, 2, 3]) }
    }
  }
}
