import Basics
import Datasets
import Engine

/// How a representation-generating network ranks items for a user.
package enum RepresentationRanking: String, CaseIterable, Sendable {
  /// By the cosine of the item's vector with the one generated for the user, the paper's way.
  case cosine
  /// By the discriminator's logit of the item for the user.
  case discriminator
}
