"""Rankings and metrics of popularity, item-kNN and EASE on the published splits of MovieLens-100K, by NumPy.

    published.py U.DATA > published.json

U.DATA is the file of the official archive, `user item rating time` lines. u1 to u5 are its blocks of 20,000 lines, as
the archive's mku.sh cuts them. Training items are masked. Metrics are means over the test users, and over all orders of
items with equal scores; of item-kNN's neighbours that are equal where those kept end, each counts by its share. Lists
are in order of the score, equal ones by ascending item; `near` names the places of a list whose score and the next one
differ by less than a millionth of the largest, which single precision may exchange.
Needs NumPy.
"""
import json
import sys
from math import comb

import numpy as np

from baselines import ease

USERS, ITEMS, BLOCK = 943, 1682, 20_000
NEIGHBOURS, L2, EVERY, LENGTH = 100, 250, 9, 10
lines = np.loadtxt(sys.argv[1], dtype=int)[:, :2] - 1


def shared_neighbours(x):
    """S [items, items]: each item's nearest by cosine; those equal to the last one kept share what is left."""
    common = x.T @ x
    sizes = np.maximum(common.diagonal(), 1)
    similarity = (common / np.sqrt(sizes[:, None] * sizes[None, :])).astype(np.float32)
    np.fill_diagonal(similarity, 0)
    kept = np.zeros_like(similarity)
    for item, row in enumerate(similarity):
        last = np.sort(row)[-NEIGHBOURS]
        above, equal = row > last, row == last
        kept[item][above] = row[above]
        kept[item][equal] = last * (NEIGHBOURS - above.sum()) / equal.sum()
    return kept.astype(float)


def groups(scores, held):
    """(items, hits) of each run of equal scores, best first."""
    order = np.argsort(-scores, kind="stable")
    _, starts = np.unique(-scores[order], return_index=True)
    ends = list(starts[1:]) + [len(order)]
    return [(e - s, int(held[order[s:e]].sum())) for s, e in zip(starts, ends)]


def expected(scores, held):
    """The metrics of one user, in the mean over all orders of equal scores."""
    at = np.zeros(len(scores))  # the chance of a hit at each rank
    place, first = 0, None
    for size, hits in groups(scores, held):
        at[place : place + size] = hits / size
        if hits and first is None:
            first = sum(
                comb(size - j, hits - 1) / comb(size, hits) / (place + j) for j in range(1, size - hits + 2)
            )
        place += size
    total, discounts = int(held.sum()), 1 / np.log2(np.arange(2, 12))
    return [
        at[:5].sum() / 5,
        at[:10].sum() / total,
        (at[:10] * discounts).sum() / discounts[: min(10, total)].sum(),
        first,
    ]


splits = {}
for number in range(5):
    held = np.zeros(len(lines), bool)
    held[number * BLOCK : (number + 1) * BLOCK] = True
    train, test = np.zeros((USERS, ITEMS)), np.zeros((USERS, ITEMS), bool)
    train[tuple(lines[~held].T)] = 1
    test[tuple(lines[held].T)] = True
    users = np.flatnonzero(test.any(1))
    systems = {}
    for name, scores in {
        "item-pop": np.tile(train.sum(0), (USERS, 1)),
        "item-knn": train @ shared_neighbours(train).T,
        "ease": train @ ease(train, L2),
    }.items():
        values, lists, near = [], [], []
        for u in users:
            open_ = np.flatnonzero(train[u] == 0)
            values.append(expected(scores[u, open_], test[u, open_]))
            if number or u % EVERY:
                continue
            top = open_[np.argsort(-scores[u, open_], kind="stable")[: LENGTH + 1]]
            gaps = -np.diff(scores[u, top])
            lists.append([int(u), *map(int, top[:LENGTH])])
            near.append([int(k) for k in np.flatnonzero((gaps < 1e-6 * scores[u].max()) & (gaps > 0))])
        means = [float(f"{v:.9g}") for v in np.mean(values, 0)]
        systems[name] = {"precision@5": means[0], "recall@10": means[1], "ndcg@10": means[2], "mrr": means[3]}
        if number == 0:
            systems[name] |= {"lists": lists, "near": near}
    splits[f"u{number + 1}"] = {"tested": len(users), "systems": systems}
print(json.dumps({"neighbours": NEIGHBOURS, "l2": L2, "splits": splits}))
