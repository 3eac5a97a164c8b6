"""Outputs and gradients of PyTorch's LSTM and of Transformer blocks, for sequences of several lengths.

    transformer.py        writes transformer.json beside it (torch 2.13)

Every sequence is run alone, so nothing is padded or masked but by causality. Weights are those of `x W + b` (ours are the
transposes of torch's). The gradients are those of the sum of squares of the output.
"""
import json
from pathlib import Path

import torch
from torch.nn import functional as F

LENGTHS, WIDTH, HIDDEN, HEADS = [3, 1, 4], 4, 8, 2


def draw(generator, *shape):
    return (torch.rand(shape, generator=generator, dtype=torch.float64) * 2 - 1).float().double().requires_grad_()


def lstm_parameters(generator):
    parameters = {"x": draw(generator, sum(LENGTHS), WIDTH)}
    for name in ["forward", "backward"]:
        for part, rows in [("input", WIDTH), ("recurrent", 3), ("bias", 1)]:
            parameters[f"{name}/{part}"] = draw(generator, rows, 12)
    return parameters


def lstm(p):
    layer = torch.nn.LSTM(WIDTH, 3, bidirectional=True, batch_first=True).double()
    weights = {}
    for name, suffix in [("forward", "l0"), ("backward", "l0_reverse")]:
        weights[f"weight_ih_{suffix}"] = p[f"{name}/input"].T
        weights[f"weight_hh_{suffix}"] = p[f"{name}/recurrent"].T
        weights[f"bias_ih_{suffix}"] = p[f"{name}/bias"][0]
        weights[f"bias_hh_{suffix}"] = torch.zeros(12, dtype=torch.float64)
    rows = p["x"].split(LENGTHS)
    return torch.cat([torch.func.functional_call(layer, weights, x[None])[0][0] for x in rows])


def block_parameters(generator):
    parameters = {"x": draw(generator, sum(LENGTHS), WIDTH)}
    for name in ["attention/query", "attention/key", "attention/value", "attention/output"]:
        parameters[f"block/{name}/weight"] = draw(generator, WIDTH, WIDTH)
        if name != "attention/key":
            parameters[f"block/{name}/bias"] = draw(generator, 1, WIDTH)
    for name, a, b in [("first", WIDTH, HIDDEN), ("second", HIDDEN, WIDTH)]:
        parameters[f"block/{name}/weight"] = draw(generator, a, b)
        parameters[f"block/{name}/bias"] = draw(generator, 1, b)
    for name in ["norm0", "norm1"]:
        parameters[f"block/{name}/gain"] = draw(generator, 1, WIDTH)
        parameters[f"block/{name}/bias"] = draw(generator, 1, WIDTH)
    return parameters


def block(norm):
    def run(p):
        def dense(name, x):
            return x @ p[f"block/{name}/weight"] + p.get(f"block/{name}/bias", 0)

        def normal(name, x):
            gain, bias = p[f"block/{name}/gain"][0], p[f"block/{name}/bias"][0]
            return F.layer_norm(x, (WIDTH,), gain, bias, eps=1e-8)

        def attention(q, x):
            def heads(name, y):
                return dense(f"attention/{name}", y).reshape(len(y), HEADS, -1).transpose(0, 1)[None]

            found = F.scaled_dot_product_attention(
                heads("query", q), heads("key", x), heads("value", x), is_causal=norm != "post")
            return dense("attention/output", found[0].transpose(0, 1).reshape(len(x), WIDTH))

        def rowwise(x):
            inner = dense("first", x)
            return dense("second", F.relu(inner) if norm == "query" else F.gelu(inner, approximate="tanh"))

        def one(x):
            if norm == "pre":
                u = x + attention(normal("norm0", x), normal("norm0", x))
                return u + rowwise(normal("norm1", u))
            if norm == "post":
                u = normal("norm0", x + attention(x, x))
                return normal("norm1", u + rowwise(u))
            q = normal("norm0", x)
            u = normal("norm1", q + attention(q, x))
            return u + rowwise(u)

        return torch.cat([one(x) for x in p["x"].split(LENGTHS)])

    return run


def golden(parameters, run):
    output = run(parameters)
    output.square().sum().backward()
    return {
        "lengths": LENGTHS,
        "parameters": {name: value.detach().flatten().tolist() for name, value in parameters.items()},
        "output": [round(x, 9) for x in output.detach().flatten().tolist()],
        "gradients": {name: [round(g, 8) for g in value.grad.flatten().tolist()] for name, value in parameters.items()},
    }


def main():
    generator = torch.Generator().manual_seed(7)
    result = {"lstm": golden(lstm_parameters(generator), lstm)}
    for norm in ["pre", "post", "query"]:
        result[norm] = golden(block_parameters(generator), block(norm))
    Path(__file__).with_suffix(".json").write_text(json.dumps(result) + "\n")


if __name__ == "__main__":
    main()
