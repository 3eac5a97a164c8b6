import Foundation

extension Estimate {
  /// What a `SequenceModel` takes.
  static func sequenceModel(
    _ options: SequenceOptions, _ form: SequenceForm, ways: Int, head: SequenceHead,
    _ sizes: RankingSizes
  ) -> Estimate {
    let (users, items, width) = (sizes.users, sizes.items, Double(options.width))
    let (hidden, blocks, heads) = (
      Double(options.hidden), Double(options.blocks), Double(options.heads)
    )
    let longest = min(Double(options.maxLength), sizes.mostOfUser + 1)
    let mean = max(1, min(sizes.perUser, longest))
    let examples = form == .lastOnly ? sizes.interactions : users
    let batch = min(Double(options.batch), max(1, examples))
    let ownOutput = head == .linear
    let inBlock = 4 * width * width + 2 * width * hidden
    let parameters =
      items * width * (ownOutput ? 2 : 1) + longest * width + blocks * inBlock
      + (ways > 0 ? 8 * width * width : 0)
    var estimate = Estimate()
    estimate.add(parameters: parameters, .adam)
    // Values and gradients of a row in all layers, and its weights before and after dropout.
    let perRow =
      blocks * (24 * width + 6 * hidden + 2 * heads * longest) + 12 * width
      + (ways > 0 ? 36 * width : 0)
    estimate.add(activations: perRow * longest * (batch + 0.6 * min(128, users)))
    let loss = options.loss(items: Int(min(items, 1e9)))
    let drawn = Double(options.negatives(loss))
    estimate.add(activations: items * width * (ownOutput ? 2 : 1) + max(524_288, items))
    if loss == .bce || loss == .gbce { estimate.held += 4 * drawn * batch * longest }
    estimate.held += 20 * sizes.interactions
    estimate.whileScoring = 4 * users * width
    let rows = examples * (form == .lastOnly ? longest / 2 : mean)
    let told = form.tellsEveryPlace ? rows : form == .cloze ? rows / 5 : examples
    let steps = (examples / batch).rounded(.up)
    let dense =
      rows / 512 * (blocks * (4 * .product(512, width, width) + 2 * .product(512, width, hidden)))
    let attention =
      rows * blocks
      * (2 / mean * .product(mean, width, mean) + Work(steps: heads * (3 * mean + 60)))
    let recurrent =
      ways == 0
      ? Work() : rows / 64 * (2 * .product(64, width, 4 * width)) + Work(steps: rows * 6 * width)
    let read = dense + attention + recurrent + Work(steps: rows * (60 + 8 * blocks * width))
    // Probabilities are made in blocks of about so many rows.
    let block = max(16, 524_288 / max(1, items))
    let scored =
      switch loss {
      case .softmax:
        3 * told / block * .product(block, width, items) + Work(steps: 0.5 * told * items)
      case .sampledSoftmax:
        3 * told / 64 * .product(64, width, drawn) + Work(steps: 1.2 * told * drawn)
      case .bce, .gbce: Work(steps: told * (drawn + 1) * (20 + 0.4 * width))
      }
    estimate.epoch = 3 * read + scored + steps * (.adam(parameters) + .pass(parameters, 4))
    estimate.look = users / max(1, examples) * read
    estimate.one = .product(1, width, items) + .pass(items)
    return estimate
  }
}
