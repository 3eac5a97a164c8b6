"""States and gradients of gated recurrent units over sequences of several lengths, in double precision by NumPy.

    gru.py        writes gru.json beside it

Every sequence is run alone, from a state of 0:

    r = s(x W_r + b_r + h U_r), z = s(x W_z + b_z + h U_z), n = tanh(x W_n + b_n + r (h U_n)), h' = (1 - z) n + z h

The gradients are those of the sum of squares of all states, by central differences. Rows of x and of the states are
packed: the first row of every sequence, the longest first, then the second of those that have one, and so on.
"""
import json
from pathlib import Path

import numpy as np

LENGTHS, INPUTS, WIDTH = [4, 2, 2, 1], 3, 2


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def packed_rows():
    """The (sequence, step) of each row."""
    return [(s, t) for t in range(LENGTHS[0]) for s, length in enumerate(LENGTHS) if t < length]


def states(x, w, u, b):
    rows, result = packed_rows(), np.zeros((sum(LENGTHS), WIDTH))
    for s, length in enumerate(LENGTHS):
        h = np.zeros(WIDTH)
        for t in range(length):
            row = rows.index((s, t))
            (ar, az, an), (cr, cz, cn) = np.split(x[row] @ w + b, 3), np.split(h @ u, 3)
            r, z = sigmoid(ar + cr), sigmoid(az + cz)
            h = (1 - z) * np.tanh(an + r * cn) + z * h
            result[row] = h
    return result


def gradient(values, name):
    """d(sum of squares of all states)/d(values[name])."""
    result, value = np.zeros_like(values[name]), values[name]
    for place in np.ndindex(value.shape):
        sides = []
        for step in (1e-6, -1e-6):
            value[place] += step
            sides.append(np.square(states(**values)).sum())
            value[place] -= step
        result[place] = (sides[0] - sides[1]) / 2e-6
    return result


def main():
    random = np.random.default_rng(7)
    # Rounded to float32, so that both sides start from the same numbers.
    draw = lambda *shape: random.uniform(-1, 1, shape).astype(np.float32).astype(float)
    values = {
        "x": draw(sum(LENGTHS), INPUTS), "w": draw(INPUTS, 3 * WIDTH), "u": draw(WIDTH, 3 * WIDTH), "b": draw(3 * WIDTH)
    }
    names = {"x": "x", "w": "input", "u": "recurrent", "b": "bias"}
    golden = {"lengths": LENGTHS, "states": states(**values).ravel().tolist()}
    for short, name in names.items():
        golden[name] = values[short].ravel().tolist()
        golden[f"{name}Gradient"] = [round(g, 9) for g in gradient(values, short).ravel().tolist()]
    path = Path(__file__).with_suffix(".json")
    path.write_text(json.dumps(golden) + "\n")


if __name__ == "__main__":
    main()
