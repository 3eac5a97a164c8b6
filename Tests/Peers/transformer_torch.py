"""Transformers over sequences in PyTorch, timing only, forward, backward and Adam.

    transformer_torch.py bilstm    a step over 256 sequences of 50 items: LSTM, two blocks, softmax over 3,416 items
    transformer_torch.py sasrec    an epoch over 6,040 sequences as long as MovieLens-1M's, 200 items at most, 128 a step

Width 64, one head, dropout .1, causal: the next item at every place. Sequences are padded at the front; scores are
computed for places that are not padding alone.
"""
import argparse
import json
import os
import statistics
import time

parser = argparse.ArgumentParser()
parser.add_argument("kind", choices=["bilstm", "sasrec"])
parser.add_argument("--threads", type=int, default=1)
parser.add_argument("--repetitions", type=int)
parser.add_argument("--out")
arguments = parser.parse_args()
os.environ["OMP_NUM_THREADS"] = str(arguments.threads)

import torch  # noqa: E402
import torch.nn.functional as F  # noqa: E402

torch.set_num_threads(arguments.threads)
torch.manual_seed(0)
WIDTH, ITEMS, DROPOUT = 64, 3416, 0.1
# Every tenth of the lengths of MovieLens-1M's sequences.
TENTHS = [18, 27, 37, 51, 70, 96, 126, 173, 253, 400, 2277]


class Block(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.norms = torch.nn.ModuleList(torch.nn.LayerNorm(WIDTH) for _ in range(2))
        self.qkv = torch.nn.Linear(WIDTH, 3 * WIDTH)
        self.output = torch.nn.Linear(WIDTH, WIDTH)
        self.first, self.second = torch.nn.Linear(WIDTH, WIDTH), torch.nn.Linear(WIDTH, WIDTH)

    def forward(self, x, mask):
        q, k, v = self.qkv(self.norms[0](x)).chunk(3, -1)
        drop = DROPOUT if self.training else 0.0
        if mask is None:
            found = F.scaled_dot_product_attention(q, k, v, is_causal=True, dropout_p=drop)
        else:
            found = F.scaled_dot_product_attention(q, k, v, attn_mask=mask, dropout_p=drop)
        x = x + F.dropout(self.output(found), DROPOUT, self.training)
        inner = F.dropout(F.relu(self.first(self.norms[1](x))), DROPOUT, self.training)
        return x + F.dropout(self.second(inner), DROPOUT, self.training)


class Model(torch.nn.Module):
    def __init__(self, length, recurrent):
        super().__init__()
        self.items = torch.nn.Embedding(ITEMS + 1, WIDTH, padding_idx=0)
        self.places = torch.nn.Embedding(length, WIDTH)
        self.layer = torch.nn.LSTM(WIDTH, WIDTH, batch_first=True) if recurrent else None
        self.blocks = torch.nn.ModuleList(Block() for _ in range(2))
        self.norm = torch.nn.LayerNorm(WIDTH)
        self.head = torch.nn.Linear(WIDTH, WIDTH) if recurrent else None
        self.output = torch.nn.Linear(WIDTH, ITEMS) if recurrent else None

    def forward(self, x, is_padded):
        real, mask = x > 0, None
        if is_padded:
            length = x.shape[1]
            mask = torch.ones(length, length, dtype=torch.bool).tril() & real[:, None, :]
            # A padded row looks at itself, so that no softmax is empty.
            mask |= torch.eye(length, dtype=torch.bool)
        h = self.items(x) * WIDTH**0.5 + self.places.weight
        h = F.dropout(h, DROPOUT, self.training)
        if self.layer:
            h = self.layer(h)[0]
        for block in self.blocks:
            h = block(h, mask)
        h = self.norm(h)[real]
        if self.head:
            return self.output(F.relu(self.head(h)))
        return h @ self.items.weight[1:].T


def step(model, adam, x, y, is_padded):
    loss = F.cross_entropy(model(x, is_padded), y[x > 0])
    adam.zero_grad()
    loss.backward()
    adam.step()


def bilstm():
    model = Model(50, True)
    adam = torch.optim.Adam(model.parameters(), 1e-3)
    x, y = (torch.randint(1, ITEMS + 1, (256, 50)) for _ in range(2))
    y -= 1

    def run():
        step(model, adam, x, y, False)

    return run, arguments.repetitions or 12


def lengths(users):
    for user in range(users):
        place = (user + 0.5) / users * 10
        tenth = int(place)
        yield int(TENTHS[tenth] + (TENTHS[tenth + 1] - TENTHS[tenth]) * (place - tenth))


def sasrec():
    longest, users = 200, 6040
    model = Model(longest, False)
    adam = torch.optim.Adam(model.parameters(), 1e-3)
    x = torch.zeros(users, longest, dtype=torch.long)
    y = torch.zeros(users, longest, dtype=torch.long)
    for user, length in enumerate(lengths(users)):
        known = min(longest, length - 1)
        x[user, longest - known :] = torch.randint(1, ITEMS + 1, (known,))
        y[user, longest - known :] = torch.randint(0, ITEMS, (known,))

    def run():
        order = torch.randperm(users)
        for start in range(0, users, 128):
            batch = order[start : start + 128]
            step(model, adam, x[batch], y[batch], True)

    return run, arguments.repetitions or 1


run, repetitions = {"bilstm": bilstm, "sasrec": sasrec}[arguments.kind]()
seconds = []
for repetition in range(repetitions + (2 if arguments.kind == "bilstm" else 0)):
    began = time.perf_counter()
    run()
    seconds.append(time.perf_counter() - began)
result = {
    "seconds_median": statistics.median(seconds[-repetitions:]),
    "torch": torch.__version__,
    "threads": arguments.threads,
}
if arguments.out:
    with open(arguments.out, "w") as file:
        json.dump(result, file)
print(result)
