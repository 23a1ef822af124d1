"""The energy of layout.mjs in numpy, minimised by scipy's L-BFGS-B. Reads {"start": [...], "softnesses": [...]}."""

import json
import sys
import time

import numpy as np
import scipy.optimize

task = json.load(sys.stdin)
x = np.array(task["start"])
n = len(x) // 2
child = np.arange(1, n)
parent = (child - 1) // 2
first, second = np.tril_indices(n, -1)


def energy(x, softness):
    at = x.reshape(n, 2)
    grad = np.zeros_like(at)
    pull = at[child] - at[parent]
    np.add.at(grad, child, 2 * pull)
    np.add.at(grad, parent, -2 * pull)
    apart = at[first] - at[second]
    push = 1 / ((apart**2).sum(1) + softness)
    slope = -2 * (push**2)[:, None] * apart
    np.add.at(grad, first, slope)
    np.add.at(grad, second, -slope)
    return (pull**2).sum() + push.sum(), grad.ravel()


rows = []
for softness in task["softnesses"]:
    begin = time.process_time()
    found = scipy.optimize.minimize(
        energy, x, (softness,), jac=True, method="L-BFGS-B", options=dict(gtol=1e-7, ftol=1e-11, maxcor=100, maxiter=10000)
    )
    rows.append(dict(value=found.fun, evaluations=found.nfev, ms=1e3 * (time.process_time() - begin)))
    x = found.x
json.dump(dict(version=scipy.__version__, rows=rows), sys.stdout)
