"""CFGAN, UR-GAN, GAN and CGAN trained for a few epochs on tiny data, in double precision by PyTorch's autograd and Adam.

    vector_gan.py        writes vector_gan.json beside it

Nothing of Reprise is used, random streams included: they are written out here from their definitions
(xoshiro256**, seeded by splitmix64 and fnv1a; Lemire's bounded numbers; Fisher-Yates from the end), so the networks
start from the same numbers, the masks mark the same entries, and the batches have the same rows. The losses are
CFGAN's (Chae et al. 2018):

    L_D = -ln D(c, r) - ln(1 - D(c, r' * (e + k)))
    L_G = -ln D(c, r' * (e + k)) + alpha * mean over rows of the sum over N_ZR of r'^2      or, saturating, ln(1 - D)

each a mean over the batch. GAN and CGAN (Goodfellow et al. 2014; Mirza & Osindero 2014) have noise before the
condition, no mask, and as scores the mean over a few fixed draws of noise. Needs PyTorch and NumPy.
"""
import itertools
import json
import math
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

WORD = 2**64 - 1
USERS, ITEMS, SEED, EPOCHS = 6, 7, 11, 3
PAIRS = [(0, 0), (0, 3), (0, 4), (1, 1), (1, 6), (2, 0), (2, 1), (2, 2), (2, 5), (4, 2), (4, 3), (5, 0), (5, 6)]
AGES, GENDERS = [[0], [1], [0], [2], [1], [0]], [[0], [1], [1], [0], [0], [1]]
GENRES, ERAS = [[0], [1, 2], [], [0, 2], [3], [1], [2]], [[0], [0], [1], [1], [0], [], [1]]
BASE = {
    "generatorHidden": [4], "discriminatorHidden": [3], "hiddenActivation": "sigmoid", "outputActivation": "linear",
    "scheme": "ZP", "zeroReconstructionPercent": 60, "partialMaskingPercent": 40, "zeroReconstructionWeight": 0.3,
    "sharedSamples": False, "detachedAdversary": False, "generatorLoss": "non-saturating",
    "generatorLearningRate": 0.02, "discriminatorLearningRate": 0.03, "generatorL2": 0.0, "discriminatorL2": 0.0,
    "generatorBatch": 4, "discriminatorBatch": 3, "generatorSteps": 2, "discriminatorSteps": 1,
}
CASES = [("cfgan", {"rows": "users", **change}) for change in (
    {"scheme": "ZP"}, {"scheme": "ZR"}, {"scheme": "PM"}, {"scheme": "none"}, {"generatorLoss": "saturating"},
    {"detachedAdversary": True}, {"sharedSamples": True, "zeroReconstructionPercent": 40},
    {"generatorL2": 0.05, "discriminatorL2": 0.02}, {"zeroReconstructionPercent": 100, "partialMaskingPercent": 0},
    {"generatorHidden": [5, 3, 4], "discriminatorHidden": [4, 3], "outputActivation": "sigmoid"},
    {"hiddenActivation": "tanh", "discriminatorSteps": 3, "generatorSteps": 1})]
CASES += [("cfgan", {"rows": "items"})]
CASES += [("ur-gan", {"attributeWidth": 3, **change}) for change in (
    {"condition": "attributes", "attributes": ["genre", "era"], "valueWeighting": "softmax"},
    {"condition": "attributes", "attributes": ["era", "genre"], "valueWeighting": "dense", "scheme": "PM"},
    {"condition": "attributes", "attributes": ["genre"], "valueWeighting": "softmax", "outputActivation": "sigmoid"},
    {"condition": "both", "attributes": ["genre", "era"], "valueWeighting": "softmax", "generatorHidden": [4, 3]})]
CASES += [("cfgan", {"rows": "users", "scheme": "whole"}),
          ("cfgan", {"rows": "items", "sharedSamples": True, "partialMaskingPercent": 60, "detachedAdversary": True}),
          ("ur-gan", {"attributeWidth": 3, "condition": "attributes", "attributes": ["genre", "era"],
                      "valueWeighting": "softmax", "scheme": "ZR", "detachedAdversary": True})]
NEGATIVES = ("scheme", "zeroReconstructionPercent", "partialMaskingPercent", "zeroReconstructionWeight",
             "sharedSamples", "detachedAdversary")
CASES += [("gan", {"noiseSize": 3, "noiseDraws": 4, **change}) for change in (
    {}, {"generatorLoss": "saturating", "outputActivation": "sigmoid", "discriminatorSteps": 2, "generatorL2": 0.01})]
CASES += [("cgan", {"noiseSize": 2, "noiseDraws": 3, **change}) for change in (
    {"condition": "interactions"}, {"condition": "user", "generatorHidden": [4, 3], "outputActivation": "sigmoid"},
    {"condition": "user", "generatorLoss": "saturating", "hiddenActivation": "tanh"})]
