import Basics
import Recommenders
import TestSupport
import Testing

@testable import Experiments

@Suite struct LastWordsTests {
  private func problem(_ before: String, _ after: String, wasKilled: Bool = false) throws
    -> Problem?
  {
    let trial = try smallTrial(smallSystem(RecommenderList.named("item-pop")))
    return try withTemporaryFolder { folder in
      try folder.write(before, to: "log")
      let words = LastWords(folder["log"])
      try folder.write(before + after, to: "log")
      return words.problem(of: trial, wasKilled)
    }
  }

  @Test func aRefusedAllocationIsToldWithItsSize() throws {
    let found = try problem("", "Fatal error: failed to allocate 23798638144 bytes\n\n💣 Thread 3\n")
    #expect(found?.message.hasPrefix("A, seed 1: out of memory (asked for 22 GiB): ") == true)
    #expect(found?.exitCode == 1)
  }

  @Test(arguments: ["terminate called after throwing an instance of 'std::bad_alloc'\n"])
  func anotherAllocatorsWordsAreUnderstood(_ words: String) throws {
    #expect(try problem("", words)?.message.hasPrefix("A, seed 1: out of memory: ") == true)
  }

  @Test func whatAnEarlierWorkerSaidDoesNotCount() throws {
    let old = "Fatal error: failed to allocate 1000 bytes\n"
    #expect(try problem(old, "") == nil)
    #expect(try problem(old, "Fatal error: Index out of range\n") == nil)
    #expect(try problem("", "", wasKilled: true) == nil)
  }
}
