"""ItemPop's ranking metrics, computed with NumPy and nothing of Reprise, on given split files.

    item_pop.py TRAIN TEST [--items N]     the metrics as JSON; files of `user item` lines, ids from 1, tab separated
    item_pop.py --tiny                     writes the small split and its metrics into item-pop/

An item's score is its number of training interactions. A user's training items are not ranked; ties go to the smaller
id. Users with a test item are evaluated. The names are those that a spec uses: without settings, precision is hits / N;
recall hits / |T|; ndcg has gain 1 and the ideal list of min(|T|, N) hits; mrr@N is 0 when the first hit is beyond N; map
is over all ranks, divided by |T|, and map@N divided by min(|T|, N); auc counts ties one half.

Needs NumPy alone. The golden split has what goes wrong easily: ties across the cut-off, a user without test items, one
who has fewer candidates than the cut-off, one with more test items than it, and an item nobody has in training.
"""
import argparse
import json
from pathlib import Path

import numpy as np

FOLDER = Path(__file__).resolve().parent / "item-pop"


def read(path):
    """Rows (user, item), counted from 0."""
    return np.loadtxt(path, dtype=int, usecols=(0, 1), ndmin=2) - 1


def item_pop(train, test, items, cutoffs=(5, 20)):
    popularity = np.bincount(train[:, 1], minlength=items)
    order = np.lexsort((np.arange(items), -popularity))
    values = {}

    def add(name, value):
        values.setdefault(name, []).append(value)

    hit_total = {n: 0 for n in cutoffs}
    users = np.unique(test[:, 0])
    for user in users:
        seen = train[train[:, 0] == user, 1]
        held_out = test[test[:, 0] == user, 1]
        ranking = order[~np.isin(order, seen)]
        is_hit = np.isin(ranking, held_out)
        ranks = np.flatnonzero(is_hit) + 1
        count = len(held_out)
        assert len(ranks) == count, "a test item is in the user's training items too"
        precisions = np.arange(1, count + 1) / ranks
        for n in cutoffs:
            inside = ranks[ranks <= n]
            hit_total[n] += len(inside)
            gain, reach = (1 / np.log2(r + 1.0) for r in (inside, np.arange(1, n + 1)))
            add(f"precision@{n}", len(inside) / n)
            add(f"recall@{n}", len(inside) / count)
            add(f"ndcg@{n}", gain.sum() / reach[:count].sum())
            add(f"ndcg@{n}(ideal=full)", gain.sum() / reach.sum())
            add(f"mrr@{n}", 1 / ranks[0] if ranks[0] <= n else 0.0)
            add(f"hit-rate@{n}", float(len(inside) > 0))
            add(f"map@{n}", precisions[: len(inside)].sum() / min(count, n))
        add("mrr", 1 / ranks[0])
        add("map", precisions.mean())
        unseen = popularity[ranking[~is_hit]]
        if len(unseen):
            mine = popularity[held_out][:, None]
            add("auc", float(np.mean((mine > unseen) + 0.5 * (mine == unseen))))
    result = {name: float(np.mean(column)) for name, column in values.items()}
    for n in cutoffs:
        result[f"recall@{n}(averaging=micro)"] = hit_total[n] / len(test)
    return {"users": len(users), "metrics": dict(sorted(result.items()))}


def tiny():
    """14 users, 40 items; the popularities are few, so ties are many."""
    random = np.random.default_rng(7)
    train, test = [], []
    for user in range(14):
        mine = random.choice(39, size=int(random.integers(6, 20)), replace=False)
        held = 0 if user == 4 else 9 if user == 7 else int(random.integers(1, 5))
        if user == 9:
            mine, held = random.permutation(39)[:37], 2
        test += [(user, item) for item in mine[:held]]
        train += [(user, item) for item in mine[held:]]
    test.append((2, 39))  # the item that nobody has in training
    for name, rows in (("train", train), ("test", test)):
        lines = (f"{user + 1}\t{item + 1}\n" for user, item in sorted(rows))
        (FOLDER / f"tiny.{name}").write_text("".join(lines))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", metavar="FILE", help="the training part, the test part")
    parser.add_argument("--items", type=int, help="the number of items; else the largest id")
    parser.add_argument("--tiny", action="store_true")
    arguments = parser.parse_args()
    if arguments.tiny:
        tiny()
        arguments.files = [FOLDER / "tiny.train", FOLDER / "tiny.test"]
    if len(arguments.files) != 2:
        parser.error("two files are needed: the training part and the test part")
    train, test = map(read, arguments.files)
    items = arguments.items or max(train[:, 1].max(), test[:, 1].max()) + 1
    text = json.dumps(item_pop(train, test, items), indent=2) + "\n"
    print(text, end="")
    if arguments.tiny:
        (FOLDER / "tiny.json").write_text(text)


if __name__ == "__main__":
    main()