# What public ports of CFGAN do otherwise.
PORT = {"rows": "users", "reconstruction": "observed-and-zeros"}
CASES += [("cfgan", {**PORT, **change}) for change in (
    {}, {"detachedAdversary": True, "zeroReconstructionCount": 2, "partialMaskingCount": 3, "hiddenActivation": "relu",
         "outputActivation": "sigmoid", "stepUnit": "batch", "batchOrder": "neighbouring", "generatorSteps": 5,
         "generatorBatch": 2, "discriminatorBatch": 2, "start": "pytorch", "userFeatures": ["age", "gender"]},
    {"scheme": "ZR", "stepUnit": "batch", "zeroReconstructionCount": 9}, {"batchOrder": "neighbouring", "start": "pytorch"})]
CASES += [("ur-gan", {"attributeWidth": 3, "condition": "attributes", "attributes": ["genre", "era"],
                      "valueWeighting": "softmax", "userFeatures": ["gender"], "reconstruction": "observed-and-zeros"})]


class Random:
    def __init__(self, seed, stream):
        name = 0xCBF29CE484222325
        for byte in stream.encode():
            name = (name ^ byte) * 0x100000001B3 & WORD
        state = self.splitmix(seed)[1] ^ name
        self.words = []
        for _ in range(4):
            state, word = self.splitmix(state)
            self.words.append(word)

    @staticmethod
    def splitmix(state):
        state = z = (state + 0x9E3779B97F4A7C15) & WORD
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & WORD
        z = (z ^ z >> 27) * 0x94D049BB133111EB & WORD
        return state, z ^ z >> 31

    def next(self):
        def turn(word, bits):
            return (word << bits | word >> 64 - bits) & WORD
        a, b, c, d = self.words
        result = turn(b * 5 & WORD, 7) * 9 & WORD
        c, d = c ^ a, d ^ b
        self.words = [a ^ d, b ^ c, c ^ (b << 17 & WORD), turn(d, 45)]
        return result

    def below(self, n):
        product = self.next() * n
        while product & WORD < 2**64 % n:
            product = self.next() * n
        return product >> 64

    def uniform(self):
        return np.float32(self.next() >> 40) * np.float32(2**-24)

    def normal(self):
        def fraction():
            return (self.next() >> 11) * 2.0**-53
        radius = math.sqrt(-2 * math.log(1 - fraction()))
        return np.float32(radius * math.cos(2 * math.pi * fraction()))

    def shuffled(self, n):
        order = list(range(n))
        for last in range(n - 1, 0, -1):
            other = self.below(last + 1)
            order[last], order[other] = order[other], order[last]
        return order

    def samples(self, rows, drawn, percent, count=None):
        """Of each drawn row's unobserved columns the floor of the share, or a count; the smaller of it and the rest is drawn."""
        marks = np.zeros(rows.shape)
        for row in drawn.tolist():
            columns = [column for column in range(len(rows[row])) if not rows[row][column]]
            wanted = int(percent / 100 * len(columns)) if count is None else min(count, len(columns))
            draws_marked = 2 * wanted <= len(columns)
            marks[row, columns] = 0 if draws_marked else 1
            for place in range(wanted if draws_marked else len(columns) - wanted):
                other = place + self.below(len(columns) - place)
                columns[place], columns[other] = columns[other], columns[place]
                marks[row, columns[place]] = 1 if draws_marked else 0
        return torch.tensor(marks)


class Player:
    def __init__(self, name, start="glorot"):
        self.name, self.parameters = name, {}
        self.law = glorot if start == "glorot" else lambda inputs, outputs: 1 / math.sqrt(inputs)
        self.bias_law = (lambda inputs: 0.01) if start == "glorot" else lambda inputs: 1 / math.sqrt(inputs)

    def make(self, name, rows, columns, limit=None):
        """Uniform on +-limit; limit None: standard normal; 0: zeros."""
        random = Random(SEED, f"start/{self.name}/{name}")
        def value():
            return random.normal() if limit is None else (2 * random.uniform() - 1) * np.float32(limit)
        values = np.zeros((rows, columns)) if limit == 0 else np.array(
            [[value() for _ in range(columns)] for _ in range(rows)], dtype=np.float64)
        self.parameters[name] = torch.tensor(values, requires_grad=True)
        return self.parameters[name]

    def perceptron(self, sizes):
        return [(self.make(f"layer{k}/weight", a, b, self.law(a, b)), self.make(f"layer{k}/bias", 1, b, self.bias_law(a)))
                for k, (a, b) in enumerate(itertools.pairwise(sizes))]


