"""Golden learning rates of the schedules, from PyTorch, whose schedules compute in Python's floats.

Run: python3 schedules.py > schedules.json     (needs python3-torch; written by 1.13.1)
Each case: the optimiser's lr at the start, the schedules on it in the order in which they are made and stepped, and
the lr before the first step and after each; for OneCycleLR the momentum too, for ReduceLROnPlateau the metrics. OneCycleLR is not stepped after the last step of
the training, where PyTorch's overshoots its last lr, even below 0.
"""

import json
import random
import sys
import warnings

import torch
from torch.optim import lr_scheduler

warnings.simplefilter("ignore")
CAMEL = {
    "step_size": "stepSize", "start_factor": "startFactor", "end_factor": "endFactor", "total_iters": "totalIters",
    "T_max": "tMax", "eta_min": "etaMin", "max_lr": "maxLr", "total_steps": "totalSteps", "pct_start": "pctStart",
    "anneal_strategy": "annealStrategy", "cycle_momentum": "cycleMomentum", "base_momentum": "baseMomentum",
    "max_momentum": "maxMomentum", "div_factor": "divFactor", "final_div_factor": "finalDivFactor",
    "three_phase": "threePhase", "threshold_mode": "thresholdMode", "min_lr": "minLr",
}
rng = random.Random(5)
falling = [1 / (1 + k) + rng.uniform(-0.05, 0.05) for k in range(40)]
stuck = [1.0 if k % 9 else 0.9 ** (k / 9) for k in range(60)]
awkward = [3.0, float("nan"), 3.0, float("inf"), 2.0, 2.0, 2.0, 1.9999, 2.0, 2.0, -1.0, 0.0, 0.0, 0.0, 0.0] * 2

CASES = [
    (0.1, 40, [("StepLR", dict(step_size=7))]),
    (0.05, 40, [("StepLR", dict(step_size=1, gamma=0.93))]),
    (0.3, 40, [("MultiStepLR", dict(milestones=[3, 10, 10, 11, 30]))]),
    (0.3, 40, [("MultiStepLR", dict(milestones=[20, 2, 2, 2, 0], gamma=0.7))]),
    (0.1, 100, [("ExponentialLR", dict(gamma=0.97))]),
    (1e-3, 30, [("ExponentialLR", dict(gamma=1.1))]),
    (0.1, 30, [("LinearLR", dict())]),
    (0.1, 30, [("LinearLR", dict(start_factor=1e-3, total_iters=17))]),
    (0.2, 30, [("LinearLR", dict(start_factor=1.0, end_factor=0.1, total_iters=10))]),
    (0.1, 100, [("CosineAnnealingLR", dict(T_max=100))]),
    (0.1, 400, [("CosineAnnealingLR", dict(T_max=37, eta_min=1e-4))]),
    (1.0, 20, [("CosineAnnealingLR", dict(T_max=1, eta_min=0.25))]),
    (0.01, 60, [("CosineAnnealingLR", dict(T_max=7, eta_min=0.02))]),
    (0.1, 60, [("LinearLR", dict(start_factor=0.1, total_iters=10)), ("ExponentialLR", dict(gamma=0.9))]),
    (0.1, 60, [("CosineAnnealingLR", dict(T_max=50)), ("StepLR", dict(step_size=20, gamma=0.5))]),
    (0.1, 49, [("OneCycleLR", dict(max_lr=0.5, total_steps=50))]),
    (0.1, 99, [("OneCycleLR", dict(max_lr=0.1, total_steps=100, pct_start=0.25, anneal_strategy="linear"))]),
    (0.1, 63, [("OneCycleLR", dict(max_lr=1.0, total_steps=64, three_phase=True, pct_start=0.4, div_factor=10.0,
                                   final_div_factor=100.0, base_momentum=0.5, max_momentum=0.9))]),
    (0.1, 6, [("OneCycleLR", dict(max_lr=1.0, total_steps=7, pct_start=0.0, cycle_momentum=False))]),
    (0.1, 6, [("OneCycleLR", dict(max_lr=1.0, total_steps=7, pct_start=1.0))]),
    (0.1, 0, [("OneCycleLR", dict(max_lr=1.0, total_steps=1))]),
    (0.1, falling, [("ReduceLROnPlateau", dict(patience=2))]),
    (0.1, stuck, [("ReduceLROnPlateau", dict(factor=0.5, patience=3, cooldown=2, min_lr=0.001))]),
    (0.1, stuck, [("ReduceLROnPlateau", dict(factor=0.3, patience=0, threshold=0.05, threshold_mode="abs"))]),
    (0.1, stuck, [("ReduceLROnPlateau", dict(mode="max", factor=0.2, patience=1, eps=1e-4))]),
    (0.1, falling, [("ReduceLROnPlateau", dict(mode="max", threshold=0.1, threshold_mode="abs", patience=4))]),
    (0.1, awkward, [("ReduceLROnPlateau", dict(factor=0.9, patience=1))]),
]


def text(metric):
    return metric if metric == metric and abs(metric) < 1e300 else {"inf": "Infinity", "nan": "NaN"}[str(metric)]


def run(lr, steps, makers):
    p = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.SGD([p], lr=lr, momentum=0.5)
    schedules = [getattr(lr_scheduler, name)(optimizer, **options) for name, options in makers]
    group = optimizer.param_groups[0]
    cycles = makers[0][0] == "OneCycleLR" and makers[0][1].get("cycle_momentum", True)
    lrs, momenta = [group["lr"]], [group["momentum"]]
    for step in range(steps) if isinstance(steps, int) else steps:
        for schedule in schedules:
            schedule.step() if isinstance(steps, int) else schedule.step(step)
        lrs.append(group["lr"])
        momenta.append(group["momentum"])
    found = {
        "lr": lr,
        "schedules": [[name, {CAMEL.get(k, k): v for k, v in options.items()}] for name, options in makers],
        "lrs": lrs,
    }
    if cycles:
        found["momenta"] = momenta
    if not isinstance(steps, int):
        found["metrics"] = [text(m) for m in steps]
    return found


json.dump([run(*case) for case in CASES], sys.stdout, indent=1)
print()
