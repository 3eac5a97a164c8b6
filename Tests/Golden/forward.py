"""Scores of a trained CFGAN or UR-GAN, computed with NumPy from the weights in its checkpoint.

    forward.py CHECKPOINT TRAIN [FEATURES] [--users N] [--items N]      a line of scores for each user

TRAIN has `user item` lines, what the model learned from; FEATURES, which UR-GAN's attribute conditions need,
`attribute item value` lines, the value its number in the attribute's vocabulary, from 0. Ids count from 1. Needs
h5py and NumPy.
"""
import argparse
import json

import h5py
import numpy as np

ACTIVATIONS = {
    "linear": lambda x: x, "sigmoid": lambda x: 1 / (1 + np.exp(-x)), "tanh": np.tanh,
    "relu": lambda x: np.maximum(x, 0), "leaky-relu": lambda x: np.where(x > 0, x, 0.2 * x),
}


def encoding(weights, marks):
    """An attribute's active values as one vector: a softmax-weighted mean, or a plain sum of rows."""
    table = np.asarray(weights["values"], float)
    if "scores" not in weights:
        return marks @ table
    share = marks * np.exp(np.asarray(weights["scores"], float)[:, 0])
    return share @ table / np.maximum(share.sum(1, keepdims=True), 1e-300)


def scores(file, r, features):
    settings = json.loads(file.attrs["settings"])["settings"]
    hidden, output = (ACTIVATIONS[settings[name]] for name in ("hiddenActivation", "outputActivation"))
    is_item_based = settings.get("rows") == "items"
    rows = r.T if is_item_based else r
    weights = file["parameters/generator"]
    x = np.asarray(weights["first/bias"], float)
    if "interactions" in weights["first"]:
        x = x + rows @ np.asarray(weights["first/interactions"])
    if "attributes" in weights["first"]:
        told = [encoding(weights[name], (rows @ features[name] > 0).astype(float)) for name in settings["attributes"]]
        pairs = [told[i] * told[j] for j in range(len(told)) for i in range(j)]
        x = x + (sum(pairs) if pairs else told[0]) @ np.asarray(weights["first/attributes"])
    layers = sorted((name for name in weights if name.startswith("layer")), key=lambda name: int(name[5:]))
    for name in layers:
        x = hidden(x) @ np.asarray(weights[name]["weight"]) + np.asarray(weights[name]["bias"])
    return output(x).T if is_item_based else output(x)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("checkpoint")
    parser.add_argument("train")
    parser.add_argument("features", nargs="?")
    parser.add_argument("--users", type=int, default=0)
    parser.add_argument("--items", type=int, default=0)
    arguments = parser.parse_args()
    pairs = np.loadtxt(arguments.train, dtype=int, usecols=(0, 1), ndmin=2)
    users, items = max(arguments.users, pairs[:, 0].max()), max(arguments.items, pairs[:, 1].max())
    r = np.zeros((users, items))
    r[pairs[:, 0] - 1, pairs[:, 1] - 1] = 1
    features = {}
    with h5py.File(arguments.checkpoint) as file:
        for line in open(arguments.features) if arguments.features else ():
            name, item, value = line.split()
            if name in file["parameters/generator"]:
                count = len(file["parameters/generator"][name]["values"])
                features.setdefault(name, np.zeros((items, count)))[int(item) - 1, int(value)] = 1
        for row in scores(file, r, features):
            print(*(f"{score:.9g}" for score in row))


if __name__ == "__main__":
    main()
