import Datasets
import TestSupport
import Testing

@Suite struct MakeRecordSplitTests {
  @Test(arguments: [SplitMethod.random, .randomPerUser, .byTime])
  func recordsAreDividedAsInteractionsAre(method: SplitMethod) throws {
    let data = tasteGroups()
    var with = SplitSettings()
    (with.method, with.test, with.validation) = (method, 0.3, 0.2)
    let records = try makeRecordSplit(data, settings: with, seed: 5)
    let pairs = try makeSplit(data, feedback: .allRatings, settings: with, seed: 5)
    func interactions(_ part: [Int32]) -> Interactions {
      Interactions(
        users: data.users, items: data.items,
        pairs: part.map { (data.events[Int($0)].user, data.events[Int($0)].item) })
    }
    #expect(interactions(records.train) == pairs.train)
    #expect(interactions(records.validation) == pairs.validation)
    #expect(interactions(records.test) == pairs.test)
    #expect(records.trainAndValidation == records.trainAndValidation.sorted())
    let sample = try makeRecordSplit(data, sample: 50, settings: with, seed: 5)
    #expect(sample.train.count + sample.validation.count + sample.test.count == 50)
    #expect(sample.digest != records.digest)
  }
}
