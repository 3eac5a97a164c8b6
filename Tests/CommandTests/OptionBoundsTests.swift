import TestSupport
import Testing

/// Values of options that no command can make sense of.
@Suite struct OptionBoundsTests {
  @Test(arguments: [
    (["recommend", "--checkpoint", "c", "--user", "u", "--top", "100000000000"], "--top"),
    (["recommend", "--checkpoint", "c", "--user", "u", "--top=-1"], "--top"),
    (["run", "s.json", "--time-limit", "inf"], "--time-limit"),
    (["run", "s.json", "--time-limit", "1e19"], "--time-limit"),
    (["run", "s.json", "--time-limit", "nan"], "--time-limit"),
    (["run", "s.json", "--time-limit=-1"], "--time-limit"),
    (["verify", "s.json", "--jobs", "0"], "--jobs"),
    (["run", "s.json", "--results", ""], "--results"),
    (["run", "s.json", "--data", ""], "--data"),
    (["status", "s.json", "--results", ""], "--results"),
    (["page", "Experiments", "--results", ""], "--results"),
    (["recommend", "--checkpoint", "c", "--user", "u", "--data", ""], "--data"),
    (["data", "describe", "ml-100k", "--data", ""], "--data"),
    (["data", "split", "ml-100k", "--output", ""], "--output"),
    (["data", "split", "ml-100k", "--output", "o", "--data", ""], "--data"),
    (["audit", "s.json", "--csv", ""], "--csv"),
    (["audit", "s.json", "--markdown", ""], "--markdown"),
  ])
  func aValueOutOfBoundsIsRefused(_ arguments: [String], _ option: String) throws {
    let result = try Command.reprise(arguments)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("error: \(option)"), "\(result.errors)")
    #expect(result.errors.contains(": expected "), "\(result.errors)")
  }
}
