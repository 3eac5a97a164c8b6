import Testing

@testable import Results

@Suite struct CostTableTests {
  @Test func aColumnACostAndADashForWhatARecordDoesNotSay() throws {
    var (first, second) = (record("A", seed: 1), record("A", seed: 2))
    first.durations += [
      NamedValue("inference per user", 0.002), NamedValue("inference alone", 0.5),
    ]
    second.durations = first.durations
    second.durations[0].value = 4.5
    second.parameters = 100
    var pop = record("Pop")
    (pop.epochs, pop.peakMemory, pop.durations) = (0, 2 << 20, [NamedValue("training", 0.25)])
    let table = try CostTable.make(
      title: "T", systems: ["A", "Pop"], records: [first, second, pop], jobs: 2)
    #expect(table.title == "T: cost")
    let headings = table.columns.map(\.heading)
    #expect(
      headings == [
        "training, s", "epoch, s", "evaluation, s", "user, ms", "1000 users, s", "memory, MiB",
        "parameters",
      ])
    let a = table.rows[0].cells.map { NumberText.rounded($0.measured?.mean) }
    #expect(a == ["4.0000", "0.0100", "0.0100", "500", "2.0000", "117.74", "–"])
    let p = table.rows[1].cells.map { NumberText.rounded($0.measured?.mean) }
    #expect(p == ["0.2500", "–", "–", "–", "–", "2.0000", "–"])
    var again = pop
    again.seed = 2
    let pops = try CostTable.make(title: "T", systems: ["Pop"], records: [pop, again], jobs: 1)
    #expect(pops.markdown.contains("± 0.0000 |") && !pops.markdown.contains("– ±"))
    #expect(table.markdown.contains("- 2 trials at once, each on one thread\n"))
    #expect(table.markdown.contains("| A      | <u>4.0000</u> ± 0.7071 |"))
  }
}
