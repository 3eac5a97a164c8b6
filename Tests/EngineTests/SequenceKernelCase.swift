import Engine

extension KernelCase {
  /// Long short-term memory, where the arrays hold rows of four gates for units of a width of 5 or 1;
  /// and what else sequence models are made of.
  static let sequences: [KernelCase] = [
    KernelCase("lstm", bound: 2e-6, floor: 1) {
      let (rows, width) = cells($1.n)
      let (b, y) = ($1.b.pointer, $1.y.pointer)
      $0.lstm(
        rows, width, y, y, $1.a.pointer, b, b + rows * width, b + 2 * rows * width)
    } reference: {
      let (rows, width) = cells($0.n)
      let (b, y) = ($0.b.pointer, $0.y.pointer)
      Double.lstm(
        rows, width, y, y, $0.a.pointer, b, b + rows * width, b + 2 * rows * width)
    },
    KernelCase("lstm_backward", bound: 4e-6, floor: 100) {
      let (rows, width) = cells($1.n)
      let y = $1.y.pointer
      $0.lstm_backward(
        rows, width, $1.a.pointer, y, y, $1.x.pointer, $1.b.pointer, $1.a.pointer)
    } reference: {
      let (rows, width) = cells($0.n)
      let y = $0.y.pointer
      Double.lstmBackward(
        rows, width, $0.a.pointer, y, y, $0.x.pointer, $0.b.pointer, $0.a.pointer)
    },
    KernelCase("layer_norm", bound: 1e-5, floor: 1) {
      let (rows, columns) = shape($1.n)
      $0.layer_norm(
        $1.n == 0 ? 0 : rows, columns, 0.0625, $1.x.pointer, $1.y.pointer, $1.y.pointer,
        $1.a.pointer,
        $1.c.pointer, $1.b.pointer)
    } reference: {
      let (rows, columns) = shape($0.n)
      Double.layerNorm(
        $0.n == 0 ? 0 : rows, columns, 0.0625, $0.x.pointer, $0.y.pointer, $0.y.pointer,
        $0.a.pointer,
        $0.c.pointer, $0.b.pointer)
    },
    KernelCase("layer_norm_backward", bound: 1e-5, floor: 100) {
      let (rows, columns) = shape($1.n)
      $0.layer_norm_backward(
        rows, columns, $1.x.pointer, $1.y.pointer, $1.y.pointer, $1.a.pointer, $1.b.pointer,
        $1.c.pointer)
    } reference: {
      let (rows, columns) = shape($0.n)
      Double.layerNormBackward(
        rows, columns, $0.x.pointer, $0.y.pointer, $0.y.pointer, $0.a.pointer, $0.b.pointer,
        $0.c.pointer)
    },
    KernelCase("gelu", bound: 2e-6, floor: 1) {
      $0.gelu($1.n, $1.x.pointer, $1.a.pointer)
    } reference: {
      Double.gelu($0.n, $0.x.pointer, $0.a.pointer)
    },
    KernelCase("gelu_backward", bound: 4e-6, floor: 1) {
      $0.gelu_backward($1.n, $1.x.pointer, $1.a.pointer)
    } reference: {
      Double.geluBackward($0.n, $0.x.pointer, $0.a.pointer)
    },
  ]

  private static func cells(_ n: Int) -> (rows: Int, width: Int) {
    n % 20 == 0 ? (5, n / 20) : (1, n / 4)
  }
}
