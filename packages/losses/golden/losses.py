"""Golden losses and gradients, from PyTorch in float64.

Run: python3 losses.py > losses.json     (needs python3-torch; written by 1.13.1)
Each case: the inputs, and per reduction the loss and the gradient of its sum with respect to the input.
"""

import json
import random
import sys

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
rng = random.Random(4)


def rows(n, width, scale):
    return [[rng.uniform(-scale, scale) for _ in range(width)] for _ in range(n)]


def run(f, data, target, dtype):
    results = {}
    for reduction in ("mean", "sum", "none"):
        x = torch.tensor(data, requires_grad=True)
        loss = f(x, torch.tensor(target, dtype=dtype), reduction=reduction)
        loss.sum().backward()
        results[reduction] = {"loss": loss.tolist(), "grad": x.grad.tolist()}
    return {"input": data, "target": target} | results


def max_margin(scores, labels, reduction):
    losses = torch.relu(1 - labels * scores)
    return {"mean": losses.mean, "sum": losses.sum, "none": lambda: losses}[reduction]()


def softmaxes(data):
    x = torch.tensor(data)
    return {"input": data, "softmax": F.softmax(x, -1).tolist(), "logSoftmax": F.log_softmax(x, -1).tolist()}


logits = [
    (rows(3, 4, 3), [0, 3, 1]),
    (rows(5, 2, 20), [0, 1, 1, 0, 1]),
    (rows(2, 10, 300), [7, 2]),
    ([[1000.0, 0.0], [0.0, 1000.0]], [1, 1]),
    ([[-1000.0, -1001.0, -2000.0]], [2]),
    ([[5.0]], [0]),
]
json.dump(
    {
        "mse": [run(F.mse_loss, rows(3, w, 2), rows(3, w, 2), torch.float64) for w in (1, 4)],
        "maxMargin": [run(max_margin, [2.0, 0.5, 1.0, -0.25, -3.0, -1.0], [1, 1, 1, 1, -1, -1], torch.float64)],
        "nll": [run(F.nll_loss, x, t, torch.long) for x, t in logits],
        "crossEntropy": [run(F.cross_entropy, x, t, torch.long) for x, t in logits],
        "softmax": [softmaxes(x) for x, _ in logits],
    },
    sys.stdout,
    indent=1,
)
print()
