import Basics
import Datasets

extension DataSettings {
  /// Throws `Problem.run` where a simulation has more records than memory holds, before any is
  /// made.
  ///
  /// - Parameter memory: Bytes that the command line says are free; nil: those that are.
  func requireMemory(_ memory: Double? = nil) throws(Problem) {
    guard let simulation = local?.simulation else { return }
    let free = memory ?? AvailableMemory.now().most
    guard simulation.bytes > free else { return }
    throw .run(
      "\(dataset): \(simulation.records) records need about \(ByteCount.text(simulation.bytes)) of memory, and"
        + " \(ByteCount.text(free)) are free: simulate fewer")
  }
}
