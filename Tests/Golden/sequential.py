"""The sequential recommenders on tiny data, in double precision by NumPy and PyTorch's autograd and Adam.

    sequential.py        writes sequential.json beside it

Nothing of Reprise is used; its random streams are written out in vector_gan.py, so parameters start from the same
numbers, batches have the same users and the same items are drawn. Sequences are run one by one, without packing.
Needs PyTorch and NumPy.
"""
import json
import math
from pathlib import Path

import numpy as np
import torch

from vector_gan import Player, Random, glorot

SEED, ITEMS, EPOCHS = 11, 7, 3
# Each user's items, the earliest first; the times ascend with the place.
SEQUENCES = [[0, 3, 4, 6], [1, 6], [2, 5, 1, 0, 3], [], [4], [5, 2, 0], [6, 4, 2, 1, 0, 3]]


def markov_chain(back_off):
    """(n_ij + k p_j) / (n_i + k) after each user's last item i; p_j is j's share of all interactions."""
    follows, popularity = np.zeros((ITEMS, ITEMS)), np.zeros(ITEMS)
    for items in SEQUENCES:
        for item in items:
            popularity[item] += 1
        for first, second in zip(items, items[1:]):
            follows[first, second] += 1
    popularity /= popularity.sum()
    rows = [(follows[s[-1]] + back_off * popularity) / (follows[s[-1]].sum() + back_off) if s else popularity
            for s in SEQUENCES]
    return {"recommender": "markov-chain", "settings": {"backOff": back_off}, "losses": [],
            "scores": [row.tolist() for row in rows]}


class Layer:
    """r = s(x W_r + b_r + h U_r), z likewise, n = tanh(x W_n + b_n + r (h U_n)), h' = (1 - z) n + z h."""

    def __init__(self, player, name, inputs, width):
        self.width = width
        self.w = player.make(f"{name}/input", inputs, 3 * width, glorot(inputs, width))
        self.u = player.make(f"{name}/recurrent", width, 3 * width, glorot(width, width))
        self.b = player.make(f"{name}/bias", 1, 3 * width, 0)

    def states(self, x):
        h, result = torch.zeros(1, self.width, dtype=torch.double), []
        for row in x:
            (ar, az, an), (cr, cz, cn) = (row @ self.w + self.b).chunk(3, 1), (h @ self.u).chunk(3, 1)
            r, z = torch.sigmoid(ar + cr), torch.sigmoid(az + cz)
            h = (1 - z) * torch.tanh(an + r * cn) + z * h
            result.append(h)
        return torch.cat(result)


def scaled(player, name, rows, columns, deviation):
    """Normal with that deviation, multiplied in single precision as the product of two floats is."""
    made = player.make(name, rows, columns)
    made.data = torch.tensor((made.data.numpy().astype(np.float32) * np.float32(deviation)).astype(float))
    return made


def bpr_max(scores, own, negatives, penalty):
    """-ln sum_j s_j sigma(x_own - x_j) + penalty sum_j s_j x_j^2, s the softmax of the negatives' scores."""
    others = [j for j in negatives if j != own]
    if not others:
        return scores.sum() * 0
    x = scores[others]
    s = torch.softmax(x, 0)
    return -torch.log((s * torch.sigmoid(scores[own] - x)).sum()) + penalty * (s * x * x).sum()


