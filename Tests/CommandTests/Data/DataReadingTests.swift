import Basics
import Foundation
import Results
import TestSupport
import Testing

/// What is read of a user's own files, from a spec to the parts of its split and its table.
@Suite struct DataReadingTests {
  private static let columns =
    #""user": "user", "item": "item", "rating": "rating", "time": "time""#

  /// A spec of one recommender over one text file.
  private func spec(
    _ file: String, columns: String = columns, more: String = "", split: String,
    data: String = "", metrics: String = #""recall@1""#,
    system: String = #"{"label": "Pop", "recommender": "item-pop"}"#
  ) -> String {
    """
    {"title": "Own data", "data": {"dataset": "csv", "csv": {"files": ["\(file)"],
       "columns": {\(columns)}\(more)}, "split": \(split)\(data)},
     "seeds": [1], "metrics": [\(metrics)], "systems": [\(system)],
     "tables": [{"name": "table", "columns": [\(metrics)]}]}
    """
  }

  /// What `data split` says, and the lines of the part to test on.
  private func split(
    _ text: String, _ spec: String
  ) throws -> (status: Int32, said: String, test: [String]) {
    try withTemporaryFolder { folder in
      try folder.write(text, to: "paper/log.csv")
      try folder.write(spec, to: "paper/spec.json")
      let result = try Command.reprise(
        ["data", "split", "--spec", "paper/spec.json", "--output", "parts"], in: folder.path)
      let test = (try? folder.text(of: "parts/test.tsv")) ?? ""
      return (
        result.status, result.output + result.errors, test.split(separator: "\n").map(String.init)
      )
    }
  }

  /// The means of the table's columns.
  private func means(_ text: String, _ spec: String) throws -> [Double] {
    try withTemporaryFolder { folder in
      try folder.write(text, to: "paper/log.csv")
      try folder.write(spec, to: "paper/spec.json")
      let result = try Command.reprise(
        ["run", "paper/spec.json", "--results", "R"], in: folder.path)
      #expect(result.status == 0, "\(result.errors)")
      return try TableEntry.read(folder["R/paper/spec/table.csv"]).compactMap(\.mean)
    }
  }

