"""Reference values of the significance tests: SciPy's, and NumPy's where SciPy draws other numbers.

Usage: python significance.py > significance.json      (SciPy 1.17, mpmath 1.4)

Measurements have six decimals. SciPy gets their differences rounded to nine, so that equal ones are
equal numbers: it would rank 0.6 - 0.4 and 0.4 - 0.2 apart.
"""
import json
import sys

import mpmath
import numpy as np
from scipy import stats

mpmath.mp.dps = 40
WORD = (1 << 64) - 1


class Random:
    """xoshiro256** as Sources/Basics/Random.swift starts it, from the papers' definitions."""

    def __init__(self, seed, stream):
        def splitmix(state):
            state = (state + 0x9E3779B97F4A7C15) & WORD
            z = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & WORD
            z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & WORD
            return state, z ^ (z >> 31)

        name = 0xCBF29CE484222325
        for byte in stream.encode():
            name = ((name ^ byte) * 0x100000001B3) & WORD
        state = splitmix(seed)[1] ^ name
        self.s = []
        for _ in range(4):
            state, word = splitmix(state)
            self.s.append(word)

    def next(self):
        def rotate(word, bits):
            return ((word << bits) | (word >> (64 - bits))) & WORD

        s = self.s
        result = (rotate((s[1] * 5) & WORD, 7) * 9) & WORD
        shifted = (s[1] << 17) & WORD
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= shifted
        s[3] = rotate(s[3], 45)
        return result

    def below(self, n):
        product = self.next() * n
        if product & WORD < n:
            threshold = (1 << 64) % n
            while product & WORD < threshold:
                product = self.next() * n
        return product >> 64


def tail(t, df):
    """P(|T| >= t), to forty digits."""
    t, df = mpmath.mpf(t), mpmath.mpf(df)
    return float(mpmath.betainc(df / 2, 0.5, 0, df / (df + t * t), regularized=True))


def monte_carlo(d, resamples):
    random = Random(7, "exchanges")
    reaching = 0
    for _ in range(resamples):
        total, bits = 0.0, 0
        for place, value in enumerate(d):
            if place % 64 == 0:
                bits = random.next()
            total += value if bits & 1 == 0 else -value
            bits >>= 1
        reaching += abs(total) >= abs(d.sum()) - 1e-9
    return (reaching + 1) / (resamples + 1)


def bootstrap(d, resamples):
    random = Random(7, "bootstrap")
    means = [np.mean([d[random.below(len(d))] for _ in d]) for _ in range(resamples)]
    return np.quantile(means, [0.05, 0.95]).tolist()


def wilcoxon(d, **options):
    return float(stats.wilcoxon(d, zero_method="wilcox", **options).pvalue)


def sample(name, a, b):
    a, b = np.round(a, 6), np.round(b, 6)
    d = np.round(a - b, 9)
    t = stats.ttest_rel(a, b)
    intervals = [t.confidence_interval(c) for c in (0.95, 0.99)]
    sizes = np.abs(d[d != 0])
    plain = len(np.unique(sizes)) == len(d)
    ranks = stats.rankdata(sizes)
    plus, minus = ranks[d[d != 0] > 0].sum(), ranks[d[d != 0] < 0].sum()
    values = {
        "name": name,
        "a": a.tolist(),
        "b": b.tolist(),
        "t": {"statistic": t.statistic, "df": int(t.df), "p": t.pvalue},
        "intervals": [[float(i.low), float(i.high)] for i in intervals],
        "wilcoxon": {
            "statistic": float(stats.wilcoxon(d).statistic),
            "automatic": wilcoxon(d, method="auto", correction=False),
            "normal": wilcoxon(d, method="asymptotic", correction=False),
            "corrected": wilcoxon(d, method="asymptotic", correction=True),
        },
        "cohen": float(d.mean() / d.std(ddof=1)),
        "rankBiserial": float((plus - minus) / (plus + minus)),
    }
    if plain and len(d) <= 60:
        values["wilcoxon"]["exact"] = wilcoxon(d, method="exact")
    if len(d) <= 13:
        values["exchanges"] = float(
            stats.permutation_test(
                (d,), np.mean, permutation_type="samples", n_resamples=np.inf
            ).pvalue
        )
    else:
        values["drawnExchanges"] = monte_carlo(d, 199)
    values["bootstrap"] = bootstrap(d, 101)
    return values


rng = np.random.default_rng(20260730)
samples = []
for n in (2, 3, 5, 8, 13, 14, 30, 50, 51, 200):
    b = rng.normal(0.3, 0.1, n)
    samples.append(sample(f"{n} normal", b + rng.normal(0.02, 0.05, n), b))
for n in (4, 12, 13, 14, 40, 120):
    # Precision at 5: many pairs alike, many differences of one size.
    a, b = rng.integers(0, 6, (2, n)) / 5
    a[0], b[0] = 1.0, 0.4
    samples.append(sample(f"{n} fifths", a, b))
for n in (9, 64):
    b = rng.standard_cauchy(n)
    samples.append(sample(f"{n} far out", b, rng.standard_cauchy(n)))
b = rng.beta(2, 5, 943)
samples.append(sample("943 far from chance", b + rng.normal(0.03, 0.05, 943), b))

tails = [
    [df, t, tail(t, df)]
    for df in (1, 2, 3, 4, 7, 15, 30, 31, 32, 33, 64, 100, 942, 6039, 100000)
    for t in (1e-8, 0.01, 0.5, 1.0, 1.7, 1.75, 2.0, 3.5, 6.0, 12.0, 37.0)
]
quantiles = [
    [df, level, float(stats.t.ppf(1 - level / 2, df))]
    for df in (1, 2, 3, 4, 9, 31, 942, 6039)
    for level in (0.5, 0.1, 0.05, 0.01, 0.001)
]

families = []
for p in (
    [0.01, 0.04, 0.03, 0.005],
    [0.2],
    [0.9, 0.8, 0.95],
    [0.02, 0.02, 0.02, 0.5, 0.02],
    np.round(rng.random(20) ** 4, 6).tolist(),
):
    m, sorted_p = len(p), sorted(p)
    families.append(
        {
            "none": p,
            "bonferroni": [min(1, m * x) for x in p],
            # The largest (m - j + 1) p(j) of the j-th smallest up to x.
            "holm": [
                min(1, max((m - j) * y for j, y in enumerate(sorted_p) if y <= x)) for x in p
            ],
            "benjamini-hochberg": stats.false_discovery_control(p, method="bh").tolist(),
        }
    )

json.dump(
    {"samples": samples, "tails": tails, "quantiles": quantiles, "families": families},
    sys.stdout,
    separators=(",", ":"),
)
print()