def gru_nr(settings):
    s = {"width": 3, "maxLength": 4, "loss": "softmax", "learningRate": 0.05, "l2": 0, "batch": 2, **settings}
    player = Player("gru")
    items = scaled(player, "items", ITEMS, s["width"], 0.1)
    biases = player.make("biases", ITEMS, 1, 0)
    layer = Layer(player, "layer", s["width"], s["width"])
    adam = torch.optim.Adam(player.parameters.values(), s["learningRate"], weight_decay=s["l2"])
    random = Random(SEED, "sequences")
    losses = []
    for _ in range(EPOCHS):
        users = [user for user, sequence in enumerate(SEQUENCES) if len(sequence) > 1]
        users = [users[place] for place in random.shuffled(len(users))]
        total, examples = 0.0, 0
        for start in range(0, len(users), s["batch"]):
            terms = []
            negatives = [random.below(ITEMS) for _ in range(s.get("negatives", 0))]
            for user in users[start : start + s["batch"]]:
                newest = SEQUENCES[user][-s["maxLength"] - 1 :]
                for h, target in zip(layer.states(items[newest[:-1]]), newest[1:]):
                    scores = items @ h + biases[:, 0]
                    if s["loss"] == "softmax":
                        terms.append(-torch.log_softmax(scores, 0)[target])
                    else:
                        terms.append(bpr_max(scores, target, negatives, s["scorePenalty"]))
            loss = sum(terms) / len(terms)
            adam.zero_grad()
            loss.backward()
            adam.step()
            total, examples = total + loss.item() * len(terms), examples + len(terms)
        losses.append([total / examples])
    def scores_of(sequence):
        if not sequence:
            return biases[:, 0]
        return items @ layer.states(items[sequence[-s["maxLength"] :]])[-1] + biases[:, 0]
    return {"recommender": "gru-nr", "settings": s, "losses": losses,
            "parameters": {f"parameters/gru/{name}": value.detach().ravel().tolist()
                           for name, value in player.parameters.items()},
            "scores": [scores_of(sequence).detach().tolist() for sequence in SEQUENCES]}


def leaky(x):
    return torch.nn.functional.leaky_relu(x, 0.2)


class Graph:
    """SURGE's graph of a sequence, pooled into a shorter one, with the three losses of the pooling."""

    def __init__(self, player, width, settings):
        self.s = settings
        square = lambda name, columns=width: player.make(f"graph/{name}", width, columns, glorot(width, columns))
        self.metric = [player.make(f"graph/metric{k}", 1, width) for k in range(settings["metricHeads"])]
        self.attention = {}
        for name in ("cluster", "query"):
            first = [player.make(f"graph/{name}/hidden/{part}", width, width, glorot(3 * width, width))
                     for part in ("own", "other", "product")]
            self.attention[name] = (square(f"{name}/own"), first, player.make(f"graph/{name}/hidden/bias", 1, width, 0),
                                    player.make(f"graph/{name}/score", width, 1, glorot(width, 1)))
        self.convolution, self.pooling = square("convolution"), square("pooling", settings["clusters"])

    def attend(self, name, h, context):
        own, first, bias, second = self.attention[name]
        turned = h @ own
        return leaky(torch.cat([turned, context, turned * context], 1) @ torch.cat(first) + bias) @ second

    def edges(self, h):
        n = len(h)
        cosines = []
        for w in self.metric:
            u = h * w / torch.linalg.norm(h * w, dim=1, keepdim=True)
            cosines.append(u @ u.T)
        m = sum(cosines) / len(cosines)
        rank = max(1, int(math.floor(self.s["edgeShare"] * n * n + 0.5)))
        least = torch.sort(m.detach().ravel(), descending=True).values[rank - 1]
        kept = (m.detach() >= least - 1e-12) & (m.detach() > 0) | torch.eye(n, dtype=torch.bool)
        return torch.where(kept, m, torch.zeros_like(m)), kept

    def pooled(self, h):
        n, clusters = len(h), self.s["clusters"]
        a, kept = self.edges(h)
        mean = kept.double() / kept.sum(1, keepdim=True)
        alpha = self.attend("cluster", h, mean @ h)
        beta = self.attend("query", h, h[-1:].expand(n, -1))
        e = torch.softmax(torch.where(kept, leaky(alpha + beta.T), torch.tensor(-math.inf).double()), 1)
        after = leaky(e @ h @ self.convolution + h)
        shares = torch.softmax(a @ after @ self.pooling, 1)
        places = ((torch.arange(n) + 0.5) / n)[None].double() @ shares / shares.sum(0)
        wanted = (torch.arange(clusters) + 0.5) / clusters
        losses = (torch.linalg.norm(a - shares @ shares.T), -(shares * torch.log(shares)).sum(1),
                  torch.linalg.norm(places[0] - wanted))
        return shares.T @ after, losses


