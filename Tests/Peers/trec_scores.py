"""Scores a TREC run: `trec_scores.py QRELS RUN METRIC…` prints the mean of each metric over the users of QRELS, as JSON,
in plain Python by the rules of trec_eval (users in the order of their scores, descending), and by ranx where it is there."""

import collections
import json
import math
import sys


def read(path, place, value):
    users = collections.defaultdict(dict)
    with open(path) as lines:
        for line in lines:
            cells = line.split()
            users[cells[0]][cells[2]] = value(cells[place])
    return users


def worth(metric, ranking, relevant):
    name, _, cut = metric.partition("@")
    top = ranking[: int(cut)] if cut else ranking
    ranks = [rank for rank, item in enumerate(top, 1) if item in relevant]
    if name == "precision":
        return len(ranks) / int(cut)
    if name == "recall":
        return len(ranks) / len(relevant)
    if name == "hit-rate":
        return float(bool(ranks))
    if name == "mrr":
        return 1 / ranks[0] if ranks else 0.0
    if name == "map":
        return sum(place / rank for place, rank in enumerate(ranks, 1)) / len(relevant)
    if name == "ndcg":
        ideal = range(1, min(int(cut), len(relevant)) + 1)
        return sum(1 / math.log2(r + 1) for r in ranks) / sum(1 / math.log2(r + 1) for r in ideal)
    raise SystemExit(f"no metric {metric}")


qrels, run = read(sys.argv[1], 3, int), read(sys.argv[2], 4, float)
metrics = sys.argv[3:]
orders = {user: sorted(items, key=lambda item: -items[item]) for user, items in run.items()}
scores = {"python": {m: sum(worth(m, orders[u], qrels[u]) for u in qrels) / len(qrels) for m in metrics}}
try:
    import ranx
except ImportError:
    pass
else:
    names = [m.replace("hit-rate", "hit_rate") for m in metrics]
    found = ranx.evaluate(ranx.Qrels(dict(qrels)), ranx.Run(dict(run)), names)
    scores["ranx"] = {m: float(found[n]) for m, n in zip(metrics, names)}
print(json.dumps(scores))
