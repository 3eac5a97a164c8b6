import Testing

@testable import Datasets

@Suite struct MovieLensTests {
  @Test(arguments: [(7, 0), (17, 0), (18, 1), (24, 1), (25, 2), (45, 4), (55, 5), (56, 6), (73, 6)])
  func bandsAges(age: Int, band: Int) {
    #expect(MovieLens.ageBand(age) == MovieLens.ageBands[band])
  }

  @Test(
    arguments: [
      ("Kolya (1996)", "Kolya", 1996), (" Jean de  Florette(1986) ", "Jean de Florette", 1986),
      ("1-900 (1994)", "1-900", 1994), ("unknown", "unknown", nil),
      ("Land (1995) (V)", "Land", 1995),
      ("Film (Other Film, The) (1950)", "Film (Other Film, The)", 1950),
      ("Mother (1996/I)", "Mother (1996/I)", nil),
    ] as [(String, String, Int?)])
  func splitsTitles(text: String, title: String, year: Int?) {
    let split = splitTitle(text)
    #expect(split.title == title && split.year == year)
  }
}