def glorot(inputs, outputs):
    return math.sqrt(6 / (inputs + outputs))


def through(layers, x, hidden, last):
    for k, (weight, bias) in enumerate(layers):
        x = (last if k == len(layers) - 1 else hidden)(x @ weight + bias)
    return x


def encode(attribute, x):
    table, scores = attribute
    if scores is None:
        return x @ table
    weights = x * torch.exp(scores.T)
    return weights @ table / weights.sum(1, keepdim=True).clamp_min(1e-300)


def run(system, settings):
    s = {**BASE, **settings}
    noise_size = s.get("noiseSize", 0)
    if noise_size:
        s = {name: value for name, value in s.items() if name not in NEGATIVES}
    scheme = s.get("scheme", "whole")
    r = np.zeros((USERS, ITEMS))
    r[tuple(zip(*PAIRS))] = 1
    rows = r.T if s.get("rows") == "items" else r
    features = {"genre": (GENRES, 4), "era": (ERAS, 2)}
    told = {}
    if system == "ur-gan" and s["condition"] != "interactions":
        for name in s["attributes"]:
            values, count = features[name]
            told[name] = np.array([[float(any(v in values[i] for i in np.flatnonzero(row))) for v in range(count)]
                                   for row in rows])
    attributes = list(told) if system == "ur-gan" else []
    if s.get("condition") == "user":
        told["user"] = np.eye(len(rows))
    elif s.get("condition") != "attributes" and system != "gan":
        told["interactions"] = rows
    if s.get("userFeatures"):
        blocks = [np.eye(count)[[v[0] for v in values]] for name, (values, count)
                  in {"age": (AGES, 3), "gender": (GENDERS, 2)}.items() if name in s["userFeatures"]]
        told["features"] = np.concatenate(blocks, axis=1)
    straight_names = [name for name in ("interactions", "user", "features") if name in told]
    c = {name: torch.tensor(values) for name, values in told.items()}
    real, columns = torch.tensor(rows), rows.shape[1]
    act = {"relu": torch.relu, "sigmoid": torch.sigmoid, "tanh": torch.tanh, "linear": lambda x: x}
    hidden, output = act[s["hiddenActivation"]], act[s["outputActivation"]]

    start = s.get("start", "glorot")
    g, first, width = Player("generator", start), s["generatorHidden"][0], s.get("attributeWidth", 0)
    told_columns = sum(c[name].shape[1] for name in straight_names)
    inputs = told_columns + (width if attributes else 0) + noise_size
    straight = {name: g.make(f"first/{name}", c[name].shape[1], first, g.law(inputs, first)) for name in straight_names}
    is_soft = s.get("valueWeighting") == "softmax"
    tables = {}
    for name in attributes:
        values = c[name].shape[1]
        tables[name] = (g.make(f"{name}/values", values, width, None if is_soft else glorot(values, width)),
                        g.make(f"{name}/scores", values, 1, 0) if is_soft else None)
    paired = g.make("first/attributes", width, first, g.law(inputs, first)) if attributes else None
    noise_weight = g.make("first/noise", noise_size, first, g.law(inputs, first)) if noise_size else None
    g_bias = g.make("first/bias", 1, first, g.bias_law(inputs))
    g_rest = g.perceptron(s["generatorHidden"] + [columns])

    d, first = Player("discriminator", start), s["discriminatorHidden"][0]
    inputs = columns + sum(x.shape[1] for x in c.values())
    d_first = {name: d.make(f"first/{name}", x.shape[1], first, d.law(inputs, first)) for name, x in c.items()}
    d_vector = d.make("first/vector", columns, first, d.law(inputs, first))
    d_bias = d.make("first/bias", 1, first, d.bias_law(inputs))
    d_rest = d.perceptron(s["discriminatorHidden"] + [1])

    def made(idx, z=None):
        x = g_bias.expand(len(idx), -1)
        for name, weight in straight.items():
            x = x + c[name][idx] @ weight
        if noise_size:
            x = x + (drawn(noise, len(idx)) if z is None else z) @ noise_weight
        if attributes:
            e = [encode(tables[name], c[name][idx]) for name in attributes]
            x = x + (sum(a * b for a, b in itertools.combinations(e, 2)) if len(e) > 1 else e[0]) @ paired
        return through(g_rest, hidden(x), hidden, output)

    def judged(vector, idx):
        x = sum((c[name][idx] @ weight for name, weight in d_first.items()), torch.zeros(1))
        return through(d_rest, hidden(x + vector @ d_vector + d_bias), hidden, act["linear"])

    def adam(player, rate, l2):
        return torch.optim.Adam(player.parameters.values(), lr=rate, weight_decay=l2)
    g_adam = adam(g, s["generatorLearningRate"], s["generatorL2"])
    d_adam = adam(d, s["discriminatorLearningRate"], s["discriminatorL2"])
    masks, batches, noise = Random(SEED, "masks"), Random(SEED, "batches"), Random(SEED, "noise")

    def drawn(random, count):
        values = [float(random.normal()) for _ in range(count * noise_size)]
        return torch.tensor(values, dtype=torch.float64).reshape(count, noise_size)

    # Users without items are not trained on; items without users are, in the released code of iCFGAN.
    trained = torch.tensor([row for row in range(len(rows)) if s.get("rows") == "items" or rows[row].any()])
    shown = zeroed = torch.zeros_like(real)
    losses = []
    for _ in range(EPOCHS):
        if scheme in ("PM", "ZP"):
            shown = masks.samples(rows, trained, s["partialMaskingPercent"], s.get("partialMaskingCount"))
        if scheme in ("ZR", "ZP"):
            zeroed = shown if s["sharedSamples"] else masks.samples(
                rows, trained, s["zeroReconstructionPercent"], s.get("zeroReconstructionCount"))
        visible = torch.ones_like(real) if scheme == "whole" else real + shown

        def passes(count, batch, optimizer, loss):
            values = []
            size = min(batch, len(rows))
            for _ in range(count):
                if s.get("batchOrder") != "neighbouring":
                    order = trained[batches.shuffled(len(trained))]
                    order = order[:size] if s.get("stepUnit") == "batch" else order
                elif s.get("stepUnit") == "batch":
                    size = min(size, len(trained))
                    place = batches.below(len(trained) - size + 1)
                    order = trained[place:place + size]
                else:
                    order = trained.roll(-batches.below(len(trained)))
                for idx in order.split(size):
                    value = loss(idx)
                    optimizer.zero_grad()
                    value.backward()
                    optimizer.step()
                    values.append(value.item())
            return sum(values) / len(values)

        def d_loss(idx):
            fake = (made(idx) * visible[idx]).detach()
            return -F.logsigmoid(judged(real[idx], idx)).mean() - F.logsigmoid(-judged(fake, idx)).mean()

        def g_loss(idx):
            vector, loss = made(idx), 0
            if not s.get("detachedAdversary"):
                logits = judged(vector * visible[idx], idx)
                loss = -F.logsigmoid(logits).mean()
                if s["generatorLoss"] == "saturating":
                    loss = F.logsigmoid(-logits).mean()
            if scheme in ("ZR", "ZP"):
                pulled, target = zeroed[idx], torch.zeros_like(vector)
                if s.get("reconstruction") == "observed-and-zeros":
                    pulled, target = ((pulled + real[idx] + shown[idx]) > 0).double(), real[idx]
                loss = loss + s["zeroReconstructionWeight"] * ((vector - target)**2 * pulled).sum(1).mean()
            return loss

        losses.append([passes(s["discriminatorSteps"], s["discriminatorBatch"], d_adam, d_loss),
                       passes(s["generatorSteps"], s["generatorBatch"], g_adam, g_loss)])
    everyone = torch.arange(len(rows))
    if noise_size:
        fixed = drawn(Random(SEED, "scoring noise"), s["noiseDraws"])
        scores = sum(made(everyone, z.expand(len(rows), -1)) for z in fixed) / len(fixed)
    else:
        scores = made(everyone)
    scores = scores.detach().numpy()
    scores = scores.T if s.get("rows") == "items" else scores
    return {
        "recommender": system, "settings": s, "losses": losses, "scores": scores.tolist(),
        "parameters": {f"parameters/{player.name}/{name}": value.detach().numpy().reshape(-1).tolist()
                       for player in (g, d) for name, value in player.parameters.items()},
    }


def rounded(value):
    if isinstance(value, float):
        return float(f"{value:.9g}")
    if isinstance(value, list):
        return [rounded(element) for element in value]
    return {key: rounded(member) for key, member in value.items()} if isinstance(value, dict) else value


def write(program, cases, **head):
    """The head and the cases, a line each, beside the program; the tiny data unless the head says otherwise."""
    head = head or {"users": USERS, "items": ITEMS, "pairs": PAIRS, "genre": GENRES, "era": ERAS, "seed": SEED}
    lines = ",\n".join(json.dumps(rounded(case)) for case in cases)
    Path(program).with_suffix(".json").write_text(json.dumps(head)[:-1] + ', "cases": [\n' + lines + "\n]}\n")


if __name__ == "__main__":
    write(__file__, [run(*case) for case in CASES], users=USERS, items=ITEMS, pairs=PAIRS, genre=GENRES, era=ERAS,
          age=AGES, gender=GENDERS, seed=SEED, epochs=EPOCHS)
