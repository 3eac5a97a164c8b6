import Engine

/// Whether this process multiplies right, and as fast as the processor can.
enum KernelFindings {
  /// - Parameter program: this program, for ``CoreTest``.
  static func all(program: String) -> [Finding] {
    // Made anew: a machine that once computed right may have changed.
    let verdict = CoreTest(program: program, cache: nil).verdict(on: CoreSetting(core: nil))
    let processor = Processor.current
    return [
      Finding(.fine, "processor", processor.description),
      choice(.current, processor), ours(KernelPath.inUse), test(verdict),
    ] + (verdict.isFatal ? [] : speed(Speed.measure()))
  }

  /// The kernels of OpenBLAS, against what the processor can do.
  static func choice(_ kernels: KernelsInUse, _ processor: Processor) -> Finding {
    let name = "OpenBLAS"
    let who = "\(kernels.core) (\(kernels.chooser))"
    let cure =
      kernels.wanted == nil
      ? "a newer OpenBLAS may know this processor" : "unset \(CoreCandidates.variable)"
    if let own = CoreStrength(core: kernels.core), let most = processor.strength, own < most {
      return own < .avx2 && most >= .avx2
        ? Finding(.bad, name, "\(who): several times slower than with \(most.name); \(cure)")
        : Finding(.note, name, "\(who): slower than with \(most.name); \(cure)")
    }
    if let wanted = kernels.wanted, wanted.lowercased() != kernels.core.lowercased() {
      return Finding(.note, name, "\(who): it has no kernels of that name; \(cure)")
    }
    return Finding(.fine, name, who)
  }

  /// Our own kernels, against the best that this processor runs.
  static func ours(_ name: String) -> Finding {
    let best = KernelPath.best
    return name == best
      ? Finding(.fine, "our kernels", name)
      : Finding(.note, "our kernels", "\(name), as \(KernelPath.limit) says; \(best) are faster")
  }

  static func test(_ verdict: CoreVerdict) -> Finding {
    let name = "self-test"
    return switch verdict {
    case .right: Finding(.fine, name, "products and factorisations agree with plain loops")
    case .unknown, .absent: Finding(.note, name, "OpenBLAS \(verdict.text); try again")
    case .wrong, .crashed:
      Finding(
        .bad, name,
        "OpenBLAS \(verdict.text): no result can be trusted; choose others by"
          + " \(CoreCandidates.variable), or install another OpenBLAS")
    }
  }

  /// The first product is bound by arithmetic alone; the others wait for memory, too, and for
  /// whoever else uses it.
  static func speed(_ speed: Speed) -> [Finding] {
    let head =
      "GFLOP/s of one core, of \(digits(speed.promised)) that vectors of \(speed.width) floats allow"
    let lines = speed.products.enumerated().map { place, product in
      let share = product.rate / speed.promised
      let text =
        "\(column(digits(product.rate), 5)) \(column(digits(100 * share), 4)) %  \(product.name)"
      if share * 3 >= 1 { return Finding(.fine, "", text) }
      return Finding(place == 0 ? .bad : .note, "", "\(text): under a third")
    }
    return [Finding(.fine, "speed", head)] + lines
  }

  private static func digits(_ number: Double) -> String {
    number.isFinite ? String(Int(number.rounded())) : "–"
  }

  private static func column(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
