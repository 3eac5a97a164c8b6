"""GMF, MLP and NeuMF (He et al., WWW 2017) in PyTorch, by the protocol of their authors, on a split that Reprise wrote.

    reprise data split ml-1m --method leave-one-out --rating-at-least 4 --output parts
    ncf_torch.py parts --items 3706 --model neumf --factors 8 --layers 64 32 16 8 --epochs 20

`train.tsv` and `test.tsv` hold user and item; every user has one item in the second. Four negatives for each pair are drawn
anew each epoch from items that the user has not in training; Adam, log loss. Each test item is ranked among 99 items that
the user has in neither part, equal scores by item id: HR@10 and NDCG@10. Vectors start normal with deviation 0.01,
layers Glorot uniform with biases 0, as ours. Needs PyTorch and NumPy.
"""
import argparse
import json
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

parser = argparse.ArgumentParser()
parser.add_argument("parts", type=Path)
parser.add_argument("--model", choices=["gmf", "mlp", "neumf"], default="neumf")
parser.add_argument("--factors", type=int, default=8)
parser.add_argument("--layers", type=int, nargs="+", default=[64, 32, 16, 8])
parser.add_argument("--items", type=int, default=0, help="items of the catalogue, those that nobody took included")
parser.add_argument("--epochs", type=int, default=20)
parser.add_argument("--batch", type=int, default=256)
parser.add_argument("--rate", type=float, default=0.001)
parser.add_argument("--negatives", type=int, default=4)
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--threads", type=int, default=1)


class Model(nn.Module):
    def __init__(self, users, items, options):
        super().__init__()
        def vectors(rows, width):
            table = nn.Embedding(rows, width)
            nn.init.normal_(table.weight, std=0.01)
            return table
        self.product = self.layers = None
        last = 0
        if options.model != "mlp":
            self.product = nn.ModuleList([vectors(users, options.factors), vectors(items, options.factors)])
            last += options.factors
        if options.model != "gmf":
            half = options.layers[0] // 2
            self.sides = nn.ModuleList([vectors(users, half), vectors(items, half)])
            self.layers = nn.ModuleList([nn.Linear(a, b) for a, b in zip(options.layers, options.layers[1:])])
            last += options.layers[-1]
        self.output = nn.Linear(last, 1)
        for layer in [*(self.layers or []), self.output]:
            nn.init.xavier_uniform_(layer.weight)
            nn.init.zeros_(layer.bias)

    def forward(self, user, item):
        parts = []
        if self.product is not None:
            parts.append(self.product[0](user) * self.product[1](item))
        if self.layers is not None:
            x = torch.cat([self.sides[0](user), self.sides[1](item)], 1)
            for layer in self.layers:
                x = F.relu(layer(x))
            parts.append(x)
        return self.output(torch.cat(parts, 1)).squeeze(1)


def read(path):
    rows = [line.split("\t")[:2] for line in path.read_text().splitlines()]
    return rows if rows[0][0].isdigit() else rows[1:]


def main():
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    random = np.random.default_rng(options.seed)
    train, test = read(options.parts / "train.tsv"), read(options.parts / "test.tsv")
    users = {name: row for row, name in enumerate(sorted({u for u, _ in train + test}, key=int))}
    items = {name: row for row, name in enumerate(sorted({i for _, i in train + test}, key=int))}
    item_count = max(len(items), options.items)
    pairs = np.array([(users[u], items[i]) for u, i in train])
    held_out = np.array([(users[u], items[i]) for u, i in test])
    seen = np.zeros((len(users), item_count), bool)
    seen[pairs[:, 0], pairs[:, 1]] = True

    known = seen.copy()
    known[held_out[:, 0], held_out[:, 1]] = True
    candidates = np.array([[item, *random.choice(np.flatnonzero(~known[user]), 99, replace=False)]
                           for user, item in held_out])

    model = Model(len(users), item_count, options)
    optimizer = torch.optim.Adam(model.parameters(), lr=options.rate)

    def evaluate():
        with torch.no_grad():
            user = torch.tensor(held_out[:, 0]).repeat_interleave(100)
            scores = model(user, torch.tensor(candidates.reshape(-1))).numpy().reshape(-1, 100)
        own = scores[:, :1]
        ahead = (scores[:, 1:] > own) | (scores[:, 1:] == own) & (candidates[:, 1:] < candidates[:, :1])
        rank = 1 + ahead.sum(1)
        return float((rank <= 10).mean()), float(np.where(rank <= 10, 1 / np.log2(rank + 1), 0).mean())

    for epoch in range(1, options.epochs + 1):
        began = time.perf_counter()
        user = np.repeat(pairs[:, 0], options.negatives + 1)
        item = np.repeat(pairs[:, 1], options.negatives + 1)
        label = np.zeros(len(user), np.float32)
        label[::options.negatives + 1] = 1
        drawn = label == 0
        while True:
            item[drawn] = random.integers(item_count, size=drawn.sum())
            drawn = (label == 0) & seen[user, item]
            if not drawn.any():
                break
        order = random.permutation(len(user))
        total = 0.0
        for start in range(0, len(order), options.batch):
            batch = order[start:start + options.batch]
            loss = F.binary_cross_entropy_with_logits(
                model(torch.from_numpy(user[batch]), torch.from_numpy(item[batch])), torch.from_numpy(label[batch]))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item() * len(batch)
        seconds = time.perf_counter() - began
        hits, gain = evaluate()
        print(json.dumps({"model": options.model, "epoch": epoch, "loss": total / len(order), "hit-rate@10": hits,
                          "ndcg@10": gain, "seconds": seconds}), flush=True)


if __name__ == "__main__":
    main()
