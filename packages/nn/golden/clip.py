"""Golden clipped gradients and averaged weights, from PyTorch in float64.

Run: python3 clip.py > clip.json     (needs python3-torch; written by 1.13.1)
clip: gradients (null for none), then for each max norm and kind of norm the total and the gradients after it, and
for each clip value the gradients. ema: weights at every update, and the averages after it for each decay.
"""

import json
import math
import random
import sys

import torch
from torch.nn.utils import clip_grad_norm_, clip_grad_value_
from torch.optim.swa_utils import AveragedModel

torch.set_default_dtype(torch.float64)
rng = random.Random(11)
GRADS = [rng.uniform(-3, 3) if k % 5 else None for k in range(12)] + [0.0, 1e-9, -40.0]


def parameters():
    made = [torch.nn.Parameter(torch.tensor(1.0)) for _ in GRADS]
    for p, g in zip(made, GRADS):
        p.grad = None if g is None else torch.tensor(g)
    return made


def grads(made):
    return [None if p.grad is None else p.grad.item() for p in made]


norms = []
for max_norm in (0.0, 0.5, 10.0, 1000.0):
    for norm_type in (2.0, 1.0, 3.0, 0.5, math.inf):
        made = parameters()
        total = clip_grad_norm_(made, max_norm, norm_type).item()
        kind = "Infinity" if norm_type == math.inf else norm_type
        norms.append({"maxNorm": max_norm, "normType": kind, "total": total, "grads": grads(made)})
values = []
for clip_value in (0.0, 1.0, 2.5):
    made = parameters()
    clip_grad_value_(made, clip_value)
    values.append({"clipValue": clip_value, "grads": grads(made)})

weights = [[rng.uniform(-1, 1) for _ in range(3)] for _ in range(10)]
emas = []
for decay in (0.0, 0.5, 0.9, 0.999):
    layer = torch.nn.Linear(3, 1, bias=False)
    model = AveragedModel(layer, avg_fn=lambda average, p, n: decay * average + (1 - decay) * p)
    averages = []
    for row in weights:
        layer.weight.data = torch.tensor([row])
        model.update_parameters(layer)
        averages.append(model.module.weight[0].tolist())
    emas.append({"decay": decay, "averages": averages})
json.dump({"grads": GRADS, "norms": norms, "values": values, "weights": weights, "emas": emas}, sys.stdout, indent=1)
print()
