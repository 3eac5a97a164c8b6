import TestSupport
import Testing

@testable import Engine

/// Checks that gradients made by panels of 1, 2 and 3 rows in ascending order are the rows of the
/// whole gradient, and that rows numbered anew get the same gradient where the operations offer it.
func checkPanels(
  _ graph: GradientCase, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let scene = GradientScene()
  let program = Program(graph.loss(scene), moving: scene.store.parameters)
  for rows in [scene.capacity, 2] {
    scene.use(rows: rows)
    program.forward()
    program.backward()
    let whole = program.gradients(of: scene.store.parameters)
    for (index, parameter) in scene.store.parameters.enumerated() {
      for height in 1...3 {
        let panels = Buffer<Double>(parameter.count)
        // Whatever a panel held is overwritten.
        panels.pointer.update(repeating: .nan, count: parameter.count)
        for start in stride(from: 0, to: parameter.rows, by: height) {
          let range = start..<min(start + height, parameter.rows)
          program.writeGradient(
            index, of: parameter, rows: range, to: panels.pointer + start * parameter.columns)
        }
        let near = zip(panels.array, whole[index]).allSatisfy { abs($0 - $1) < 1e-12 }
        #expect(near, "\(parameter.name)", sourceLocation: sourceLocation)
      }
      let touched = RowSet(capacity: parameter.rows)
      guard program.collectTouchedRows(index, of: parameter, into: touched) else { continue }
      let packed = Buffer<Double>(parameter.count)
      program.addSparseGradient(index, of: parameter, slot: touched.slot, to: packed.pointer)
      for row in 0..<parameter.rows {
        for column in 0..<parameter.columns {
          let slot = Int(touched.slot[row])
          let value = slot < 0 ? 0 : packed.pointer[slot * parameter.columns + column]
          #expect(
            value == whole[index][row * parameter.columns + column], "\(parameter.name)",
            sourceLocation: sourceLocation)
        }
      }
    }
  }
}
