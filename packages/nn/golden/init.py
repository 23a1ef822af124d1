"""Golden scales of first weights, from PyTorch.

Run: python3 init.py > init.json     (needs python3-torch; written by 1.13.1)
Each case: the initialiser, shape and options, and its bound (uniform) or standard deviation (normal), found by
putting drawing functions that give their upper end or deviation in place of PyTorch's.
"""

import json
import sys

import torch
from torch.nn import init

torch.set_default_dtype(torch.float64)
torch.Tensor.uniform_ = lambda self, low, high: self.fill_(high)
torch.Tensor.normal_ = lambda self, mean, std: self.fill_(std)

CAMEL = {"kaiming_uniform_": "kaimingUniform", "kaiming_normal_": "kaimingNormal", "xavier_uniform_": "xavierUniform",
         "xavier_normal_": "xavierNormal", "fan_in": "fanIn", "fan_out": "fanOut", "leaky_relu": "leakyRelu"}
SHAPES = [[4, 3], [1, 1], [128, 784], [16, 8, 3, 3], [5, 2, 7]]
cases = []
for shape in SHAPES:
    for name in ("kaiming_uniform_", "kaiming_normal_"):
        for options in (
            {},
            {"a": 5**0.5},
            {"mode": "fan_out", "nonlinearity": "relu"},
            {"nonlinearity": "tanh"},
            {"nonlinearity": "leaky_relu", "a": 0.2, "mode": "fan_out"},
            {"nonlinearity": "selu"},
            {"nonlinearity": "sigmoid"},
            {"nonlinearity": "linear"},
        ):
            cases.append((name, shape, options))
    for name in ("xavier_uniform_", "xavier_normal_"):
        for options in ({}, {"gain": init.calculate_gain("relu")}, {"gain": 0.0}):
            cases.append((name, shape, options))

golden = {
    "gains": [
        [CAMEL.get(name, name), slope, init.calculate_gain(name, slope)]
        for name in ("linear", "sigmoid", "tanh", "relu", "leaky_relu", "selu")
        for slope in (0.01, 0.3)
    ],
    "cases": [
        {
            "name": CAMEL[name],
            "shape": shape,
            "options": {k: CAMEL.get(v, v) for k, v in options.items()},
            "scale": getattr(init, name)(torch.empty(shape), **options).flatten()[0].item(),
        }
        for name, shape, options in cases
    ],
}
json.dump(golden, sys.stdout, indent=1)
print()
