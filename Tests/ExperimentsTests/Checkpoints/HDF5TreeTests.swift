import Testing

@testable import Experiments

@Suite struct HDF5TreeTests {
  @Test func countRefusesWhatTheStoredBytesCannotHold() {
    #expect(HDF5File.count(of: [3, 4], size: 4, stored: 48) == 12)
    #expect(HDF5File.count(of: [], size: 4, stored: 4) == 1)
    #expect(HDF5File.count(of: [0, 4], size: 4, stored: 0) == 0)
    #expect(HDF5File.count(of: [1], size: 4, stored: 0) == nil)
    #expect(HDF5File.count(of: [1 << 30], size: 4, stored: 1 << 20) == nil)
    #expect(HDF5File.count(of: [.max], size: 4, stored: 8) == nil)
    #expect(HDF5File.count(of: [1 << 40, 1 << 40], size: 4, stored: .max) == nil)
  }
}
