"""Frequent sets and association rules by mlxtend, on random transactions and on Groceries.

    frequent_sets.py GROCERIES      writes frequent_sets.json.gz beside it; GROCERIES is the path of baskets.csv

Items are numbers: those of Groceries by the place of their names among all, sorted by their UTF-8 bytes. A set is
[items, count], a rule of one consequent [items, consequent, count, confidence, lift]. Transactions without an item are
left out. Of Groceries no more is there than what is found. Needs mlxtend 0.25.
"""
import csv
import gzip
import json
import random
import sys
from pathlib import Path

import numpy as np
import pandas as pd
from mlxtend.frequent_patterns import apriori, association_rules, fpgrowth

GROCERIES = {"minimumCount": 10, "longest": 6, "confidence": 0.5}


def table(transactions, items):
    made = np.zeros((len(transactions), items), bool)
    for row, transaction in zip(made, transactions):
        row[list(transaction)] = True
    return pd.DataFrame(made)


def found(transactions, items, settings):
    """The sets by both algorithms, which must agree, and the rules of them."""
    data, number = table(transactions, items), len(transactions)
    # Half a transaction below, so that no rounding of shares counts.
    share = (settings["minimumCount"] - 0.5) / number
    frames = [search(data, min_support=share, max_len=settings["longest"]) for search in (fpgrowth, apriori)]
    sets = [sorted(([sorted(map(int, items)), round(support * number)]
                    for items, support in zip(frame["itemsets"], frame["support"])),
                   key=lambda one: (len(one[0]), one[0])) for frame in frames]
    assert sets[0] == sets[1]
    rules = association_rules(frames[0], metric="confidence", min_threshold=settings["confidence"])
    single = rules[rules["consequents"].map(len) == 1]
    listed = sorted(
        [sorted(map(int, before)), int(next(iter(after))), round(support * number), round(confidence, 9), round(lift, 9)]
        for before, after, support, confidence, lift in zip(
            single["antecedents"], single["consequents"], single["support"], single["confidence"], single["lift"]))
    return {**settings, "sets": sets[0], "rules": listed, "rulesOfAnyConsequent": len(rules)}


def transactions(seed, number, items):
    """Each holds some of the parts of a few patterns, and noise."""
    draw = random.Random(seed)
    patterns = [draw.sample(range(items), draw.randint(2, 5)) for _ in range(4)]
    made = []
    for _ in range(number):
        own = {item for pattern in draw.sample(patterns, draw.randint(0, 2)) for item in pattern if draw.random() < 0.8}
        own |= set(draw.sample(range(items), draw.randint(0, 3)))
        if own:
            made.append(sorted(own))
    return made


def main():
    cases = []
    for seed, number, items, settings in [
            (1, 60, 12, {"minimumCount": 3, "longest": 8, "confidence": 0.3}),
            (2, 200, 15, {"minimumCount": 8, "longest": 8, "confidence": 0.5}),
            (3, 40, 30, {"minimumCount": 2, "longest": 3, "confidence": 0.7}),
            (4, 25, 6, {"minimumCount": 1, "longest": 6, "confidence": 0.01})]:
        own = transactions(seed, number, items)
        cases.append({"items": items, "transactions": own, **found(own, items, settings)})
    with open(sys.argv[1], newline="", encoding="utf-8") as file:
        rows = [(row["basket"], row["item"]) for row in csv.DictReader(file)]
    names = sorted({item for _, item in rows}, key=str.encode)
    numbers, baskets = {name: place for place, name in enumerate(names)}, {}
    for basket, item in rows:
        baskets.setdefault(basket, set()).add(numbers[item])
    groceries = found(list(baskets.values()), len(names), GROCERIES)
    print(len(baskets), len(names), [sum(len(s) == k for s, _ in groceries["sets"]) for k in range(1, 7)],
          len(groceries["rules"]), groceries["rulesOfAnyConsequent"])
    with gzip.GzipFile(Path(__file__).with_suffix(".json.gz"), "wb", mtime=0) as file:
        file.write(json.dumps({"cases": cases, "groceries": groceries}, separators=(",", ":")).encode())


if __name__ == "__main__":
    main()
