"""Reference values of what claims are judged by, from NumPy and SciPy.

Usage: python claims.py > claims.json      (NumPy 2.4, SciPy 1.17)
"""
import json
import sys

import numpy as np
from scipy import stats

rng = np.random.default_rng(20260724)


def interval(values):
    """Mean and half of the 95 % confidence interval of the mean."""
    low, high = stats.ttest_1samp(values, 0).confidence_interval(0.95)
    return [float(np.mean(values)), float((high - low) / 2)]


pairs = []
for n in [2, 3, 5, 8, 30]:
    split = rng.normal(0, 0.02, n)
    a = np.round(0.5 + split + rng.normal(0, 0.01, n), 6)
    b = np.round(0.2 + split / 2 + rng.normal(0, 0.01, n), 6)
    ratio = a.mean() / b.mean()
    pairs.append(
        {
            "a": a.tolist(),
            "b": b.tolist(),
            "value": interval(a),
            "difference": interval(a - b),
            "ratio": [float(ratio), interval(ratio + (a - ratio * b) / b.mean())[1]],
        }
    )

curves = []
for n in [5, 20, 51]:
    x = 20.0 * np.arange(n)
    y = np.round(0.3 * (1 - np.exp(-x / 100)) + rng.normal(0, 0.02, n), 6)
    start, end = float(x[n // 4]), float(x[3 * n // 4])
    part = y[(x >= start) & (x <= end)]
    inside = y[(x >= start) & (x <= end)].mean()
    curves.append(
        {
            "x": x.tolist(),
            "y": y.tolist(),
            "from": start,
            "to": end,
            "change": float(part[-1] - part[0]),
            "retreat": float((np.maximum.accumulate(part) - part).max()),
            "deviation": float(np.abs(y[x >= start] - y[-1]).max()),
            "rise": float(inside - y[0]),
            "fall": float(inside - y[-1]),
            "peak": float(x[np.argmax(y)]),
        }
    )

json.dump({"pairs": pairs, "curves": curves}, sys.stdout, separators=(",", ":"))
print()
