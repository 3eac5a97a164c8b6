import Basics
import Experiments

/// A good spec of eleven lines, to be changed by a merge patch.
let goodSpec = """
  {
    "title": "Table 4",
    "data": {"dataset": "ml-100k", "split": {"method": "random", "test": 0.2, "validation": 0.1}},
    "seeds": [1, 2],
    "metrics": ["precision@5", {"name": "ndcg", "at": 5, "ideal": "full"}],
    "systems": [{"label": "ItemPop", "recommender": "item-pop"},
      {"label": "BPR", "recommender": "mf-bpr", "grid": {"factors": [8, 16, 32], "learningRate": [0.1, 0.2]}}],
    "selection": {"metric": "precision@5", "on": "validation"},
    "tables": [{"name": "table4", "columns": ["precision@5"], "published": {"ItemPop": {"precision@5": 0.2}}}]
  }
  """

/// The good spec changed by this patch, decoded; the patch's file is called `patch.json`.
func specPatched(_ patch: String = "{}") throws -> Spec {
  let base = try JSON.parse(goodSpec, file: "good.json")
  return try Spec(decoding: base.merging(patch: JSON.parse(patch, file: "patch.json")))
}
