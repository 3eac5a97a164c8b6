import Basics

/// Command lines of the program's own words and of values that nobody means.
struct CommandLineKind: FuzzKind {
  let name = "command line"
  let share = 80
  let megabytes = 0
  let corpus: Corpus
  let program: Program

  /// Nothing that fetches; what is written stays in the folder or goes where nothing can be.
  private static let commands: [[String]] = [
    ["run"], ["status"], ["report"], ["verify"], ["page"], ["check"], ["audit"], ["inspect"],
    ["recommend"], ["list"], ["schema"], ["data", "describe"], ["data", "split"], ["data"],
    ["help"],
    ["worker"], [],
  ]
  private static let options = [
    "--profile", "--seeds", "--results", "--data", "--jobs", "--time-limit", "--checkpoint",
    "--user", "--top", "--csv", "--markdown", "--spec", "--method", "--test", "--validation",
    "--seed", "--rating-at-least", "--sample", "--output", "--check", "--help", "-h", "--version",
    "--generate-completion-script", "--nonsense", "--", "-", "-x",
  ]
  private static let numbers =
    Mutation.numbers + ["2", "3", "10", "100", "1e19", "1e-320", "0.5", "1,5", " 1", "1 "]
  private static let names = [
    "small.json", "small.json", "ratings.tsv", "Results", ".", "..", "", " ", "none", "none/none",
    "/dev/null", "/dev/full", "/proc/none/x", "/proc/self/mem", "models", "metrics", "datasets",
    "files", "csv", "ml-100k", "bash", "random", "leave-one-out", "by-time", "u1", "quick",
    "é", "e\u{301}", "🇩🇪👩‍👩‍👧", "\u{202E}gnp", "\u{0}x", "\n", "a\nb", "\u{1B}[31m", "\u{7F}", "\\",
    "'", "\"", "%s%n", "$(x)", "*", "~", "=", "@f", "\u{FEFF}", "\u{FFFF}",
    String(repeating: "x", count: 300), String(repeating: "a/", count: 3000),
  ]

  func read(_ random: inout Random) -> FuzzStage {
    for (path, bytes) in corpus.all where !Scratch.write(bytes, to: path) { return .notMade }
    var words = Self.commands[random.below(Self.commands.count)]
    // Half of them begin as they should.
    if random.below(2) == 0 { words += Self.meaningful(words, corpus.trial) }
    for _ in 0..<random.below(5) {
      let place = words.isEmpty ? 0 : random.below(words.count + 1)
      switch random.below(4) {
      case 0: words.append(Self.value(&random))
      case 1: words.insert(Self.value(&random), at: place)
      default:
        let option = Self.options[random.below(Self.options.count)]
        let value = Self.value(&random)
        words += random.below(2) == 0 ? [option, value] : ["\(option)=\(value)"]
      }
    }
    Self.shorten(&words)
    _ = Scratch.write(Array(words.description.utf8), to: "arguments")
    return program.become(words)
  }

  /// Takes many seeds away: that a run of a thousand trials takes its time is no fault.
  private static func shorten(_ words: inout [String]) {
    func isLong(_ text: some StringProtocol) -> Bool { Int(text).map { $0 > 3 } ?? false }
    for place in words.indices {
      let word = words[place]
      if word.hasPrefix("--seeds="), isLong(word.dropFirst(8)) { words[place] = "--seeds=2" }
      if isLong(word), place > 0, words[place - 1] == "--seeds" { words[place] = "2" }
    }
  }

  private static func value(_ random: inout Random) -> String {
    random.below(2) == 0
      ? numbers[random.below(numbers.count)] : names[random.below(names.count)]
  }

  private static func meaningful(_ command: [String], _ trial: String) -> [String] {
    switch command.first {
    case "page": ["."]
    case "inspect": ["Results/.trials/\(trial)/checkpoint.h5"]
    case "recommend":
      ["--checkpoint", "Results/.trials/\(trial)/checkpoint.h5", "--user", "u1"]
    case "list": ["models"]
    case "schema": ["schema.json"]
    case "data" where command.last == "describe": ["ml-100k"]
    case "data" where command.last == "split": ["--spec", "small.json", "--output", "parts"]
    case "help", "worker", nil: []
    default: ["small.json"]
    }
  }
}
