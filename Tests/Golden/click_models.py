"""Models of clicks trained for a few epochs on tiny data, in double precision by PyTorch's autograd and Adam.

    click_models.py        writes click_models.json beside it

Nothing of Reprise is used; random streams are those of vector_gan.py beside it. Records have the fields user, item,
genres (a set, averaged) and price (standardised by training records; None is missing). Every field has a row for what
was not learned from. An epoch shuffles the training records; dropout takes 16 bits of each random word, low ones
first, and keeps what is not below the probability times 65536. Needs PyTorch and NumPy.
"""

import numpy as np
import torch
import torch.nn.functional as F

from vector_gan import EPOCHS, SEED, Player, Random, glorot, write

USERS = [0, 0, 1, 1, 2, 2, 0, 2, 1, 3, 0]
ITEMS = [0, 1, 0, 2, 1, 2, 2, 0, 1, 3, 0]
GENRES = [[0, 1], [1], [0, 2], [3]]
PRICES = [1.0, 2.5, None, 4.0, 2.0, 0.5, 3.0, 2.0, None, 1.5, 7.0]
LABELS = [1, 0, 1, 0, 0, 1, 1, 0, 1, 1, 0]
TRAINING = [0, 1, 2, 3, 4, 5, 6, 8]
BASE = {"batch": 3, "learningRate": 0.02, "l2": 0.0}
CASES = [
    ("lr", {}), ("lr", {"l2": 0.05, "batch": 64}), ("fm", {"embedding": 3}), ("fm", {"embedding": 4, "l2": 0.01, "batch": 64}),
    ("lfm", {"embedding": 3}), ("dnn", {"embedding": 2, "hidden": [4], "dropProbability": 0.0}),
    ("wide-and-deep", {"embedding": 3, "hidden": [4, 3], "dropProbability": 0.0}),
    ("deep-fm", {"embedding": 3, "hidden": [4, 3], "dropProbability": 0.0}),
    ("deep-fm", {"embedding": 2, "hidden": [5, 4], "dropProbability": 0.3, "l2": 0.001}),
]


def design():
    """For each field a matrix [records, values] whose product with the embeddings is the field's vector."""
    seen = [USERS, ITEMS]
    fields = []
    for values in seen:
        known = sorted({values[r] for r in TRAINING})
        rows = np.zeros((len(values), len(known) + 1))
        for record, value in enumerate(values):
            rows[record, 1 + known.index(value) if value in known else 0] = 1
        fields.append(rows)
    known = sorted({g for r in TRAINING for g in GENRES[ITEMS[r]]})
    rows = np.zeros((len(ITEMS), len(known) + 1))
    for record, item in enumerate(ITEMS):
        own = [1 + known.index(g) for g in GENRES[item] if g in known] or [0]
        rows[record, own] = 1 / len(own)
    fields.append(rows)
    prices = np.array([PRICES[r] for r in TRAINING if PRICES[r] is not None])
    rows = np.zeros((len(PRICES), 2))
    for record, price in enumerate(PRICES):
        rows[record] = [1, 0] if price is None else [0, (price - prices.mean()) / prices.std()]
    fields.append(rows)
    return fields


class Model(Player):
    def __init__(self, system, s):
        super().__init__("model")
        self.s, self.masks = s, Random(SEED, "dropout")
        fields = design()[:2] if system == "lfm" else design()
        width, start, self.fields = sum(f.shape[1] for f in fields), 0, []
        for matrix in fields:
            whole = np.zeros((len(LABELS), width))
            whole[:, start:start + matrix.shape[1]] = matrix
            self.fields.append(torch.tensor(whole))
            start += matrix.shape[1]
        self.linear, self.products = system != "dnn", system in ("fm", "lfm", "deep-fm")
        if self.linear:
            self.make("linear/weights", width, 1, 0)
            self.make("linear/bias", 1, 1, 0)
        if "embedding" in s:
            random = Random(SEED, "start/model/embeddings")
            values = [[float(random.normal() * np.float32(0.01)) for _ in range(s["embedding"])] for _ in range(width)]
            self.parameters["embeddings"] = torch.tensor(values, dtype=torch.float64, requires_grad=True)
        if "hidden" in s:
            sizes = [len(self.fields) * s["embedding"]] + s["hidden"]
            for k, (a, b) in enumerate(zip(sizes, sizes[1:])):
                self.make(f"perceptron/layer{k}/weight", a, b, glorot(a, b))
                self.make(f"perceptron/layer{k}/bias", 1, b, 0)
            self.make("perceptron/output/weight", sizes[-1], 1, glorot(sizes[-1], 1))
            self.make("perceptron/output/bias", 1, 1, 0)

    def mask(self, rows, columns):
        threshold, kept, bits, left, mask = round(self.s["dropProbability"] * 65536), [], 0, 0, []
        for _ in range(rows * columns):
            if left == 0:
                bits, left = self.masks.next(), 4
            mask.append(0 if bits & 0xFFFF < threshold else 1 / (1 - self.s["dropProbability"]))
            bits, left = bits >> 16, left - 1
        return torch.tensor(mask, dtype=torch.float64).reshape(rows, columns)

    def logits(self, records, training=False):
        p, total = self.parameters, torch.zeros(len(records), dtype=torch.float64)
        if self.linear:
            total = total + p["linear/bias"].squeeze() + sum((f[records] @ p["linear/weights"]).squeeze(1)
                                                            for f in self.fields)
        if "embedding" in self.s:
            vectors = [f[records] @ p["embeddings"] for f in self.fields]
        if self.products:
            total = total + sum((a * b).sum(1) for i, a in enumerate(vectors) for b in vectors[:i])
        if "hidden" in self.s:
            x = torch.cat(vectors, 1)
            masks = [self.mask(len(records), n) for n in self.s["hidden"]] if training and self.s["dropProbability"] else []
            for k in range(len(self.s["hidden"])):
                x = F.relu(x @ p[f"perceptron/layer{k}/weight"] + p[f"perceptron/layer{k}/bias"])
                x = x * masks[k] if masks else x
            total = total + (x @ p["perceptron/output/weight"] + p["perceptron/output/bias"]).squeeze(1)
        return total

    def train(self):
        optimizer = torch.optim.Adam(self.parameters.values(), lr=self.s["learningRate"], weight_decay=self.s["l2"])
        random, losses, labels = Random(SEED, "batches"), [], torch.tensor(LABELS).double()
        for _ in range(EPOCHS):
            order, total = [TRAINING[place] for place in random.shuffled(len(TRAINING))], 0.0
            for start in range(0, len(order), self.s["batch"]):
                records = order[start:start + self.s["batch"]]
                loss = F.binary_cross_entropy_with_logits(self.logits(records, True), labels[records])
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
                total += loss.item() * len(records)
            losses.append([total / len(order)])
        return losses


def run(system, settings):
    s = {**BASE, **settings}
    model = Model(system, s)
    losses = model.train()
    return {
        "recommender": system, "settings": s, "losses": losses,
        "logits": model.logits(list(range(len(LABELS)))).detach().tolist(),
        "parameters": {f"parameters/model/{name}": value.detach().numpy().reshape(-1).tolist()
                       for name, value in model.parameters.items()},
    }


if __name__ == "__main__":
    write(__file__, [run(*case) for case in CASES], seed=SEED, users=USERS, items=ITEMS, genres=GENRES, prices=PRICES,
          labels=LABELS, training=TRAINING)