def preference_graph(settings):
    """At a rate so small that the gradients are what is compared, by Adam's first moments: where all hidden units of
    a pair have one sign, the gradients of some parameters are 0, and Adam turns their rounding into steps."""
    s = {"width": 3, "hidden": 4, "maxLength": 4, "examplesPerUser": 2, "learningRate": 1e-6, "l2": 0, "batch": 4,
         **settings}
    width, hidden = s["width"], s["hidden"]
    player = Player("preferences")
    items = scaled(player, "items", ITEMS, width, 0.1)
    graph = Graph(player, width, s["graphSettings"]) if s.get("graph", True) else None
    layer = Layer(player, "recurrent", width, width)
    long, short, target = (player.make(f"hidden/{name}", width, hidden, glorot(3 * width, hidden))
                           for name in ("long", "short", "target"))
    bias, output = player.make("hidden/bias", 1, hidden, 0), player.make("output", hidden, 1, glorot(hidden, 1))
    adam = torch.optim.Adam(player.parameters.values(), s["learningRate"], weight_decay=s["l2"])
    random = Random(SEED, "sequences")

    def read(sequence):
        """The scores of all items after a sequence, and the losses of its pooling."""
        h = items[sequence[-s["maxLength"] :]]
        core, losses = graph.pooled(h) if graph else (h, None)
        last = layer.states(core[-1:])[-1]
        left = layer.states(core)[-1] @ long + last @ short
        return (leaky(left + items @ target + bias) @ output)[:, 0], losses

    losses = []
    for _ in range(EPOCHS):
        examples = [(user, 1 + random.below(len(sequence) - 1)) for user, sequence in enumerate(SEQUENCES)
                    if len(sequence) > 1 for _ in range(s["examplesPerUser"])]
        examples = [examples[place] for place in random.shuffled(len(examples))]
        total = 0.0
        for start in range(0, len(examples), s["batch"]):
            batch = examples[start : start + s["batch"]]
            reads = [(read(SEQUENCES[user][:count]), SEQUENCES[user][count]) for user, count in batch]
            loss = sum(-torch.log_softmax(scores, 0)[item] for (scores, _), item in reads) / len(batch)
            if graph:
                links, entropies, orders = zip(*(pooling for (_, pooling), _ in reads))
                g = s["graphSettings"]
                loss = loss + g["linkWeight"] * sum(links) / len(batch)
                loss = loss + g["entropyWeight"] * torch.cat(entropies).mean()
                loss = loss + g["positionWeight"] * sum(orders) / len(batch)
            adam.zero_grad()
            loss.backward()
            adam.step()
            total += loss.item() * len(batch)
        losses.append([total / len(examples)])
    scores = [read(sequence)[0].detach().tolist() if sequence else [0.0] * ITEMS for sequence in SEQUENCES]
    return {"recommender": "preference-graph", "settings": s, "losses": losses,
            "parameters": {f"parameters/preferences/{name}": value.detach().ravel().tolist()
                           for name, value in player.parameters.items()},
            "moments": {f"optimizer/preferences/{name}/first": adam.state[value]["exp_avg"].ravel().tolist()
                        for name, value in player.parameters.items()},
            "scores": scores}


def main():
    cases = [markov_chain(1.0), markov_chain(0.25)]
    cases += [gru_nr(change) for change in (
        {}, {"l2": 0.1, "batch": 5}, {"maxLength": 10, "batch": 3},
        {"loss": "bpr-max", "negatives": 4, "scorePenalty": 0.5})]
    shape = {"edgeShare": 0.5, "metricHeads": 2, "clusters": 3, "linkWeight": 0.1, "entropyWeight": 0.2,
             "positionWeight": 0.3}
    cases += [preference_graph(change) for change in (
        {"graphSettings": shape}, {"graphSettings": {**shape, "edgeShare": 0.9, "clusters": 2, "metricHeads": 1}},
        {"graph": False, "maxLength": 10, "l2": 0.01})]
    golden = {"seed": SEED, "items": ITEMS, "sequences": SEQUENCES, "cases": cases}
    Path(__file__).with_suffix(".json").write_text(json.dumps(golden) + "\n")


if __name__ == "__main__":
    main()
