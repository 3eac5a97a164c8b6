"""A GRU next-item model in PyTorch, timing only: a training step (forward, backward, Adam) over 256 sequences of 50 items.

Item vectors of 64 are read by torch.nn.GRU and score the item after the last: cross-entropy over 1683 items.
"""
import argparse
import json
import os
import statistics
import time

parser = argparse.ArgumentParser()
parser.add_argument("--threads", type=int, default=1)
parser.add_argument("--steps", type=int, default=30)
parser.add_argument("--batch", type=int, default=256)
parser.add_argument("--length", type=int, default=50)
parser.add_argument("--width", type=int, default=64)
parser.add_argument("--items", type=int, default=1683)
parser.add_argument("--out")
arguments = parser.parse_args()
os.environ["OMP_NUM_THREADS"] = str(arguments.threads)

import torch  # noqa: E402
import torch.nn.functional as F  # noqa: E402

torch.set_num_threads(arguments.threads)
torch.manual_seed(0)


class Model(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.items = torch.nn.Embedding(arguments.items, arguments.width)
        self.biases = torch.nn.Parameter(torch.zeros(arguments.items))
        # Time first is the layout that PyTorch's GRU computes in.
        self.layer = torch.nn.GRU(arguments.width, arguments.width)

    def forward(self, sequences):
        return self.layer(self.items(sequences))[0][-1] @ self.items.weight.T + self.biases


model = Model()
adam = torch.optim.Adam(model.parameters(), 1e-3)
seconds = []
for _ in range(arguments.steps + 3):
    sequences = torch.randint(arguments.items, (arguments.length, arguments.batch))
    following = torch.randint(arguments.items, (arguments.batch,))
    began = time.perf_counter()
    loss = F.cross_entropy(model(sequences), following)
    adam.zero_grad()
    loss.backward()
    adam.step()
    seconds.append(time.perf_counter() - began)
result = {"step_s_median": statistics.median(seconds[3:]), "torch": torch.__version__, "threads": arguments.threads}
if arguments.out:
    with open(arguments.out, "w") as file:
        json.dump(result, file)
print(result)