  /// Ten users go from b to c, or from a to d, and then to y; u1 from a by b and c to a again. The
  /// first a counts, so that u1 is tested on c after b, wherever the line of the second a stands.
  @Test func aRepeatCountsAtItsTimeNotAtItsLine() throws {
    var lines = (0..<5).flatMap { ["v\($0),b,5,1", "v\($0),c,5,2", "v\($0),y,5,3"] }
    lines += (0..<5).flatMap { ["w\($0),a,5,1", "w\($0),d,5,2", "w\($0),y,5,3"] }
    let own = ["u1,a,5,10", "u1,b,5,20", "u1,c,5,30"]
    let spec = spec(
      "log.csv", split: #"{"method": "leave-one-out"}"#, metrics: #""hit-rate@1", "mrr""#,
      system: #"{"label": "MC", "recommender": "markov-chain", "settings": {"backOff": 0.01}}"#)
    for lines in [lines + own + ["u1,a,5,50"], ["u1,a,5,50"] + lines + own] {
      let means = try means("user,item,rating,time\n" + lines.joined(separator: "\n"), spec)
      #expect(abs(means[0] - 1 / 11.0) < 1e-9 && abs(means[1] - 0.3939) < 5e-5, "\(means)")
    }
  }

  @Test func ratingsAreComparedAsTheyAreWritten() throws {
    let lines = (1...100).map { "u\($0 % 7),i\($0),\(Double($0) / 10),\($0)" }
    for threshold in ["4.1", "0.7", "9.3"] {
      let spec = spec(
        "log.csv", split: #"{"method": "random", "test": 0.5}"#,
        data: #", "feedback": {"ratingAtLeast": \#(threshold)}"#)
      let result = try split("user,item,rating,time\n" + lines.joined(separator: "\n"), spec)
      let kept = (1...100).count { Double($0) / 10 >= (Double(threshold) ?? 0) }
      let half = Int((Double(kept) / 2).rounded())
      #expect(
        result.said.hasPrefix("\(kept - half) to learn from, 0 to choose by, \(half) to test"))
    }
  }

  /// A scale from -10 to 10, and times from 0.
  @Test func zeroIsARatingAndATime() throws {
    let text =
      "user,item,rating,time\nu1,a,-8.5,0\nu1,b,0,2\nu1,c,3.2,1\nu2,a,0,0\nu2,b,-0.0,4\nu2,c,-1,3\n"
    let rule = #", "feedback": {"ratingAtLeast": 0}"#
    let result = try split(
      text, spec("log.csv", split: #"{"method": "leave-one-out"}"#, data: rule))
    #expect(result.status == 0, "\(result.said)")
    #expect(result.said.hasPrefix("2 to learn from, 0 to choose by, 2 to test on"))
    #expect(result.test == ["u1\tb\t0\t2", "u2\tb\t0\t4"])
  }

  @Test func aFractionOfASecondDecidesWhoIsLast() throws {
    let text =
      "user,item,rating,time\nu1,a,5,1425301001.1\nu1,b,5,1425301001.9\nu1,c,5,1425301001.5\n"
    let result = try split(text, spec("log.csv", split: #"{"method": "leave-one-out"}"#))
    #expect(result.test == ["u1\tb\t5\t1425301001.9"])
  }

  @Test(arguments: [
    ("1425297601", "1425297603"), ("1425297601000", "1425297603000"),
    ("1425297601000000", "1425297603000000"), ("1425297601000000000", "1425297603000000000"),
    ("2015-03-02T12:00:01Z", "2015-03-02T13:00:03+01:00"),
    ("2015-03-02 12:00:01", "2015-03-02 12:00:03"), ("1.425297601e9", "1.425297603e9"),
  ])
  func timesAreUnderstoodByHowTheyLook(first: String, last: String) throws {
    let text = "user,item,rating,time\nu1,b,5,\(last)\nu1,a,5,\(first)\n"
    let result = try split(text, spec("log.csv", split: #"{"method": "leave-one-out"}"#))
    #expect(result.test == ["u1\tb\t5\t1425297603"], "\(result.said)")
  }

  @Test func aUnitOrAFormatMayBeDeclared() throws {
    func columns(_ time: String) -> String {
      #""user": "user", "item": "item", "time": {"kind": "time", \#(time)}"#
    }
    let split = #"{"method": "leave-one-out"}"#
    let small = try self.split(
      "user,item,time\nu1,b,1500\nu1,a,20\n",
      spec("log.csv", columns: columns(#""unit": "milliseconds""#), split: split))
    #expect(small.test == ["u1\tb\t\t1.5"], "\(small.said)")
    let dates = try self.split(
      "user,item,time\nu1,b,2/3/2015 12:00\nu1,a,3/2/2015 13:00\n",
      spec("log.csv", columns: columns(#""format": "%d/%m/%Y %H:%M""#), split: split))
    #expect(dates.test == ["u1\tb\t\t1425297600"], "\(dates.said)")
    let wrong = try self.split(
      "user,item,time\nu1,b,yesterday\n",
      spec("log.csv", columns: columns(#""format": "%d/%m/%Y""#), split: split))
    #expect(
      wrong.status == 3
        && wrong.said.contains(
          #"log.csv:2: time: expected a time of the format "%d/%m/%Y", found "yesterday""#)
    )
  }

  /// Clicks at noon alone: the hour tells all, whatever the times count.
  @Test func theHourIsThatOfTheTimeInAnyUnit() throws {
    for unit in [1, 1000] {
      let lines = (0..<60).map { record in
        let hour = record % 6 == 0 ? 12 : record % 12
        return
          "u\(record % 5),i\(record % 7),\(hour == 12 ? 1 : 0),\((1_425_254_400 + record / 6 * 86_400 + hour * 3600) * unit)"
      }
      let means = try means(
        "user,item,click,time\n" + lines.joined(separator: "\n"),
        spec(
          "log.csv", columns: #""user": "user", "item": "item", "click": "label", "time": "time""#,
          split: #"{"method": "random", "test": 0.2}"#,
          data: #", "clicks": {"label": "click", "fields": ["hour"]}"#, metrics: #""roc-auc""#,
          system: #"{"label": "LR", "recommender": "lr", "training": {"epochs": 30}}"#))
      #expect(means == [1])
    }
  }

  @Test func rankingRefusesLabelsAndTakesThemByAFilter() throws {
    let lines = (0..<36).map { "u\($0 / 6),i\($0 % 6),\($0 % 3 == 0 ? 1 : 0)" }
    let text = "user,item,click\n" + lines.joined(separator: "\n")
    let random = #"{"method": "random", "test": 0.25}"#
    let refused = try split(
      text,
      spec(
        "log.csv", columns: #""user": "user", "item": "item", "click": "label""#, split: random))
    #expect(
      refused.status == 2 && refused.said.contains(#"expected "where": {"click": "1"}"#),
      "\(refused.said)")
    let taken = try split(
      text,
      spec(
        "log.csv", columns: #""user": "user", "item": "item""#,
        more: #", "where": {"click": "1"}"#, split: random))
    #expect(taken.said.hasPrefix("9 to learn from, 0 to choose by, 3 to test on"))
    let without = try split(
      text, spec("log.csv", columns: #""user": "user", "click": "category""#, split: random))
    #expect(
      without.status == 2 && without.said.contains("ranking needs a column of the kind item"))
  }

  @Test func otherLinesGiveAnotherRandomSplitUnlessTheOrderIsCanonical() throws {
    let lines = (0..<60).map { "u\($0 % 9),i\($0 * 7 % 17),5,\($0)" }
    let other = lines.reversed().joined(separator: "\n")
    func parts(_ lines: String, _ order: String) throws -> [String] {
      let result = try split(
        "user,item,rating,time\n" + lines,
        spec("log.csv", split: #"{"method": "random", "test": 0.3\#(order)}"#))
      return result.test
    }
    let own = lines.joined(separator: "\n")
    #expect(try parts(own, "") != parts(other, ""))
    let canonical = #", "order": "canonical""#
    #expect(try parts(own, canonical) == parts(other, canonical))
  }
}
