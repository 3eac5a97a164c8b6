import Basics
import Testing

@Suite struct ProblemTests {
  @Test func kindsHaveTheirExitCodes() {
    #expect(Problem.usage("a").exitCode == 2)
    #expect(Problem.data("a").exitCode == 3)
    #expect(Problem.run("a").exitCode == 1)
    #expect("\(Problem.run("no space"))" == "no space")
  }
}
