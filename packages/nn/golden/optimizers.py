"""Golden trajectories of the optimisers, from PyTorch in float64.

Run: python3 -P optimizers.py > optimizers.json     (needs torch; written by 2.13, whose NAdam is not that of 1.13)
Each case: options, and the parameters' data after every step. A gradient of null is a parameter that has none.
float32: what the same rule makes of one tensor of four numbers in float32.
"""

import json
import random
import sys

import torch

torch.set_default_dtype(torch.float64)
rng = random.Random(20)
START = [1.5, -0.25, 3.0]
STEPS = 20
grads = [[rng.uniform(-2, 2) for _ in START] for _ in range(STEPS)]
# The last parameter gets its first gradient late, and all of them miss one later.
for step in (0, 1, 5):
    grads[step][2] = None
grads[7][0] = None
grads[9][1] = 0.0

START32 = [1.5, -0.25, 3.0, 0.0]
GRADS32 = [[rng.uniform(-2, 2) for _ in START32] for _ in range(STEPS)]

CASES = [
    ("SGD", dict(lr=0.1)),
    ("SGD", dict(lr=0.1, weight_decay=0.3)),
    ("SGD", dict(lr=0.05, momentum=0.9)),
    ("SGD", dict(lr=0.05, momentum=0.9, dampening=0.5)),
    ("SGD", dict(lr=0.05, momentum=0.8, dampening=-0.25, weight_decay=0.1)),
    ("SGD", dict(lr=0.05, momentum=0.9, nesterov=True)),
    ("SGD", dict(lr=0.05, momentum=0.9, nesterov=True, weight_decay=0.2)),
    ("SGD", dict(lr=0.05, maximize=True, weight_decay=0.2)),
    ("SGD", dict(lr=0.05, maximize=True, momentum=0.9, nesterov=True)),
    ("Adam", dict()),
    ("Adam", dict(lr=0.1)),
    ("Adam", dict(lr=0.1, betas=(0.8, 0.95), weight_decay=0.4)),
    ("Adam", dict(lr=0.1, betas=(0.0, 0.5), eps=0.1)),
    ("Adam", dict(lr=0.1, amsgrad=True, betas=(0.9, 0.6))),
    ("Adam", dict(lr=0.05, maximize=True, amsgrad=True, weight_decay=0.1)),
    ("AdamW", dict()),
    ("AdamW", dict(lr=0.1, weight_decay=0.4)),
    ("AdamW", dict(lr=0.1, betas=(0.8, 0.7), amsgrad=True, weight_decay=0.0)),
    ("AdamW", dict(lr=0.05, maximize=True, weight_decay=0.2, eps=0.01)),
    ("RMSprop", dict()),
    ("RMSprop", dict(lr=0.05, alpha=0.8, weight_decay=0.3)),
    ("RMSprop", dict(lr=0.02, centered=True)),
    ("RMSprop", dict(lr=0.02, momentum=0.7, eps=0.01)),
    ("RMSprop", dict(lr=0.02, momentum=0.7, centered=True, alpha=0.9, maximize=True)),
    ("Adagrad", dict()),
    ("Adagrad", dict(lr=0.3, lr_decay=0.1)),
    ("Adagrad", dict(lr=0.2, weight_decay=0.3, initial_accumulator_value=0.5, eps=0.1)),
    ("Adagrad", dict(lr=0.2, maximize=True)),
    ("Adadelta", dict()),
    ("Adadelta", dict(lr=10.0, rho=0.5)),
    ("Adadelta", dict(lr=5.0, eps=1e-3, weight_decay=0.3)),
    ("Adadelta", dict(lr=5.0, maximize=True)),
    ("NAdam", dict()),
    ("NAdam", dict(lr=0.1, weight_decay=0.3)),
    ("NAdam", dict(lr=0.1, betas=(0.8, 0.9), momentum_decay=0.5)),
    ("NAdam", dict(lr=0.05, momentum_decay=0.0, eps=0.1)),
    ("RAdam", dict()),
    ("RAdam", dict(lr=0.1, weight_decay=0.3)),
    ("RAdam", dict(lr=0.1, betas=(0.8, 0.9))),
    ("RAdam", dict(lr=0.1, betas=(0.5, 0.6), eps=0.1)),
]
CAMEL = {
    "weight_decay": "weightDecay",
    "lr_decay": "lrDecay",
    "initial_accumulator_value": "initialAccumulatorValue",
    "momentum_decay": "momentumDecay",
}


def run32(name, options):
    """The last numbers of one parameter with four of them, in float32, after the columns of GRADS32."""
    torch.set_default_dtype(torch.float32)
    parameter = torch.nn.Parameter(torch.tensor(START32))
    optimizer = getattr(torch.optim, name)([parameter], **options)
    for row in GRADS32:
        parameter.grad = torch.tensor(row)
        optimizer.step()
    torch.set_default_dtype(torch.float64)
    return parameter.tolist()


def run(name, options):
    parameters = [torch.nn.Parameter(torch.tensor(x)) for x in START]
    optimizer = getattr(torch.optim, name)(parameters, **options)
    data = []
    for row in grads:
        for parameter, grad in zip(parameters, row):
            parameter.grad = None if grad is None else torch.tensor(grad)
        optimizer.step()
        data.append([p.item() for p in parameters])
    return {"name": name, "options": {CAMEL.get(k, k): v for k, v in options.items()}, "data": data,
            "float32": run32(name, options)}


float32 = {"start": START32, "grads": GRADS32}
json.dump({"start": START, "grads": grads, "float32": float32, "cases": [run(*case) for case in CASES]}, sys.stdout, indent=1)
print()
