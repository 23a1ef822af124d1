"""PyTorch as it is meant to be used: whole batches as float64 tensors, one thread."""

import torch

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)


def net(workload):
    """The flat parameters as one matrix a layer: a row per neuron, its weights and then its bias."""
    sizes, flat, at = workload["sizes"], torch.tensor(workload["parameters"]), 0
    matrices = []
    for inputs, outputs in zip(sizes, sizes[1:]):
        matrices.append(flat[at : at + outputs * (inputs + 1)].reshape(outputs, inputs + 1).clone())
        at += outputs * (inputs + 1)
    return matrices


def make(workload):
    kind = workload["kind"]
    if kind == "chain":
        raise ValueError("no tensor program: the chain has no batch")
    if kind == "wide":
        initial = [torch.tensor(workload["parameters"])]

        def loss():
            return (parameters[0] * parameters[0]).sum()

    else:
        initial = [part for matrix in net(workload) for part in (matrix[:, :-1].contiguous(), matrix[:, -1].contiguous())]
        dtype = torch.get_default_dtype()
        inputs, targets = (torch.tensor(workload[name], dtype=dtype) for name in ("inputs", "targets"))
        activation, last = (torch.tanh, True) if kind == "squares" else (torch.relu, False)

        def forward():
            x = inputs
            for l in range(0, len(parameters), 2):
                x = torch.nn.functional.linear(x, parameters[l], parameters[l + 1])
                if last or l < len(parameters) - 2:
                    x = activation(x)
            return x[:, 0]

        def loss():
            if kind == "squares":
                return ((forward() - targets) ** 2).sum()
            margins = torch.relu(1 - targets * forward()).mean()
            return margins + workload["l2"] * sum((p * p).sum() for p in parameters)

    parameters = [p.clone().requires_grad_() for p in initial]

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
