/// The words of a column, ascending, and each cell's place among them; −1 where it is empty.
struct Words {
  let words: [String]
  let places: [Int32]

  init(_ cells: [String]) {
    words = FilesSource.ordered(Set(cells.filter { !$0.isEmpty }))
    let known = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, Int32($0)) })
    places = cells.map { known[$0] ?? -1 }
  }
}
