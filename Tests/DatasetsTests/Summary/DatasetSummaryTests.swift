import Datasets
import Testing

@Suite struct DatasetSummaryTests {
  @Test func countsWhatThereIs() {
    let data = Dataset(
      name: "tiny",
      events: [
        Event(user: 0, item: 0, rating: 4, time: 875_001_600), Event(user: 1, item: 2, rating: 1),
        Event(user: 1, item: 1, time: 893_286_638),
      ], userIDs: ["1", "2"], itemIDs: ["1", "2", "3", "4"], itemTitles: ["A", "B", "C", "D"],
      userFeatures: [Feature(name: "age", values: [["old"], []])],
      itemFeatures: [Feature(name: "genre", values: [["x", "y"], ["x"], ["y"], ["x"]])],
      digest: "abc")
    let summary = DatasetSummary(data)
    #expect(summary.sparsity == 1 - 3.0 / 8)
    #expect(
      summary.text == """
        data set  users  items  interactions  sparsity
        tiny          2      4             3    62.50%

        ratings: 1 to 4, mean 2.500, 1 unknown
        times: 1997-09-23 to 1998-04-22, 1 unknown
        user feature age: 1 values, 1 without
        item feature genre: 2 values, 1.25 per item
        fields of records: user, item, age, genre
        item titles: "A", …
        SHA-256: abc
        """)
  }

  @Test func saysWhatThereIsNot() {
    let data = Dataset(
      name: "log", events: [Event(user: 0, item: 0)], userIDs: ["u"], itemIDs: ["i"], digest: "d")
    #expect(
      DatasetSummary(data).details == [
        "ratings: none", "times: none", "fields of records: user, item", "item titles: none",
        "SHA-256: d",
      ])
  }
}
