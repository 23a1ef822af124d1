"""micrograd itself, as pip installs it."""

from micrograd.engine import Value
from program import define_by_run


def make(workload):
    parameters, loss = define_by_run(workload, Value)

    def reset():
        for p, x in zip(parameters, workload["parameters"]):
            p.data = x

    def step():
        root = loss()
        for p in parameters:
            p.grad = 0
        root.backward()
        for p in parameters:
            p.data -= workload["rate"] * p.grad
        return root.data

    return reset, step
