"""PD-GAN trained for a few epochs on tiny data, in double precision by PyTorch's autograd.

    pd_gan.py        writes pd_gan.json beside it

Nothing of Reprise is used; random streams and data are those of vector_gan.py beside it. Determinants are NumPy's or
PyTorch's of whole matrices, a set's probabilities ratios of determinants: no incremental factorisation. The kernel
climbs mean ln det(L_T) - mean ln det(L_T') with Adam, its rows cut to unit length after each step; the discriminator
minimises the cross-entropy of sigma(mean over the set of s(u, i)) with Adam; the generator takes one step of SGD a user
on -(1/n) sum over sets of R sum over items of ln pi, R = 2 (D - 1/2) less the mean of the user's sets. Scores are the
greedy search for the likeliest set, then relevance. Needs PyTorch and NumPy.
"""

import numpy as np
import torch
import torch.nn.functional as F

from vector_gan import EPOCHS, ERAS, GENRES, ITEMS, PAIRS, SEED, USERS, Player, Random, write

BASE = {
    "category": "genre", "kernelWidth": 4, "kernelRidge": 0.1, "kernelSteps": 5, "kernelBatch": 3,
    "kernelLearningRate": 0.05, "setSize": 2, "relevance": 0.8, "listLength": 4, "factors": 3, "samples": 3,
    "generatorLearningRate": 0.5, "discriminatorLearningRate": 0.1, "discriminatorL2": 0.0, "discriminatorBatch": 4,
    "discriminatorSteps": 1, "pretrainingEpochs": 0,
}
CASES = [{}, {"category": "era", "setSize": 3, "samples": 1, "discriminatorL2": 0.05, "discriminatorSteps": 2},
         {"relevance": 0.2, "listLength": 7, "kernelSteps": 12, "samples": 2}]


class CategorySets:
    def __init__(self, values, count, wanted):
        self.members = [[i for i, own in enumerate(values) if v in own] for v in range(count)]
        self.members = [items for items in self.members if items]
        self.size = min(wanted, len(self.members), max(map(len, self.members)))
        self.large = [k for k, items in enumerate(self.members) if len(items) >= self.size]
        self.order = list(range(len(self.members)))

    def diverse(self, random):
        chosen, place = [], 0
        while len(chosen) < self.size:
            if place < len(self.order):
                other = place + random.below(len(self.order) - place)
                self.order[place], self.order[other] = self.order[other], self.order[place]
            free = [i for i in self.members[self.order[place % len(self.order)]] if i not in chosen]
            place += 1
            if free:
                chosen.append(free[random.below(len(free))])
        return chosen

    def alike(self, random):
        items = self.members[self.large[random.below(len(self.large))]]
        for place in range(self.size):
            other = place + random.below(len(items) - place)
            items[place], items[other] = items[other], items[place]
        return items[:self.size]


def learn_kernel(s):
    values, count = {"genre": (GENRES, 4), "era": (ERAS, 2)}[s["category"]]
    player = Player("kernel")
    a = player.make("items", ITEMS, s["kernelWidth"])
    with torch.no_grad():
        a /= a.norm(dim=1, keepdim=True)
    sets, random = CategorySets(values, count, s["setSize"]), Random(SEED, "kernel")
    adam = torch.optim.Adam([a], lr=s["kernelLearningRate"])

    def volume(chosen):
        rows = a[chosen]
        return torch.logdet(rows @ rows.T + s["kernelRidge"] * torch.eye(len(chosen), dtype=torch.float64))
    for _ in range(s["kernelSteps"]):
        drawn = [(sets.diverse(random), sets.alike(random)[:]) for _ in range(s["kernelBatch"])]
        loss = -sum(volume(t) - volume(other) for t, other in drawn) / len(drawn)
        adam.zero_grad()
        loss.backward()
        adam.step()
        with torch.no_grad():
            a /= a.norm(dim=1, keepdim=True)
    return player, a.detach()


