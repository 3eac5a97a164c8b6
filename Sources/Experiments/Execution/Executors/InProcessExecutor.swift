/// Works on trials in this process: one that crashes takes the run with it.
package struct InProcessExecutor: Executor {
  package static let name = "in-process"
  package static let summary = "in this process, for debuggers and profilers"

  package init() {}

  package func run(_ batch: TrialBatch) async throws -> [TrialProblem] {
    try await batch.workedOff(on: Host(batch: batch))
  }

  private struct Host: TrialHost {
    let batch: TrialBatch

    func execute(_ trial: Trial, observe: @escaping TrialObserver) async throws {
      var run = try batch.plan.work(
        on: trial, interruption: batch.interruption, observe: observe)
      run.memory = batch.options.memory
      _ = try run.result()
    }
  }
}
