"""Golden trajectories of the optimisers, from PyTorch in float64.

Run: python3 optimizers.py > optimizers.json     (needs python3-torch; written by 1.13.1)
Each case: options, and the parameters' data after every step. A gradient of null is a parameter that has none.
"""

import json
import random
import sys

import torch

torch.set_default_dtype(torch.float64)
rng = random.Random(20)
START = [1.5, -0.25, 3.0]
STEPS = 12
grads = [[rng.uniform(-2, 2) for _ in START] for _ in range(STEPS)]
# The last parameter gets its first gradient late, and all of them miss one later.
for step in (0, 1, 5):
    grads[step][2] = None
grads[7][0] = None
grads[9][1] = 0.0

CASES = [
    ("SGD", dict(lr=0.1)),
    ("SGD", dict(lr=0.1, weight_decay=0.3)),
    ("SGD", dict(lr=0.05, momentum=0.9)),
    ("SGD", dict(lr=0.05, momentum=0.9, dampening=0.5)),
    ("SGD", dict(lr=0.05, momentum=0.8, dampening=-0.25, weight_decay=0.1)),
    ("SGD", dict(lr=0.05, momentum=0.9, nesterov=True)),
    ("SGD", dict(lr=0.05, momentum=0.9, nesterov=True, weight_decay=0.2)),
    ("Adam", dict()),
    ("Adam", dict(lr=0.1)),
    ("Adam", dict(lr=0.1, betas=(0.8, 0.95), weight_decay=0.4)),
    ("Adam", dict(lr=0.1, betas=(0.0, 0.5), eps=0.1)),
]
CAMEL = {"weight_decay": "weightDecay"}


def run(name, options):
    parameters = [torch.nn.Parameter(torch.tensor(x)) for x in START]
    optimizer = getattr(torch.optim, name)(parameters, **options)
    data = []
    for row in grads:
        for parameter, grad in zip(parameters, row):
            parameter.grad = None if grad is None else torch.tensor(grad)
        optimizer.step()
        data.append([p.item() for p in parameters])
    return {"name": name, "options": {CAMEL.get(k, k): v for k, v in options.items()}, "data": data}


json.dump({"start": START, "grads": grads, "cases": [run(*case) for case in CASES]}, sys.stdout, indent=1)
print()
