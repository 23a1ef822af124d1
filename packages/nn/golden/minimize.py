"""Golden minima from scipy's L-BFGS-B, and trajectories of PyTorch's LBFGS without a line search, in float64.

Run: python3 minimize.py > minimize.json     (needs python3-scipy and python3-torch; written by 1.10.1 and 1.13.1)
"""

import json
import sys

import numpy as np
import scipy.optimize
import torch

torch.set_default_dtype(torch.float64)
rng = np.random.default_rng(4)
CLASSES = torch.tensor(rng.integers(0, 2, 60) * 2.0 - 1)
POINTS = torch.tensor(rng.normal(size=(60, 4)).round(3)) + 0.5 * CLASSES[:, None]


def rosenbrock(x):
    return (100 * (x[1:] - x[:-1] ** 2) ** 2 + (1 - x[:-1]) ** 2).sum()


def quadratic(x):
    """Condition number 1e6: curvatures from 1 to 1e6, minimum at (1, 1, ...)."""
    curvatures = 10 ** (6 * torch.arange(len(x)) / (len(x) - 1))
    return (curvatures * (x - 1) ** 2).sum() / 2


def beale(x):
    a, b = x
    return (1.5 - a + a * b) ** 2 + (2.25 - a + a * b**2) ** 2 + (2.625 - a + a * b**3) ** 2


def logistic(x):
    """The last entry is the bias; a little regularisation makes the minimum unique."""
    margins = CLASSES * (POINTS @ x[:-1] + x[-1])
    return torch.nn.functional.softplus(-margins, threshold=1e9).mean() + 0.005 * (x**2).sum()


STARTS = [
    (rosenbrock, [-1.2, 1.0]),
    (rosenbrock, [-1.2, 1.0] * 50),
    (quadratic, [0.0] * 50),
    (beale, [1.0, 1.0]),
    (logistic, [0.0] * 5),
]


def minimum(f, start):
    def value_and_gradient(x):
        x = torch.tensor(x, requires_grad=True)
        y = f(x)
        y.backward()
        return y.item(), x.grad.numpy()

    options = dict(gtol=1e-8, ftol=0, maxcor=10, maxiter=20000, maxfun=20000)
    found = scipy.optimize.minimize(value_and_gradient, start, jac=True, method="L-BFGS-B", options=options)
    return dict(name=f.__name__, start=start, x=found.x.tolist(), value=found.fun, evaluations=found.nfev)


def path(f, start, steps, options):
    """Where each step, of four iterations, leads. PyTorch forgets curvatures below 1e-10, so it stops before those."""
    x = torch.nn.Parameter(torch.tensor(start))
    optimizer = torch.optim.LBFGS([x], tolerance_grad=0, tolerance_change=0, max_iter=4, **options)

    def closure():
        optimizer.zero_grad()
        y = f(x)
        y.backward()
        return y

    data = []
    for _ in range(steps):
        optimizer.step(closure)
        data.append(x.detach().tolist())
    return dict(name=f.__name__, start=start, lr=options["lr"], historySize=options["history_size"], data=data)


golden = {
    "points": POINTS.tolist(),
    "classes": CLASSES.tolist(),
    "minima": [minimum(*case) for case in STARTS],
    "paths": [
        path(beale, [1.0, 1.0], 5, dict(lr=0.1, history_size=100)),
        path(beale, [1.0, 1.0], 5, dict(lr=0.5, history_size=2)),
        path(logistic, [0.0] * 5, 2, dict(lr=1, history_size=100)),
        path(logistic, [0.5] * 5, 2, dict(lr=0.8, history_size=3)),
    ],
}
json.dump(golden, sys.stdout, indent=1)
print()
