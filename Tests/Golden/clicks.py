"""Writes clicks.json: metrics of predicted clicks by scikit-learn, for Tests/EvaluationTests.

Needs numpy, scipy and scikit-learn (1.9 was used): python Tests/Golden/clicks.py > Tests/Golden/clicks.json
Long cases are not stored: both sides make them by the same congruential generator.
"""

import json

import numpy as np
from scipy.special import expit
from sklearn.metrics import log_loss, precision_score, recall_score, roc_auc_score


def generated(count, levels):
    """Logits of so many levels, so that there are ties, and labels that go with them."""
    state, logits, labels = 12345, np.empty(count, np.float32), np.empty(count, np.float32)
    raw = np.empty(2 * count, np.uint64)
    for place in range(2 * count):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        raw[place] = state >> 33
    level = raw[0::2] % np.uint64(levels)
    logits[:] = level.astype(np.float32) / np.float32(levels) * 6 - 4
    labels[:] = (raw[1::2] % np.uint64(1000)) < (expit(logits.astype(np.float64)) * 1000)
    return logits, labels


def values(logits, labels, users=None):
    p = expit(logits.astype(np.float64))
    found = {
        "roc-auc": roc_auc_score(labels, logits),
        "log-loss": log_loss(labels, p, labels=[0, 1]),
        "threshold-precision": precision_score(labels, p >= 0.5, zero_division=np.nan),
        "threshold-recall": recall_score(labels, p >= 0.5),
        "threshold-precision(threshold=0.2)": precision_score(labels, p >= 0.2, zero_division=np.nan),
        "threshold-recall(threshold=0.2)": recall_score(labels, p >= 0.2),
    }
    bins = np.minimum((p * 10).astype(int), 9)
    found["calibration-error"] = sum(
        abs(p[bins == b].sum() - labels[bins == b].sum()) for b in range(10)) / len(p)
    if users is not None:
        groups = [users == u for u in np.unique(users)]
        groups = [g for g in groups if 0 < labels[g].sum() < g.sum()]
        found["grouped-auc"] = np.average(
            [roc_auc_score(labels[g], logits[g]) for g in groups], weights=[g.sum() for g in groups])
    return {name: None if np.isnan(value) else value for name, value in found.items()}


random = np.random.default_rng(7)
stored = []
for name, logits in [
    ("distinct", random.normal(size=60)), ("ties", random.integers(-2, 3, 60)),
    ("constant", np.full(60, -0.25)), ("extreme", random.normal(size=60) * 8),
]:
    logits = logits.astype(np.float32)
    labels = (random.random(60) < 0.4).astype(np.float32)
    users = random.integers(0, 6, 60)
    labels[users == 3] = 1
    stored.append({
        "name": name, "logits": [float(x) for x in logits], "labels": [int(x) for x in labels],
        "users": [int(x) for x in users], "values": values(logits, labels, users),
    })
made = [
    {"count": count, "levels": levels, "values": values(*generated(count, levels))}
    for count, levels in [(1000, 1), (3_000_000, 997)]
]
print(json.dumps({"stored": stored, "generated": made}, indent=1))
