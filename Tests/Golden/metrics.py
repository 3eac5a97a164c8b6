"""Reference values of every ranking metric, computed with NumPy from first principles.

Usage: python metrics.py > metrics.json

Definitions: every item is a candidate but the user's masked ones; order by score descending, ties by
item id ascending; users with at least one held-out item are evaluated. The scores take few distinct
values, so nearly every ranking is decided by ties.
"""
import json
import sys

import numpy as np

USERS, ITEMS, VALUES = 14, 30, 5
rng = np.random.default_rng(20260729)
scores = (rng.integers(-3, 4, (USERS, ITEMS)) / 4).astype(np.float32)
part = rng.choice(3, (USERS, ITEMS), p=[0.6, 0.25, 0.15])  # never seen, masked, held out
part[3][part[3] == 2] = 0  # nothing held out
part[5][part[5] == 0] = 1  # everything else masked: no never-seen item to compare with
part[7] = 1
part[7][[4, 11, 12]] = [2, 0, 2]  # three candidates only
part[9][part[9] == 2] = 0
part[9][17] = 2  # a single held-out item
masked, held = part == 1, part == 2
features = rng.random((ITEMS, VALUES)) < 0.4
features[0] = False  # an item without any value
features[1] = features[2]
stars = rng.integers(0, 6, (USERS, ITEMS)).astype(float)

lists = []
for u in range(USERS):
    order = np.argsort(-scores[u].astype(np.float64), kind="stable")
    lists.append([int(i) for i in order if not masked[u, i]])
tested = [u for u in range(USERS) if held[u].any()]


def per_user(value):
    """The value for each tested user; None where it is not defined."""
    return [value(u, np.array([held[u, i] for i in lists[u]]), int(held[u].sum())) for u in tested]


def mean(values):
    return float(np.mean([v for v in values if v is not None]))


def discounted(hits, base=2, offset=1):
    with np.errstate(divide="ignore"):
        logarithms = np.log(np.arange(1, len(hits) + 1) + offset) / np.log(base)
    return float((hits / np.maximum(1, logarithms if (base, offset) != (2, 1) else np.log2(np.arange(2, len(hits) + 2)))).sum())


def order_of_hits(hits):
    return discounted(hits) / discounted(np.ones(hits.sum())) if hits.any() else 0.0


def graded(u, n, ideal, gain):
    """DCG of the list over that of the held-out items by descending gain; 0 where they are worth nothing."""
    worth = np.where(held[u], gain(stars[u]), 0)
    best = np.sort(worth[held[u]])[::-1][: n if ideal == "truncated" else None]
    return discounted(worth[lists[u]][:n]) / discounted(best) if best.any() else 0.0


def average_precision(hits):
    ranks = np.flatnonzero(hits) + 1
    return float((np.arange(1, len(ranks) + 1) / ranks).sum())


def area(u, hits, total):
    never = ~masked[u] & ~held[u]
    if not never.any():
        return None
    difference = scores[u][held[u]][:, None] - scores[u][never][None, :]
    return float(((difference > 0) + 0.5 * (difference == 0)).mean())


def diversity(similarity, n):
    def value(u, hits, total):
        top = lists[u][:n]
        pairs = [similarity(features[a], features[b]) for k, a in enumerate(top) for b in top[:k]]
        return 1 - float(np.mean(pairs)) if pairs else None

    return value


def jaccard(a, b):
    return (a & b).sum() / (a | b).sum() if (a & b).any() else 0.0


def cosine(a, b):
    return (a & b).sum() / np.sqrt(a.sum() * b.sum()) if (a & b).any() else 0.0


