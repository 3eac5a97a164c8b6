import Basics

/// Every system a spec may name. Joining this list earns the conformance tests.
package enum RecommenderList {
  /// All of them.
  package static let all = rankings + given + clicks

  /// Those that rank items, the baselines first.
  package static let rankings: [RecommenderType] = [
    RecommenderType(RandomRecommender.self),
    RecommenderType(ItemPop.self),
    RecommenderType(UserKNN.self),
    RecommenderType(ItemKNN.self),
    RecommenderType(P3Alpha.self),
    RecommenderType(RP3Beta.self),
    RecommenderType(AssociationRules.self),
    RecommenderType(EASE.self),
    RecommenderType(PureSVD.self),
    RecommenderType(IALS.self),
    RecommenderType(MFBPR.self),
    RecommenderType(GMF.self),
    RecommenderType(MLP.self),
    RecommenderType(NeuMF.self),
    RecommenderType(IRGAN.self),
    RecommenderType(CFGAN.self),
    RecommenderType(URGAN.self),
    RecommenderType(GAN.self),
    RecommenderType(CGAN.self),
    RecommenderType(DRMUD.self),
    RecommenderType(PDGAN.self),
    RecommenderType(MarkovChain.self),
    RecommenderType(SequentialRules.self),
    RecommenderType(ItemRules.self),
    RecommenderType(SessionKNN.self),
    RecommenderType(GRUNR.self),
    RecommenderType(PreferenceGraph.self),
    RecommenderType(DiversitySwitch.self),
    RecommenderType(SASRec.self),
    RecommenderType(BERT4Rec.self),
    RecommenderType(BiLSTMTransformer.self),
  ]

  /// Those that rank as files say, and learn nothing.
  package static let given: [RecommenderType] = [RecommenderType(GivenRankings.self)]

  /// Those that predict clicks.
  package static let clicks: [RecommenderType] = [
    RecommenderType(Oracle.self),
    RecommenderType(ClickShare.self),
    RecommenderType(LogisticRegression.self),
    RecommenderType(FactorisationMachine.self),
    RecommenderType(LatentFactorModel.self),
    RecommenderType(DeepNeuralNetwork.self),
    RecommenderType(WideAndDeep.self),
    RecommenderType(DeepFM.self),
    RecommenderType(LifeCycleSwitch.self),
  ]

  /// The recommender called `name`; throws `Problem` with the nearest name.
  package static func named(_ name: String) throws(Problem) -> RecommenderType {
    if let found = all.first(where: { $0.name == name }) { return found }
    let hint = nearest(name, among: all.map(\.name)).map { "; did you mean \"\($0)\"?" }
    throw .usage(
      "unknown recommender \"\(name)\"" + (hint ?? "; `reprise list models` names them all"))
  }
}
