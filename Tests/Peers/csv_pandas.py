"""Times pandas on a CSV file of a million ratings: read, ids to numbers, each pair's first event, a random fifth held out.

Ids are read as text, as Reprise reads them: 007 is not 7. `LargeCSV.swift` draws the lines by the same law.
"""
import argparse
import json
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd

USERS, ITEMS, LINES = 6040, 3706, 1_000_000


def write(path):
    random = np.random.default_rng(1)
    pd.DataFrame(
        {
            "user": (USERS * random.random(LINES) ** 2).astype(int) + 1,
            "item": (ITEMS * random.random(LINES) ** 2).astype(int) + 1,
            "rating": random.integers(1, 11, LINES) / 2,
            "timestamp": 956_703_932 + random.integers(0, 90_000_000, LINES),
        }
    ).to_csv(path, index=False)


def load_and_split(path):
    events = pd.read_csv(path, dtype={"user": str, "item": str})
    events["user"], _ = pd.factorize(events["user"], sort=True)
    events["item"], _ = pd.factorize(events["item"], sort=True)
    pairs = events.sort_values("timestamp", kind="stable").drop_duplicates(["user", "item"])
    order = np.random.default_rng(1).permutation(len(pairs))
    held_out = len(pairs) // 5
    return pairs.iloc[order[held_out:]], pairs.iloc[order[:held_out]]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--out", required=True)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "ratings.csv")
        write(path)
        seconds = []
        for _ in range(arguments.repetitions + 1):
            start = time.perf_counter()
            load_and_split(path)
            seconds.append(time.perf_counter() - start)
    with open(arguments.out, "w") as file:
        json.dump({"seconds_median": float(np.median(seconds[1:]))}, file)  # the first one warms up


if __name__ == "__main__":
    main()
