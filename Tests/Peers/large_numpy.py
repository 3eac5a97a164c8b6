"""Times EASE and full ranking by NumPy on a random matrix of MovieLens-1M's size and skew.

`ease` is Steck's own program: X'X of SciPy's sparse X, its inverse in double precision, the weights. `ranking` scores
6,040 users by 64 factors, 500 users at a time, masks what is in training and takes the best 20 by argpartition, then
precision, recall, NDCG and MRR at 5 and 20. `LargeMatrix.swift` draws the matrix by the same law.
"""
import argparse
import json
import time

import numpy as np
from scipy.sparse import csr_matrix

USERS, ITEMS, FACTORS, DRAWS = 6040, 3706, 64, 900_000
CUTOFFS, BLOCK = (5, 20), 500


def split():
    """Training and held-out part, a fifth, [users, items] each."""
    random = np.random.default_rng(1)
    users = (USERS * random.random(DRAWS) ** 2).astype(int)
    items = (ITEMS * random.random(DRAWS) ** 2).astype(int)
    pairs = np.unique(users * ITEMS + items)
    held_out = random.random(len(pairs)) < 0.2

    def part(chosen):
        place = np.divmod(pairs[chosen], ITEMS)
        return csr_matrix((np.ones(len(place[0])), place), shape=(USERS, ITEMS))

    return part(~held_out), part(held_out)


def ease(x, _):
    gram = (x.T @ x).toarray()
    gram[np.diag_indices(ITEMS)] += 250
    inverse = np.linalg.inv(gram)
    weights = inverse / -np.diag(inverse)
    weights[np.diag_indices(ITEMS)] = 0
    return weights


def ranking(train, test):
    random = np.random.default_rng(2)
    user_factors = random.standard_normal((USERS, FACTORS), dtype=np.float32)
    item_factors = random.standard_normal((ITEMS, FACTORS), dtype=np.float32)
    discounts = 1 / np.log2(np.arange(2, CUTOFFS[-1] + 2))
    ideal = np.cumsum(discounts)
    sums = np.zeros((len(CUTOFFS), 4))
    for start in range(0, USERS, BLOCK):
        users = slice(start, min(start + BLOCK, USERS))
        scores = user_factors[users] @ item_factors.T
        scores[train[users].nonzero()] = -np.inf
        best = np.argpartition(-scores, CUTOFFS[-1], axis=1)[:, : CUTOFFS[-1]]
        order = np.argsort(-np.take_along_axis(scores, best, 1), axis=1, kind="stable")
        best = np.take_along_axis(best, order, 1)
        hits = np.take_along_axis(test[users].toarray(), best, 1)
        relevant = test[users].getnnz(axis=1)
        hits, relevant = hits[relevant > 0], relevant[relevant > 0]
        for row, at in enumerate(CUTOFFS):
            top = hits[:, :at]
            first = np.where(top.any(1), top.argmax(1) + 1, np.inf)
            gain = top @ discounts[:at] / ideal[np.minimum(at, relevant) - 1]
            values = [top.mean(1), top.sum(1) / relevant, gain, 1 / first]
            sums[row] += [value.sum() for value in values]
    return sums


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("work", choices=["ease", "ranking"])
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--out", required=True)
    arguments = parser.parse_args()
    work = {"ease": ease, "ranking": ranking}[arguments.work]
    parts = split()
    seconds = []
    for _ in range(arguments.repetitions + 1):
        start = time.perf_counter()
        work(*parts)
        seconds.append(time.perf_counter() - start)
    with open(arguments.out, "w") as file:
        json.dump({"seconds_median": float(np.median(seconds[1:]))}, file)  # the first one warms up


if __name__ == "__main__":
    main()