def run(settings):
    s = {**BASE, **settings}
    kernel_player, a = learn_kernel(s)
    kernel = (a @ a.T + s["kernelRidge"] * torch.eye(ITEMS, dtype=torch.float64)).numpy()
    slope = s["relevance"] / (1 - s["relevance"])
    r = np.zeros((USERS, ITEMS))
    r[tuple(zip(*PAIRS))] = 1
    seen = [[int(i) for i in np.flatnonzero(row)] for row in r]
    players = []
    for name in ("generator", "discriminator"):
        player = Player(name)
        players.append((player, player.make("users", USERS, s["factors"], 0.05),
                        player.make("items", ITEMS, s["factors"], 0.05), player.make("biases", ITEMS, 1, 0)))
    (g, *g_values), (d, *d_values) = players

    def scores(values, user):
        users, items, biases = values
        return biases[:, 0] + items @ users[user]

    def gains(taken):
        """det of L with another item over det without, 0 for those taken."""
        base = np.linalg.det(kernel[np.ix_(taken, taken)]) if taken else 1.0
        return np.array([0.0 if i in taken else np.linalg.det(kernel[np.ix_(taken + [i], taken + [i])]) / base
                         for i in range(ITEMS)])

    def draw(user, random):
        strengths = np.exp(slope * torch.sigmoid(scores(g_values, user)).detach().numpy())
        chosen = []
        while len(chosen) < s["setSize"]:
            weights = strengths * gains(chosen)
            place = (random.next() >> 11) * 2.0**-53 * weights.sum()
            chosen.append(int(np.searchsorted(np.cumsum(weights), place, side="right")))
        return chosen

    d_adam = torch.optim.Adam(d_values, lr=s["discriminatorLearningRate"], weight_decay=s["discriminatorL2"])
    g_sgd = torch.optim.SGD(g_values, lr=s["generatorLearningRate"])
    sets, batches, actions = Random(SEED, "sets"), Random(SEED, "batches"), Random(SEED, "actions")
    losses = []
    for _ in range(EPOCHS):
        judged = []
        for _ in range(s["discriminatorSteps"]):
            examples = []
            for user in range(USERS):
                if not seen[user]:
                    continue
                own = list(seen[user])
                count = min(s["setSize"], len(own))
                for place in range(count):
                    other = place + sets.below(len(own) - place)
                    own[place], own[other] = own[other], own[place]
                examples += [(user, own[:count], 1.0), (user, draw(user, sets), 0.0)]
            values = []
            order = batches.shuffled(len(examples))
            for start in range(0, len(order), s["discriminatorBatch"]):
                batch = [examples[k] for k in order[start:start + s["discriminatorBatch"]]]
                logits = torch.stack([scores(d_values, user)[chosen].mean() for user, chosen, _ in batch])
                labels = torch.tensor([label for _, _, label in batch], dtype=torch.float64)
                loss = F.binary_cross_entropy_with_logits(logits, labels)
                d_adam.zero_grad()
                loss.backward()
                d_adam.step()
                values.append(loss.item())
            judged.append(np.mean(values))
        rewards = []
        for user in range(USERS):
            if not seen[user]:
                continue
            drawn = [draw(user, actions) for _ in range(s["samples"])]
            own = [2 * torch.sigmoid(scores(d_values, user)[chosen].mean()).item() - 1 for chosen in drawn]
            base = np.mean(own) if len(own) > 1 else 0.0
            logits = slope * torch.sigmoid(scores(g_values, user))
            loss = 0
            for chosen, reward in zip(drawn, own):
                for place, item in enumerate(chosen):
                    weights = torch.tensor(gains(chosen[:place]))
                    shares = weights * torch.exp(logits)
                    loss = loss - (reward - base) * torch.log(shares[item] / shares.sum())
            g_sgd.zero_grad()
            (loss / (s["samples"] * s["setSize"])).backward()
            g_sgd.step()
            rewards.append(np.mean(own))
        losses.append([float(np.mean(judged)), -float(np.mean(rewards))])

    lists = []
    for user in range(USERS):
        quality = torch.sigmoid(scores(g_values, user)).detach().numpy()
        row, taken = quality.copy(), []
        for place in range(s["listLength"]):
            weights = np.exp(slope * quality) * gains(taken)
            weights[seen[user]] = 0
            if weights.max() <= 0:
                break
            taken.append(int(np.argmax(weights)))
            row[taken[-1]] = 1 + s["listLength"] - place
        lists.append(row.tolist())
    return {
        "recommender": "pd-gan", "settings": s, "losses": losses, "scores": lists,
        "parameters": {f"parameters/{player.name}/{name}": value.detach().numpy().reshape(-1).tolist()
                       for player in (kernel_player, g, d) for name, value in player.parameters.items()},
    }


if __name__ == "__main__":
    write(__file__, [run(case) for case in CASES])
