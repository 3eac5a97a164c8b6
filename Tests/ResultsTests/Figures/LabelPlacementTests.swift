import Testing

@testable import Results

@Suite struct LabelPlacementTests {
  private let placement = LabelPlacement(width: 300, height: 200)

  @Test func aLonePointHasItsNameToTheRight() {
    let labels = placement.labels([.init(x: 100, y: 100, name: "EASE")])
    #expect(
      labels == [.init(x: 106, y: 100, name: "EASE", startsHere: true, isApart: false)])
  }

  @Test func atTheRightEdgeANameStandsToTheLeft() {
    let labels = placement.labels([.init(x: 290, y: 100, name: "EASE")])
    #expect(
      labels == [.init(x: 284, y: 100, name: "EASE", startsHere: false, isApart: false)])
  }

  @Test func namesOfPointsThatNearlyCoincideCoverNeitherEachOtherNorAPoint() {
    let names = [
      "MF-BPR", "iCFGAN (authors)", "PureSVD", "iALS", "EASE", "Item-kNN", "User-kNN", "RP3beta",
    ]
    let points = names.enumerated().map { place, name in
      LabelPlacement.Point(x: 150 + Double(3 * place), y: 100 + Double(place % 2), name: name)
    }
    let labels = placement.labels(points)
    #expect(labels.map(\.name) == names)
    #expect(labels.contains { $0.isApart })
    let boxes = labels.map { label in
      let width = LabelPlacement.letter * Double(label.name.count)
      let left = label.startsHere ? label.x : label.x - width
      return (left: left, right: left + width, y: label.y)
    }
    for (place, box) in boxes.enumerated() {
      #expect(box.left >= 0 && box.right <= 300 && box.y >= 5 && box.y <= 195)
      for other in boxes[..<place] where abs(box.y - other.y) < LabelPlacement.line {
        #expect(box.right <= other.left || other.right <= box.left)
      }
      for point in points where abs(box.y - point.y) < LabelPlacement.line / 2 {
        #expect(box.right <= point.x || point.x <= box.left)
      }
    }
  }

  @Test func whereThereIsNoRoomAtAllANameStandsBesideItsPointAllTheSame() {
    let labels = LabelPlacement(width: 10, height: 5).labels([.init(x: 5, y: 2, name: "UR-GAN")])
    #expect(labels.map(\.y) == [2])
  }
}
