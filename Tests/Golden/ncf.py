"""GMF, MLP and NeuMF trained for a few epochs on tiny data, in double precision by PyTorch's autograd and optimizers.

    ncf.py        writes ncf.json beside it

Nothing of Reprise is used; random streams and data are those of vector_gan.py beside it. The perceptron's first layer is
one product of the concatenated vectors (He et al. 2017, equation 10), the weights of its two halves stacked. An epoch
draws, after every training pair in turn, items that its user has not, and shuffles all. Needs PyTorch and NumPy.
"""
import itertools

import numpy as np
import torch
import torch.nn.functional as F

from vector_gan import EPOCHS, ERAS, GENRES, ITEMS, PAIRS, SEED, USERS, Player, Random, glorot, write

BASE = {"negatives": 2, "batch": 5, "learningRate": 0.02, "l2": 0.0}
CASES = [
    ("gmf", {"factors": 3}), ("gmf", {"factors": 4, "l2": 0.02, "negatives": 1}),
    ("mlp", {"layers": [6, 4, 3]}), ("mlp", {"layers": [4, 5], "l2": 0.01, "batch": 64}),
    ("neumf", {"factors": 3, "layers": [6, 4], "pretrainingEpochs": 0, "pretrainedWeight": 0.5, "optimizer": "adam"}),
    ("neumf", {"factors": 2, "layers": [4, 3, 2], "pretrainingEpochs": 2, "pretrainedWeight": 0.3, "optimizer": "adam"}),
    ("neumf", {"factors": 3, "layers": [6, 4], "pretrainingEpochs": 3, "pretrainedWeight": 0.5, "optimizer": "sgd",
               "learningRate": 0.02}),
]


class Model(Player):
    def __init__(self, s, factors, layers):
        super().__init__("model")
        self.s, self.factors, self.layers = s, factors, layers
        if factors:
            self.vectors("gmf", factors)
            self.make("gmf/output", factors, 1, glorot(factors, 1))
        if layers:
            self.vectors("mlp", layers[0] // 2)
            for half in ("users", "items"):
                self.make(f"mlp/first/{half}", layers[0] // 2, layers[1], glorot(layers[0], layers[1]))
            self.make("mlp/first/bias", 1, layers[1], 0)
            for index in range(2, len(layers)):
                self.make(f"mlp/layer{index}/weight", layers[index - 1], layers[index],
                          glorot(layers[index - 1], layers[index]))
                self.make(f"mlp/layer{index}/bias", 1, layers[index], 0)
            self.make("mlp/output", layers[-1], 1, glorot(layers[-1], 1))
        self.make("bias", 1, 1, 0)

    def vectors(self, tower, width):
        """Normal with deviation 0.01, in single precision."""
        for name, rows in (("users", USERS), ("items", ITEMS)):
            random = Random(SEED, f"start/model/{tower}/{name}")
            values = [[float(random.normal() * np.float32(0.01)) for _ in range(width)] for _ in range(rows)]
            self.parameters[f"{tower}/{name}"] = torch.tensor(values, dtype=torch.float64, requires_grad=True)

    def logits(self, users, items):
        p, total = self.parameters, self.parameters["bias"].reshape(())
        if self.factors:
            total = total + ((p["gmf/users"][users] * p["gmf/items"][items]) @ p["gmf/output"]).squeeze(1)
        if self.layers:
            x = torch.cat([p["mlp/users"][users], p["mlp/items"][items]], 1)
            x = F.relu(x @ torch.cat([p["mlp/first/users"], p["mlp/first/items"]]) + p["mlp/first/bias"])
            for index in range(2, len(self.layers)):
                x = F.relu(x @ p[f"mlp/layer{index}/weight"] + p[f"mlp/layer{index}/bias"])
            total = total + (x @ p["mlp/output"]).squeeze(1)
        return total

    def train(self, epochs, method=torch.optim.Adam):
        optimizer = method(self.parameters.values(), lr=self.s["learningRate"], weight_decay=self.s["l2"])
        random, seen, losses = Random(SEED, "examples"), set(PAIRS), []
        for _ in range(epochs):
            examples = []
            for user, item in PAIRS:
                examples.append((user, item, 1.0))
                for _ in range(self.s["negatives"]):
                    other = random.below(ITEMS)
                    while (user, other) in seen:
                        other = random.below(ITEMS)
                    examples.append((user, other, 0.0))
            examples = [examples[place] for place in random.shuffled(len(examples))]
            total = 0.0
            for start in range(0, len(examples), self.s["batch"]):
                users, items, labels = (torch.tensor(part) for part in zip(*examples[start:start + self.s["batch"]]))
                loss = F.binary_cross_entropy_with_logits(self.logits(users, items), labels.double())
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
                total += loss.item() * len(users)
            losses.append([total / len(examples)])
        return losses


def run(system, settings):
    s = {**BASE, **settings}
    factors, layers = s.get("factors"), s.get("layers")
    model = Model(s, factors, layers)
    if s.get("pretrainingEpochs"):
        alpha, bias = s["pretrainedWeight"], 0.0
        for tower, weight in ((Model(s, factors, None), alpha), (Model(s, None, layers), 1 - alpha)):
            tower.train(s["pretrainingEpochs"])
            bias += weight * tower.parameters["bias"].item()
            for name, value in tower.parameters.items():
                if name != "bias":
                    scale = weight if name.endswith("/output") else 1
                    model.parameters[name] = (scale * value.detach()).clone().requires_grad_()
        model.parameters["bias"] = torch.tensor([[bias]], dtype=torch.float64, requires_grad=True)
    losses = model.train(EPOCHS, torch.optim.SGD if s.get("optimizer") == "sgd" else torch.optim.Adam)
    pairs = torch.tensor(list(itertools.product(range(USERS), range(ITEMS))))
    scores = model.logits(pairs[:, 0], pairs[:, 1]).detach().reshape(USERS, ITEMS)
    return {
        "recommender": system, "settings": s, "losses": losses, "scores": scores.tolist(),
        "parameters": {f"parameters/model/{name}": value.detach().numpy().reshape(-1).tolist()
                       for name, value in model.parameters.items()},
    }


if __name__ == "__main__":
    write(__file__, [run(*case) for case in CASES], users=USERS, items=ITEMS, pairs=PAIRS, genre=GENRES, era=ERAS,
          seed=SEED, epochs=EPOCHS)
