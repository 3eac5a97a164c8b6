"""Reference values of clustering and preprocessing: scikit-learn's and SciPy's.

Usage: python mining.py > mining.json      (scikit-learn 1.9, SciPy 1.17)

K-means goes from given centres until no label changes (`tol=0`). In the last two cases one centre
lies so far away that it has no points and is put elsewhere.
"""
import json
import sys

import numpy as np
from scipy import stats
from scipy.spatial.distance import cdist, pdist
from sklearn.cluster import KMeans
from sklearn.metrics import davies_bouldin_score
from sklearn.preprocessing import MinMaxScaler

random = np.random.default_rng(3)


def rounded(values):
    return np.round(values, 6)


def pairwise_index(points, labels):
    """Equations 1 and 2 of the paper as printed."""
    clusters = [points[labels == label] for label in np.unique(labels)]
    spreads = [np.mean(pdist(c)) if len(c) > 1 else 0.0 for c in clusters]
    distances = cdist(*[[c.mean(axis=0) for c in clusters]] * 2)
    worst = [
        max((spreads[i] + spreads[j]) / distances[i, j] for j in range(len(clusters)) if j != i)
        for i in range(len(clusters))
    ]
    return float(np.mean(worst))


def clouds(sizes, dimensions, width):
    return rounded(np.concatenate(
        [random.normal(random.normal(0, 3, dimensions), width, (n, dimensions)) for n in sizes]))


def clustering(points, start):
    found = KMeans(
        n_clusters=len(start), init=start, n_init=1, algorithm="lloyd", tol=0, max_iter=300
    ).fit(points)
    labels = found.labels_
    return {
        "points": points.tolist(), "start": start.tolist(), "labels": labels.tolist(),
        "inertia": float(found.inertia_), "rounds": int(found.n_iter_),
        "centres": found.cluster_centers_.tolist(),
        "centroid": float(davies_bouldin_score(points, labels)),
        "pairwise": pairwise_index(points, labels),
    }


clusterings = []
for sizes, dimensions, width, k in [
    ((30, 40, 50), 2, 0.6, 3), ((60, 20, 20, 20), 5, 2.0, 6), ((200,), 3, 1.0, 8),
    ((700, 650), 2, 1.5, 2),
]:
    points = clouds(sizes, dimensions, width)
    start = points[random.choice(len(points), k, replace=False)]
    clusterings.append(clustering(points, start))
for sizes, k in [((25, 25, 25), 3), ((40, 30), 5)]:
    points = clouds(sizes, 2, 0.8)
    start = points[random.choice(len(points), k, replace=False)]
    start[1] = [500, 500]
    clusterings.append(clustering(points, start))

columns = rounded(random.normal(0, 1, (40, 4)))
columns[:, 1] = rounded(columns[:, 0] * -3 + 0.2 * columns[:, 1])
columns[:, 2] = rounded(1e6 + columns[:, 2])
n = len(columns)
sample = [[float(stats.pearsonr(columns[:, i], columns[:, j])[0]) for j in range(4)] for i in range(4)]
population = [
    [
        float(np.sum((p - p.mean()) * (q - q.mean())) / ((n - 1) * p.std() * q.std()))
        for q in columns.T
    ]
    for p in columns.T
]

train = rounded(random.normal(5, 2, (20, 3)))
train[:, 1] = 7
test = rounded(random.normal(5, 4, (10, 3)))
scaler = MinMaxScaler().fit(train)

json.dump({
    "clusterings": clusterings,
    "correlation": {"columns": columns.T.tolist(), "sample": sample, "population": population},
    "minMax": {
        "train": train.T.tolist(), "test": test.T.tolist(),
        "scaledTrain": scaler.transform(train).T.tolist(),
        "scaledTest": scaler.transform(test).T.tolist(),
    },
}, sys.stdout)
print()
