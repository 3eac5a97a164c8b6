"""Reference values of the audit's bounds: SciPy's linear programs over every list there is.

Usage: python audit.py > audit.json      (SciPy 1.17)

`bounds`: one user's outcomes are all sets of hits among the N ranks, by all numbers of held-out items
from the hits to N + 3 and one without practical end. The mean of NDCG over users, given other means, is
least and greatest at a mixture of these.
`logLoss`: the least entropy over mixtures of two curves y = min(x / c, 1) of a given area, on a grid of c
that is refined where it is least.
"""
import itertools
import json
import math

import numpy as np
from scipy.optimize import linprog

MANY = 10**9


def gain(ranks):
    return sum(1 / math.log2(rank + 1) for rank in ranks)


def outcomes(n, ideal):
    for size in range(n + 1):
        for hits in itertools.combinations(range(1, n + 1), size):
            for held in list(range(max(size, 1), n + 4)) + [MANY]:
                best = n if ideal == "full" else min(held, n)
                yield {
                    "precision": size / n, "recall": size / held, "hit-rate": float(size > 0),
                    "mrr": 1 / hits[0] if hits else 0.0,
                    "ndcg": gain(hits) / gain(range(1, best + 1)),
                }


def bounds(n, ideal, known):
    points = {tuple(point.items()) for point in outcomes(n, ideal)}
    points = [dict(point) for point in sorted(points)]
    rows, limits = [], []
    for name, (low, high) in known.items():
        row = [point[name] for point in points]
        rows += [row, [-x for x in row]]
        limits += [high, -low]
    found = []
    for sign in (1, -1):
        answer = linprog(
            [sign * point["ndcg"] for point in points], A_ub=rows, b_ub=limits,
            A_eq=[[1.0] * len(points)], b_eq=[1.0], method="highs")
        found.append(sign * answer.fun if answer.success else None)
    return found


def phi(a, b):
    return sum(-x * math.log(x / (a + b)) for x in (a, b) if x > 0)


def entropy(rate, spread, low, high):
    """Of the mixture of c = low and c = high whose mean c is the spread."""
    weight = (high - spread) / (high - low)
    pieces = [(low, weight + (1 - weight) * low / high)] if low > 0 else [(0.0, weight)]
    pieces += [(high - low, (1 - weight) * (high - low) / high), (1 - high, 0.0)]
    return sum(phi(rate * dy, (1 - rate) * dx) for dx, dy in pieces)


def least_log_loss(auc, rate):
    spread = 2 * (1 - auc)
    best = phi(rate, (1 - rate) * spread)
    box = ((0.0, spread), (spread, 1.0))
    for _ in range(6):
        grid = [np.linspace(*side, 60) for side in box]
        value, low, high = min(
            (entropy(rate, spread, low, high), low, high)
            for low in grid[0] for high in grid[1] if high - low > 1e-9)
        best = min(best, value)
        box = tuple(
            (max(side[0], at - (side[1] - side[0]) / 20), min(side[1], at + (side[1] - side[0]) / 20))
            for side, at in zip(box, (low, high)))
    return best


rng = np.random.default_rng(20261121)
cases = []
for n in (1, 2, 3, 5, 6):
    for ideal in ("truncated", "full"):
        points = list(outcomes(n, ideal))
        for names in (
            ["precision"], ["mrr"], ["recall"], ["hit-rate"], ["precision", "mrr"],
            ["precision", "recall"], ["precision", "mrr", "recall"],
            ["precision", "mrr", "hit-rate", "recall"],
        ):
            # Means of a few users' real outcomes, so that some mixture has them.
            chosen = [points[i] for i in rng.integers(len(points), size=4)]
            means = {name: float(np.mean([point[name] for point in chosen])) for name in names}
            known = {
                name: [round(mean - 0.0005, 6), round(mean + 0.0005, 6)]
                for name, mean in means.items()
            }
            low, high = bounds(n, ideal, known)
            cases.append({"n": n, "ideal": ideal, "known": known, "ndcg": [low, high]})
losses = [
    {"auc": auc, "baseRate": rate, "least": least_log_loss(auc, rate)}
    for auc in (0.55, 0.7, 0.796, 0.9, 0.99) for rate in (0.01, 1 / 11, 0.3, 0.5, 0.6, 0.95)
]
print('{"bounds": [')
print(",\n".join(json.dumps(case) for case in cases))
print('], "logLoss": [')
print(",\n".join(json.dumps(case) for case in losses))
print("]}")
