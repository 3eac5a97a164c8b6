"""Sequential rules, item rules, session neighbourhoods and Markov counts by NumPy, from their definitions alone.

    last_item.py [ORDER]        writes last_item.json beside it, or reads ORDER (ml-1m.sasrec-order.tsv.gz) instead
                                and prints what they reach on it

Cases have a score of every item, "values" of what rules or neighbours say for it; 0 where they say nothing, and then
popularity decides. With ORDER: leave one out, all items but those seen are ranked, of equal ones the more popular
first. "held back" learns from all but the last two items and is scored from the last but one, "learned" learns that
too. Needs NumPy.
"""
import gzip
import json
import random
import sys
from pathlib import Path

import numpy as np

DECAYS = {"reciprocal": lambda d, steps: 1 / d, "quadratic": lambda d, steps: 1 / d**2,
          "linear": lambda d, steps: 1 - (d - 1) / steps, "none": lambda d, steps: 1.0}


def without_last(sequences, steps):
    return [sequence[:-steps] if steps else sequence for sequence in sequences]


def sequential(sequences, items, steps, decay):
    """W[i, j] = sum of f(d) over all places where j comes d <= steps after i."""
    weights = np.zeros((items, items))
    for distance in range(1, steps + 1):
        first = np.concatenate([np.array(s[:-distance], int) for s in sequences])
        later = np.concatenate([np.array(s[distance:], int) for s in sequences])
        np.add.at(weights, (first, later), DECAYS[decay](distance, steps))
    np.fill_diagonal(weights, 0)
    return weights


def matrix(sequences, items):
    made = np.zeros((len(sequences), items))
    for row, sequence in zip(made, sequences):
        row[list(sequence)] = 1
    return made


def together(sequences, items):
    have = matrix(sequences, items)
    weights = have.T @ have
    np.fill_diagonal(weights, 0)
    return weights


def pruned(weights, most):
    """The strongest of each row, of equal ones those of lower index."""
    if most:
        for row in weights:
            row[np.argsort(-row, kind="stable")[most:]] = 0
    return weights


def from_last(sequences, weights, last):
    """Sum of last[m] times the row of the m-th last item."""
    values = np.zeros((len(sequences), len(weights)))
    for row, sequence in zip(values, sequences):
        for item, weight in zip(sequence[::-1], last):
            row += weight * weights[item]
    return values


def session_knn(sequences, counted, ends, items, neighbours, sample):
    """Sum of the cosines of the k nearest among the latest who share an item."""
    own, others = matrix(sequences, items), matrix(counted, items)
    common = own @ others.T
    values = np.zeros((len(sequences), items))
    for user, row in enumerate(values):
        sharing = [v for v in range(len(sequences)) if v != user and common[user, v] > 0]
        sharing = sorted(sharing, key=lambda v: (-ends[v], v))[:sample]
        alike = {v: common[user, v] / np.sqrt(own[user].sum() * others[v].sum()) for v in sharing}
        for v in sorted(sharing, key=lambda v: (-np.float32(alike[v]), v))[:neighbours]:
            row += alike[v] * others[v]
    return values


def cases():
    draw = random.Random(7)
    items, sequences = 14, []
    for user in range(25):
        start = draw.randrange(items)
        walk = [(start + step * draw.choice([1, 1, 1, 2, 5])) % items for step in range(draw.randint(0, 9))]
        sequences.append(list(dict.fromkeys(walk)))
    ends = [draw.randint(1, 12) for _ in sequences]

    def case(name, settings, values):
        return {"recommender": name, "settings": settings, "values": np.round(values, 9).tolist()}

    made = []
    for settings in [{}, {"steps": 1}, {"steps": 3, "decay": "linear", "rulesPerItem": 2},
                     {"steps": 4, "decay": "quadratic", "lastWeights": [1, 0.5, 0.25]},
                     {"steps": 2, "decay": "none", "heldBack": 1}, {"heldBack": 20}]:
        weights = sequential(without_last(sequences, settings.get("heldBack", 0)), items, settings.get("steps", 10),
                             settings.get("decay", "reciprocal"))
        weights = pruned(weights, settings.get("rulesPerItem"))
        made.append(case("sequential-rules", settings, from_last(sequences, weights, settings.get("lastWeights", [1]))))
    for settings in [{}, {"rulesPerItem": 3}, {"heldBack": 2, "lastWeights": [1, 0, 2]}]:
        weights = together(without_last(sequences, settings.get("heldBack", 0)), items)
        weights = pruned(weights, settings.get("rulesPerItem"))
        made.append(case("item-rules", settings, from_last(sequences, weights, settings.get("lastWeights", [1]))))
    for settings in [{"neighbours": 4, "sampleSize": 9}, {"neighbours": 3, "sampleSize": None},
                     {"neighbours": 50, "sampleSize": 6, "heldBack": 1}, {"neighbours": 6}]:
        counted = without_last(sequences, settings.get("heldBack", 0))
        made.append(case("session-knn", settings, session_knn(
            sequences, counted, ends, items, settings["neighbours"], settings.get("sampleSize", 1000))))
    return {"items": items, "sequences": sequences, "ends": ends, "cases": made}


def measured(values, sequences, popularity, held_out):
    """Recall@10 and NDCG@10 of one item each; what speaks for an item first, then how popular it is."""
    ranks = []
    for row, sequence, item in zip(values, sequences, held_out):
        better = (row > row[item]) | ((row == row[item]) & (popularity > popularity[item]))
        # Half of those that are equal in both are before it.
        equal = (row == row[item]) & (popularity == popularity[item])
        better[sequence], equal[sequence] = False, False
        ranks.append(better.sum() + (equal.sum() - 1) / 2)
    ranks = np.floor(np.array(ranks))
    return f"R@10 {np.mean(ranks < 10):.4f}  NDCG@10 {np.mean(np.where(ranks < 10, 1 / np.log2(ranks + 2), 0)):.4f}"


def order(path):
    rows = [line.split("\t") for line in gzip.open(path, "rt").read().splitlines()[1:]]
    whole = [[int(item) for item in row[2].split()] for row in rows]
    names = {item: place for place, item in enumerate(sorted({item for row in whole for item in row}))}
    whole = [[names[item] for item in row] for row in whole]
    items, known, held_out = len(names), [row[:-1] for row in whole], [row[-1] for row in whole]
    print(len(whole), "users", items, "items", sum(map(len, whole)), "interactions")
    for title, back in [("held back", 1), ("learned", 0)]:
        counted = without_last(known, back)
        popularity = np.bincount(np.concatenate(counted), minlength=items)
        markov, rules = sequential(counted, items, 1, "none"), sequential(counted, items, 10, "reciprocal")
        systems = [("popularity", np.zeros((len(known), items))), ("Markov counts", from_last(known, markov, [1])),
                   ("Markov counts of three", from_last(known, markov, [1, 0.5, 0.25])),
                   ("sequential rules", from_last(known, rules.astype(np.float32), [1])),
                   ("item rules", from_last(known, together(counted, items), [1]))]
        for name, values in systems:
            print(f"{title:10} {name:24}", measured(values, known, popularity, held_out))


def main():
    if len(sys.argv) > 1:
        order(sys.argv[1])
    else:
        Path(__file__).with_suffix(".json").write_text(json.dumps(cases()) + "\n")


if __name__ == "__main__":
    main()
