"""PyTorch one number at a time: the program of program.py over 0-dimensional float64 tensors."""

import torch

from program import define_by_run

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)


def make(workload):
    parameters, loss = define_by_run(
        workload, torch.tensor, lambda x: torch.tensor(x, requires_grad=True)
    )
    initial = [torch.tensor(x) for x in workload["parameters"]]

    @torch.no_grad()
    def reset():
        for p, x in zip(parameters, initial):
            p.copy_(x)

    def step():
        root = loss()
        for p in parameters:
            p.grad = None
        root.backward()
        with torch.no_grad():
            for p in parameters:
                p -= workload["rate"] * p.grad
        return root.detach()

    return reset, step
