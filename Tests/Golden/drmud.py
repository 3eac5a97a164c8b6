"""DRMUD trained for a few epochs on tiny data, in double precision by PyTorch's autograd and Adam.

    drmud.py        writes drmud.json beside it

Nothing of Reprise is used; random streams, starts and data are those of vector_gan.py beside it. For a pair (u, i), an
unrelated item j and the representation v' = G(c_u), with v an item's attribute indicators side by side:

    L_D = -ln D(u, v_i) - ln(1 - D(u, v')) - w ln(1 - D(u, v_j))
    L_G = -ln D(u, v')                                                                   or, saturating, ln(1 - D(u, v'))

each a mean over the batch; of every batch D takes its step first. Needs PyTorch and NumPy.
"""
import itertools

import numpy as np
import torch
import torch.nn.functional as F

from vector_gan import EPOCHS, ERAS, GENRES, ITEMS, PAIRS, SEED, USERS, Player, Random, encode, glorot, through, write

BASE = {
    "attributes": ["genre", "era"], "valueWeighting": "softmax", "attributeWidth": 3, "userVector": "attributes",
    "ranking": "cosine", "unrelatedWeight": 1.0, "batch": 4, "generatorHidden": [4, 3], "discriminatorHidden": [5, 3],
    "hiddenActivation": "sigmoid", "outputActivation": "sigmoid", "generatorLoss": "non-saturating",
    "generatorLearningRate": 0.02, "discriminatorLearningRate": 0.03, "generatorL2": 0.0, "discriminatorL2": 0.0,
}
CASES = [
    {}, {"ranking": "discriminator", "userVector": "user", "unrelatedWeight": 2.5},
    {"unrelatedWeight": 0.0, "generatorLoss": "saturating", "outputActivation": "linear", "batch": 100},
    {"attributes": ["genre"], "valueWeighting": "dense", "hiddenActivation": "tanh", "generatorL2": 0.05,
     "discriminatorL2": 0.02, "ranking": "discriminator", "batch": 1}]


def run(settings):
    s = {**BASE, **settings}
    r = np.zeros((USERS, ITEMS))
    r[tuple(zip(*PAIRS))] = 1
    features = {"genre": (GENRES, 4), "era": (ERAS, 2)}
    indicators = {name: np.array([[float(v in values) for v in range(count)] for values in features[name][0]])
                  for name in s["attributes"] for count in [features[name][1]]}
    items = torch.tensor(np.concatenate(list(indicators.values()), axis=1))
    told = {name: torch.tensor((r @ x > 0).astype(float)) for name, x in indicators.items()}
    users = told if s["userVector"] == "attributes" else {"user": torch.eye(USERS, dtype=torch.float64)}
    act = {"sigmoid": torch.sigmoid, "tanh": torch.tanh, "linear": lambda x: x}
    hidden, output = act[s["hiddenActivation"]], act[s["outputActivation"]]

    g, first, width = Player("generator"), s["generatorHidden"][0], s["attributeWidth"]
    is_soft = s["valueWeighting"] == "softmax"
    tables = {name: (g.make(f"{name}/values", x.shape[1], width, None if is_soft else glorot(x.shape[1], width)),
                     g.make(f"{name}/scores", x.shape[1], 1, 0) if is_soft else None) for name, x in told.items()}
    paired = g.make("first/attributes", width, first, glorot(width, first))
    g_bias, g_rest = g.make("first/bias", 1, first, 0.01), g.perceptron(s["generatorHidden"] + [items.shape[1]])
    d, first = Player("discriminator"), s["discriminatorHidden"][0]
    inputs = items.shape[1] + sum(x.shape[1] for x in users.values())
    d_first = {name: d.make(f"first/{name}", x.shape[1], first, glorot(inputs, first)) for name, x in users.items()}
    d_vector = d.make("first/vector", items.shape[1], first, glorot(inputs, first))
    d_bias, d_rest = d.make("first/bias", 1, first, 0.01), d.perceptron(s["discriminatorHidden"] + [1])

    def made(idx):
        e = [encode(tables[name], x[idx]) for name, x in told.items()]
        v = sum(a * b for a, b in itertools.combinations(e, 2)) if len(e) > 1 else e[0]
        return through(g_rest, hidden(v @ paired + g_bias), hidden, output)

    def judged(idx, vectors):
        x = sum(users[name][idx] @ weight for name, weight in d_first.items())
        return through(d_rest, hidden(x + vectors @ d_vector + d_bias), hidden, act["linear"])

    def adam(player, rate, l2):
        return torch.optim.Adam(player.parameters.values(), lr=rate, weight_decay=l2)
    g_adam = adam(g, s["generatorLearningRate"], s["generatorL2"])
    d_adam = adam(d, s["discriminatorLearningRate"], s["discriminatorL2"])
    batches, unrelated = Random(SEED, "batches"), Random(SEED, "unrelated")
    losses = []
    for _ in range(EPOCHS):
        values = []
        triples = []
        for pair in batches.shuffled(len(PAIRS)):
            user, item = PAIRS[pair]
            other = 0
            if s["unrelatedWeight"] > 0:
                other = unrelated.below(ITEMS)
                while r[user, other]:
                    other = unrelated.below(ITEMS)
            triples.append((user, item, other))
        for batch in torch.tensor(triples).split(min(s["batch"], len(PAIRS))):
            u, i, j = batch.T
            fake = made(u).detach()
            d_loss = -F.logsigmoid(judged(u, items[i])).mean() - F.logsigmoid(-judged(u, fake)).mean()
            d_loss = d_loss - s["unrelatedWeight"] * F.logsigmoid(-judged(u, items[j])).mean()
            d_adam.zero_grad()
            d_loss.backward()
            d_adam.step()
            logits = judged(u, made(u))
            saturating = s["generatorLoss"] == "saturating"
            g_loss = F.logsigmoid(-logits).mean() if saturating else -F.logsigmoid(logits).mean()
            g_adam.zero_grad()
            g_loss.backward()
            g_adam.step()
            values.append([d_loss.item(), g_loss.item()])
        losses.append(np.mean(values, axis=0).tolist())
    everyone = torch.arange(USERS)
    if s["ranking"] == "cosine":
        vectors = made(everyone)
        lengths = vectors.norm(dim=1, keepdim=True) * items.norm(dim=1)
        scores = torch.where(lengths > 0, vectors @ items.T / lengths, torch.zeros(()))
    else:
        scores = torch.cat([judged(torch.full((ITEMS,), user), items).T for user in range(USERS)])
    return {
        "recommender": "drmud", "settings": s, "losses": losses, "scores": scores.detach().numpy().tolist(),
        "parameters": {f"parameters/{player.name}/{name}": value.detach().numpy().reshape(-1).tolist()
                       for player in (g, d) for name, value in player.parameters.items()},
    }


if __name__ == "__main__":
    write(__file__, [run(case) for case in CASES])
