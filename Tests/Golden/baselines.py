"""Scores of user-kNN, item-kNN, P3alpha, RP3beta, EASE and PureSVD by NumPy and SciPy, from their formulas.

    baselines.py                 writes baselines.json: scores of the split in item-pop/ under several settings
    baselines.py TRAIN           writes baselines-ml-100k.json: some of the scores of MovieLens-100K

TRAIN holds `user item` lines, ids from 1, tab separated: what `reprise data split ml-100k --seed 1 --output parts` writes
as parts/train.tsv.

It shares nothing with Reprise: matrices are dense, EASE is solved by LU, PureSVD is SciPy's Lanczos iteration on X itself.
Where a list of neighbours is cut, similarities are compared as float32, equal ones by ascending id, as ties at the cut
would otherwise be decided by the last bit. Needs NumPy and SciPy.
"""
import argparse
import json
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import svds

HERE = Path(__file__).resolve().parent
MOVIELENS = (943, 1682)
# The users and items whose scores are written.
EVERY_USER, EVERY_ITEM = 41, 29
MOVIELENS_CASES = [
    ("user-knn", {"neighbours": 100}),
    ("item-knn", {"neighbours": 100}),
    ("item-knn", {"neighbours": 50, "similarity": "jaccard", "shrink": 10}),
    ("p3alpha", {"neighbours": 100, "alpha": 0.8}),
    ("rp3beta", {"neighbours": 100, "alpha": 1, "beta": 0.6}),
    ("ease", {"l2": 250}),
    ("pure-svd", {"factors": 50}),
]
TINY = (14, 40)
CASES = [
    ("user-knn", {"neighbours": 5}),
    ("user-knn", {"neighbours": 3, "similarity": "asymmetric", "asymmetry": 0.2, "shrink": 4}),
    ("item-knn", {"neighbours": 6}),
    ("item-knn", {"neighbours": 6, "shrink": 10}),
    ("item-knn", {"neighbours": 4, "similarity": "asymmetric", "asymmetry": 0.8, "shrink": 1}),
    ("item-knn", {"neighbours": 5, "similarity": "jaccard", "shrink": 2}),
    ("item-knn", {"neighbours": 5, "similarity": "dice", "shrink": 3}),
    ("item-knn", {"neighbours": 1000, "similarity": "co-occurrence"}),
    ("p3alpha", {"neighbours": 7}),
    ("p3alpha", {"neighbours": 7, "alpha": 0.7, "normalised": True}),
    ("rp3beta", {"neighbours": 7, "alpha": 0.9, "beta": 0.4}),
    ("rp3beta", {"neighbours": 4, "alpha": 1.2, "beta": 0.8, "normalised": True}),
    ("ease", {"l2": 3}),
    ("ease", {"l2": 250}),
    ("pure-svd", {"factors": 4}),
    ("pure-svd", {"factors": 9}),
]


def read(path, users, items):
    """X [users, items] of zeros and ones."""
    pairs = np.loadtxt(path, dtype=int, usecols=(0, 1), ndmin=2) - 1
    x = np.zeros((users, items))
    x[pairs[:, 0], pairs[:, 1]] = 1
    return x


def strongest(weights, paths, count):
    """Of every row the `count` largest weights where there are paths; the rest become 0."""
    weights = np.where(paths, weights, -1).astype(np.float32)
    order = np.argsort(-weights, axis=1, kind="stable")[:, :count]
    kept = np.zeros_like(weights)
    np.put_along_axis(kept, order, np.maximum(np.take_along_axis(weights, order, 1), 0), 1)
    return kept.astype(float)


def neighbours(a, neighbours=100, similarity="cosine", shrink=0.0, asymmetry=None):
    """S [rows, rows] of the rows of A: row i holds the similarities of i's nearest neighbours."""
    common = a @ a.T
    own, other = np.diag(common)[:, None], np.diag(common)[None, :]
    with np.errstate(divide="ignore", invalid="ignore"):
        similarities = {
            "cosine": lambda: common / (np.sqrt(own * other) + shrink),
            "asymmetric": lambda: common / (own**asymmetry * other ** (1 - asymmetry) + shrink),
            "jaccard": lambda: common / (own + other - common + shrink),
            "dice": lambda: 2 * common / (own + other + shrink),
            "co-occurrence": lambda: common,
        }[similarity]()
    return strongest(similarities, (common > 0) & ~np.eye(len(a), dtype=bool), neighbours)


def walk(x, neighbours=100, alpha=1.0, beta=0.0, normalised=False):
    """W [items, items]: from an item to a user who has it to an item of that user's."""
    with np.errstate(divide="ignore", invalid="ignore"):
        to_user = np.nan_to_num((x / x.sum(0)).T) ** alpha
        to_item = np.nan_to_num(x / x.sum(1, keepdims=True)) ** alpha
        links = to_user @ to_item / x.sum(0) ** beta
    paths = (x.T @ x > 0) & ~np.eye(x.shape[1], dtype=bool)
    kept = strongest(links, paths, neighbours)
    sums = kept.sum(1, keepdims=True)
    return np.divide(kept, sums, out=np.zeros_like(kept), where=sums > 0) if normalised else kept


def ease(x, l2):
    inverse = np.linalg.inv(x.T @ x + l2 * np.eye(x.shape[1]))
    weights = -inverse / np.diag(inverse)
    np.fill_diagonal(weights, 0)
    return weights


def pure_svd(x, factors):
    u, s, vt = svds(csr_matrix(x), k=factors, tol=1e-12, random_state=0)
    return u * s @ vt


def scores(name, x, settings):
    if name == "user-knn":
        return neighbours(x, **settings) @ x
    if name == "item-knn":
        return x @ neighbours(x.T, **settings).T
    if name in ("p3alpha", "rp3beta"):
        return x @ walk(x, **({"beta": 0.6} if name == "rp3beta" else {}) | settings)
    return x @ ease(x, **settings) if name == "ease" else pure_svd(x, **settings)


def digits(values):
    return [float(f"{value:.7g}") for value in values]


def write(name, head, cases):
    text = json.dumps(head)[:-1] + ', "cases": [\n' + ",\n".join(map(json.dumps, cases)) + "\n]}\n"
    (HERE / name).write_text(text)


def tiny():
    x = read(HERE / "item-pop" / "tiny.train", *TINY)
    cases = []
    for name, settings in CASES:
        rows = [digits(row) for row in scores(name, x, settings)]
        cases.append({"recommender": name, "settings": settings, "scores": rows})
    write("baselines.json", {"users": TINY[0], "items": TINY[1]}, cases)


def movielens(train):
    x = read(train, *MOVIELENS)
    cases = []
    for name, settings in MOVIELENS_CASES:
        all_scores = scores(name, x, settings)
        some = all_scores[::EVERY_USER, ::EVERY_ITEM]
        cases.append({"recommender": name, "settings": settings, "largest": digits([abs(all_scores).max()])[0],
                      "scores": [digits(row) for row in some]})
    head = {"everyUser": EVERY_USER, "everyItem": EVERY_ITEM}
    write("baselines-ml-100k.json", head, cases)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("train", nargs="?")
    arguments = parser.parse_args()
    if arguments.train:
        movielens(arguments.train)
    else:
        tiny()


if __name__ == "__main__":
    main()
