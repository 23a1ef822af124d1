"""The lecture's neuron and the exercises' softmax from PyTorch, for the page of the docs that compares them.

Run: python3 -P lecture.py > lecture.json     (needs python3-torch; made with 1.13; -P because of random.py)
and then: biome format --write lecture.json

Each in float32, as PyTorch's default, and in float64: the result and the gradient of every input by its name. Numbers
are those of Python floats, so float32 ones have digits that only show how they were rounded.
"""

import json

import torch


def graded(run, inputs, dtype):
    leaves = {name: torch.tensor(x, dtype=dtype, requires_grad=True) for name, x in inputs.items()}
    result = run(leaves)
    result.backward()
    return {"result": result.item(), "grads": {name: leaf.grad.item() for name, leaf in leaves.items()}}


def neuron(v):
    return torch.tanh(v["x1"] * v["w1"] + v["x2"] * v["w2"] + v["b"])


def softmax(v):
    probs = torch.nn.functional.softmax(torch.stack([v[name] for name in ["l0", "l1", "l2", "l3"]]), dim=0)
    return -torch.log(probs[3])


programs = {
    "neuron": (neuron, {"x1": 2.0, "x2": 0.0, "w1": -3.0, "w2": 1.0, "b": 6.8813735870195432}),
    "softmax": (softmax, {"l0": 0.0, "l1": 3.0, "l2": -2.0, "l3": 1.0}),
}
golden = {
    name: {
        "inputs": inputs,
        **{str(dtype).removeprefix("torch."): graded(run, inputs, dtype) for dtype in [torch.float32, torch.float64]},
    }
    for name, (run, inputs) in programs.items()
}
print(json.dumps({"torch": torch.__version__.split("+")[0], **golden}, indent=2))
