/// Where the rows of a Transformer's block are normalised; the formulas are at `TransformerBlock`.
package enum NormPlacement: String, CaseIterable, Sendable { case pre, post, query }
