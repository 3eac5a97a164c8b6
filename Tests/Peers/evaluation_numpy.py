"""Times full ranking of 943 x 1682 scores by the NumPy metrics of common.py.

Precision, recall, NDCG, MRR and hit rate at 5 and 20 and the uncut MRR, training items masked, on split 1 with
random scores; AUC, which common.py computes user by user with SciPy, is left out in the peer's favour.
"""
import argparse
import json
import time

import numpy as np

from common import NI, NU, dense, metrics, split

parser = argparse.ArgumentParser()
parser.add_argument("--repetitions", type=int, default=5)
parser.add_argument("--out", required=True)
arguments = parser.parse_args()

train, test = (dense(part) for part in split(1))
scores = np.random.default_rng(1).standard_normal((NU, NI), dtype=np.float32)
seconds = []
for _ in range(arguments.repetitions + 1):
    start = time.perf_counter()
    metrics(scores, train, test, auc=False)
    seconds.append(time.perf_counter() - start)
with open(arguments.out, "w") as file:
    json.dump({"evaluation_s_median": float(np.median(seconds[1:]))}, file)  # the first one warms up