users = {}
for n in (1, 5, 20, 40):
    users[f"precision@{n}"] = per_user(lambda u, h, t: float(h[:n].sum() / n))
    users[f"recall@{n}"] = per_user(lambda u, h, t: float(h[:n].sum() / t))
    users[f"recall@{n}(over=truncated)"] = per_user(lambda u, h, t: float(h[:n].sum() / min(t, n)))
    users[f"ndcg@{n}"] = per_user(lambda u, h, t: discounted(h[:n]) / discounted(np.ones(min(t, n))))
    users[f"ndcg@{n}(ideal=full)"] = per_user(lambda u, h, t: discounted(h[:n]) / discounted(np.ones(n)))
    users[f"ndcg@{n}(ideal=uncut)"] = per_user(lambda u, h, t: discounted(h[:n]) / discounted(np.ones(t)))
    users[f"ndcg@{n}(ideal=list)"] = per_user(lambda u, h, t: order_of_hits(h[:n]))
    users[f"ndcg@{n}(base=3,offset=0)"] = per_user(
        lambda u, h, t: discounted(h[:n], 3, 0) / discounted(np.ones(min(t, n)), 3, 0)
    )
    users[f"ndcg@{n}(gain=exponential)"] = per_user(lambda u, h, t: graded(u, n, "truncated", lambda r: 2**r - 1))
    users[f"ndcg@{n}(ideal=uncut,gain=linear)"] = per_user(lambda u, h, t: graded(u, n, "uncut", lambda r: r))
    users[f"f1@{n}"] = per_user(lambda u, h, t: float(2 * h[:n].sum() / (n + t)))
    users[f"mrr@{n}(hits=all)"] = per_user(lambda u, h, t: float((1 / (1 + np.flatnonzero(h[:n]))).sum()))
    users[f"mrr@{n}"] = per_user(lambda u, h, t: float(1 / (1 + h.argmax())) if h[:n].any() else 0.0)
    users[f"hit-rate@{n}"] = per_user(lambda u, h, t: float(h[:n].any()))
    users[f"map@{n}"] = per_user(lambda u, h, t: average_precision(h[:n]) / min(t, n))
    users[f"map@{n}(over=held-out)"] = per_user(lambda u, h, t: average_precision(h[:n]) / t)
    users[f"popularity@{n}"] = per_user(lambda u, h, t: float(masked.sum(0)[lists[u][:n]].mean()))
    users[f"novelty@{n}"] = per_user(
        lambda u, h, t: float(-np.log2((masked.sum(0)[lists[u][:n]] + 1) / (USERS + 1)).mean())
    )
    users[f"feature-coverage@{n}"] = per_user(lambda u, h, t: float(features[lists[u][:n]].any(0).mean()))
    users[f"diversity@{n}"] = per_user(diversity(jaccard, n))
    users[f"diversity@{n}(similarity=cosine)"] = per_user(diversity(cosine, n))
users["mrr"] = per_user(lambda u, h, t: float(1 / (1 + h.argmax())))
users["mrr(hits=all)"] = per_user(lambda u, h, t: float((1 / (1 + np.flatnonzero(h))).sum()))
users["map"] = per_user(lambda u, h, t: average_precision(h) / t)
users["auc"] = per_user(area)

# Nobody has a pair of items in a list of one: the metric is not defined.
users = {name: values for name, values in users.items() if any(v is not None for v in values)}
values = {name: mean(v) for name, v in users.items()}
for n in (1, 5, 20, 40):
    hits = sum(int(held[u, lists[u][:n]].sum()) for u in tested)
    values[f"precision@{n}(averaging=micro)"] = hits / (n * len(tested))
    values[f"recall@{n}(averaging=micro)"] = hits / int(held.sum())
    for name in ("precision", "recall", "ndcg", "mrr", "hit-rate", "map"):
        values[f"{name}@{n}(averaging=all-users)"] = sum(users[f"{name}@{n}"]) / USERS
    gains = [discounted(np.array([held[u, i] for i in lists[u]])[:n]) for u in tested]
    ideals = [discounted(np.ones(min(int(held[u].sum()), n))) for u in tested]
    values[f"ndcg@{n}(averaging=micro)"] = sum(gains) / sum(ideals)
    p, r = values[f"precision@{n}"], values[f"recall@{n}"]
    values[f"f1@{n}(of=means)"] = 2 * p * r / (p + r)
    values[f"f1@{n}(of=pooled)"] = 2 * hits / (n * len(tested) + int(held.sum()))
    counts = np.bincount([i for u in tested for i in lists[u][:n]], minlength=ITEMS)
    # Half the mean difference of all pairs over the mean.
    values[f"gini@{n}"] = float(np.abs(counts[:, None] - counts[None]).mean() / (2 * counts.mean()))
    values[f"coverage@{n}"] = len({i for u in tested for i in lists[u][:n]}) / ITEMS

json.dump(
    {
        "users": USERS,
        "items": ITEMS,
        "scores": [[float(s) for s in row] for row in scores],
        "masked": [np.flatnonzero(row).tolist() for row in masked],
        "heldOut": [np.flatnonzero(row).tolist() for row in held],
        "ratings": stars.tolist(),
        "features": [np.flatnonzero(row).tolist() for row in features],
        "tested": tested,
        "values": values,
        "perUser": users,
    },
    sys.stdout,
    indent=None,
    separators=(",", ":"),
)
