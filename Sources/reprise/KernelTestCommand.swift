import ArgumentParser
import Experiments

/// Tests the kernels of this process for another one, which it may cost its life.
struct KernelTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CoreTest.command, abstract: "Test the kernels that OpenBLAS uses.",
    shouldDisplay: false)

  func run() { CoreTest.respond() }
}
