/// What stands between the two dense layers of a Transformer's block.
package enum InnerActivation: String, CaseIterable, Sendable { case relu, gelu }
