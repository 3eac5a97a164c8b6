import Engine

/// The generator: conditions and noise, either of which there may be none of → a vector with a
/// value for every item.
///
/// First layer: `f(Σ_k c_k W_k + z W_z + v W_v + b)`, `c_k` conditions taken straight, `z` the
/// noise, `v` the bi-interaction of the attributes' encodings (UR-GAN's equations 7–9); then a
/// perceptron. Without attributes and noise this is CFGAN's generator. Start: Glorot uniform,
/// biases uniform on ±0.01, unless `start` says otherwise.
struct GeneratorNetwork {
  private let straight: [Parameter?]
  private let encoders: [AttributeEncoder?]
  private let paired: Parameter?
  private let noise: Parameter?
  private let bias: Parameter
  private let rest: MultilayerPerceptron<Float>
  private let hidden: Activation

  init(
    _ conditions: [Condition], outputs: Int, options: VectorGANOptions, weighting: ValueWeighting,
    attributeWidth: Int, noiseSize: Int = 0, in store: ParameterStore
  ) {
    let first = options.generatorHidden[0]
    let pairs = conditions.contains(where: \.isAttribute)
    let inputs =
      conditions.reduce(0) { $0 + ($1.isAttribute ? 0 : $1.values.columns) }
      + (pairs ? attributeWidth : 0) + noiseSize
    func weight(_ name: String, _ rows: Int) -> Parameter {
      store.make(
        "first/\(name)", rows: rows, columns: first,
        options.start.weights(inputs: inputs, outputs: first))
    }
    straight = conditions.map { $0.isAttribute ? nil : weight($0.name, $0.values.columns) }
    encoders = conditions.map {
      $0.isAttribute ? AttributeEncoder($0, weighting, width: attributeWidth, in: store) : nil
    }
    paired = pairs ? weight("attributes", attributeWidth) : nil
    noise = noiseSize > 0 ? weight("noise", noiseSize) : nil
    bias = store.make(
      "first/bias", rows: 1, columns: first, options.start.biases(inputs: inputs, limit: 0.01))
    rest = MultilayerPerceptron(
      "layer", sizes: options.generatorHidden + [outputs], hidden: options.hiddenActivation,
      output: options.outputActivation, biasLimit: 0.01, start: options.start, in: store)
    hidden = options.hiddenActivation
  }

  /// The generated vectors, [batch, items], from one input a condition, and the noise z
  /// [batch, size] of a network that has some.
  func callAsFunction(_ conditions: [SparseInput], noise z: Tensor? = nil) -> Tensor {
    var terms: [Tensor] = []
    var encoded: [Tensor] = []
    for (index, input) in conditions.enumerated() {
      if let weight = straight[index] { terms.append(product(input, weight)) }
      if let encoder = encoders[index] { encoded.append(encoder(input)) }
    }
    if let paired {
      terms.append(product(encoded.count > 1 ? biInteraction(encoded) : encoded[0], paired))
    }
    if let noise, let z { terms.append(product(z, noise)) }
    return rest(activate(replacing: sum(terms), bias: bias, hidden))
  }
}
