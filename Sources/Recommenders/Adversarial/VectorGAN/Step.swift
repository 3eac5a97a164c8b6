import Engine

/// A program of a `VectorGAN` and the inputs that a batch fills.
struct Step {
  let inputs: Inputs
  let program: Program

  init(_ inputs: Inputs, _ program: Program) { (self.inputs, self.program) = (inputs, program) }

  final class Inputs {
    let capacity: Int
    /// The conditions of each row.
    let conditions: [SparseInput]
    /// The observed row r.
    let real: SparseInput
    /// e + k, [batch, items].
    let shown: Tensor
    /// 1 on N_ZR, [batch, items].
    let zeroed: Tensor
    /// r as a dense row, [batch, items], where it is reconstructed.
    let target: Tensor?
    /// z, [batch, size].
    let noise: Tensor?

    init(rows: Int, conditions: [Condition], columns: Int, noise size: Int?, target: Bool = false) {
      capacity = rows
      self.conditions = conditions.map { SparseInput(rows: rows, columns: $0.values.columns) }
      real = SparseInput(rows: rows, columns: columns)
      shown = Tensor(rows: rows, columns: columns)
      zeroed = Tensor(rows: rows, columns: columns)
      self.target = target ? Tensor(rows: rows, columns: columns) : nil
      noise = size.map { Tensor(rows: rows, columns: $0) }
    }

    func begin(rows: Int) {
      for input in conditions { input.removeAll() }
      real.removeAll()
      shown.rows = rows
      zeroed.rows = rows
      target?.rows = rows
      noise?.rows = rows
    }

    func append(_ row: Int, _ rows: SparseMatrix, _ conditions: [Condition]) {
      real.append(rows, row)
      for (input, condition) in zip(self.conditions, conditions) {
        input.append(condition.values, row)
      }
    }
  }
}
