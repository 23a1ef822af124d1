"""Golden losses and gradients, from PyTorch in float64.

Run: python3 losses.py > losses.json     (needs python3-torch; written by 1.13; then biome format)
Each case: the inputs, and per reduction the loss and the gradient of its sum with respect to the input. In "cases", calls of
every loss by its name in this package: arguments, options, and per reduction the loss and the gradients of all arguments but
class indices and labels; where there are many losses, of their sum weighted by linspace(1, 2). All inputs are multiples of 1/256, so float32 holds them.
"""

import json
import math
import random
import sys
import warnings

import torch
import torch.nn.functional as F

warnings.filterwarnings("ignore")
torch.set_default_dtype(torch.float64)
rng = random.Random(4)


def rows(n, width, scale):
    return [[rng.uniform(-scale, scale) for _ in range(width)] for _ in range(n)]


def run(f, data, target, dtype):
    results = {}
    for reduction in ("mean", "sum", "none"):
        x = torch.tensor(data, requires_grad=True)
        loss = f(x, torch.tensor(target, dtype=dtype), reduction=reduction)
        loss.sum().backward()
        results[reduction] = {"loss": loss.tolist(), "grad": x.grad.tolist()}
    return {"input": data, "target": target} | results


def max_margin(scores, labels, reduction):
    losses = torch.relu(1 - labels * scores)
    return {"mean": losses.mean, "sum": losses.sum, "none": lambda: losses}[reduction]()


def softmaxes(data):
    x = torch.tensor(data)
    return {"input": data, "softmax": F.softmax(x, -1).tolist(), "logSoftmax": F.log_softmax(x, -1).tolist()}


logits = [
    (rows(3, 4, 3), [0, 3, 1]),
    (rows(5, 2, 20), [0, 1, 1, 0, 1]),
    (rows(2, 10, 300), [7, 2]),
    ([[1000.0, 0.0], [0.0, 1000.0]], [1, 1]),
    ([[-1000.0, -1001.0, -2000.0]], [2]),
    ([[5.0]], [0]),
]
values = {
    "mse": [run(F.mse_loss, rows(3, w, 2), rows(3, w, 2), torch.float64) for w in (1, 4)],
    "maxMargin": [run(max_margin, [2.0, 0.5, 1.0, -0.25, -3.0, -1.0], [1, 1, 1, 1, -1, -1], torch.float64)],
    "nll": [run(F.nll_loss, x, t, torch.long) for x, t in logits],
    "crossEntropy": [run(F.cross_entropy, x, t, torch.long) for x, t in logits],
    "softmax": [softmaxes(x) for x, _ in logits],
}


def grid(shape, low=-2.0, high=2.0):
    """Multiples of 1/256 in a shape."""
    if not shape:
        return round(rng.uniform(low, high) * 256) / 256
    return [grid(shape[1:], low, high) for _ in range(shape[0])]


def picks(shape, choices):
    if not shape:
        return rng.choice(choices)
    return [picks(shape[1:], choices) for _ in range(shape[0])]


def finite(x):
    """JSON has no infinities and no NaN."""
    if isinstance(x, list):
        return [finite(each) for each in x]
    return x if isinstance(x, int) or math.isfinite(x) else str(x)


python_names = {
    "logTarget": "log_target", "logInput": "log_input", "posWeight": "pos_weight", "labelSmoothing": "label_smoothing",
    "ignoreIndex": "ignore_index",
}
functions = {
    "mse": F.mse_loss, "l1": F.l1_loss, "huber": F.huber_loss, "smoothL1": F.smooth_l1_loss,
    "bce": F.binary_cross_entropy, "bceWithLogits": F.binary_cross_entropy_with_logits, "klDiv": F.kl_div,
    "hingeEmbedding": F.hinge_embedding_loss, "poissonNll": F.poisson_nll_loss, "gaussianNll": F.gaussian_nll_loss,
    "nll": F.nll_loss, "crossEntropy": F.cross_entropy, "multiMargin": F.multi_margin_loss,
    "cosineEmbedding": F.cosine_embedding_loss, "tripletMargin": F.triplet_margin_loss, "maxMargin": max_margin,
}
constant = {"hingeEmbedding": [1], "maxMargin": [1], "cosineEmbedding": [2]}


def case(name, *arguments, **options):
    """One call under each reduction. Class indices are lists of integers."""
    results = {"loss": name, "arguments": list(arguments), "options": {key: finite(option) for key, option in options.items()}}
    kept = constant.get(name, [])
    for reduction in ("mean", "sum", "none") + (("batchmean",) if name == "klDiv" else ()):
        tensors = []
        for i, argument in enumerate(arguments):
            integers = i == 1 and isinstance(first(argument), int)
            tensor = torch.tensor(argument, dtype=torch.long if integers else torch.float64)
            tensors.append(tensor.requires_grad_() if not integers and i not in kept else tensor)
        named = {}
        for key, option in options.items():
            named[python_names.get(key, key)] = torch.tensor(option) if isinstance(option, list) else option
        loss = functions[name](*tensors, reduction=reduction, **named)
        loss.backward(torch.linspace(1, 2, loss.numel()).reshape(loss.shape))
        gradients = [None if t.grad is None else finite(t.grad.tolist()) for t in tensors]
        results[reduction] = {"loss": finite(loss.tolist()), "gradients": gradients}
    return results


def first(nested):
    return first(nested[0]) if isinstance(nested, list) and nested else nested


def cosine(a, b, **options):
    x, y = (torch.tensor(each).requires_grad_() for each in (a, b))
    found = F.cosine_similarity(x, y, **options)
    found.backward(torch.linspace(1, 2, found.numel()).reshape(found.shape))
    return {"arguments": [a, b], "options": options, "cosine": found.tolist(), "gradients": [x.grad.tolist(), y.grad.tolist()]}


inside = lambda shape: grid(shape, 0.05, 0.95)
signs = [1.0, -1.0]
probabilities = [[0.5, 0.25, 0.25, 0.0], [0.125, 0.125, 0.25, 0.5], [0.0, 1.0, 0.0, 0.0]]
weights = [0.5, 2.0, 1.0, 0.25]
cases = [
    case("mse", grid([2, 3]), grid([2, 3])),
    case("l1", grid([2, 3]), grid([2, 3])),
    case("l1", [0.0, 1.0, -1.0], [0.0, 0.5, 0.0]),
    case("huber", grid([3, 3]), grid([3, 3])),
    case("huber", [0.5, -0.5, 0.0, 3.0, -3.0, 0.25], [0.0] * 6, delta=0.5),
    case("huber", [2.0, -2.0, 0.0, 3.0], [0.0] * 4, delta=2.0),
    case("smoothL1", grid([3, 3]), grid([3, 3])),
    case("smoothL1", [0.5, -0.5, 0.0, 3.0, -3.0, 0.25], [0.0] * 6, beta=0.5),
    case("smoothL1", [1.5, -2.0, 0.5, 3.0], [0.0] * 4, beta=0.0),
    case("bce", inside([2, 3]), inside([2, 3])),
    case("bce", inside([2, 3]), picks([2, 3], [0.0, 1.0]), weight=[0.5, 1.0, 2.0]),
    case("bceWithLogits", grid([2, 3], -4, 4), inside([2, 3])),
    case("bceWithLogits", grid([2, 3], -4, 4), picks([2, 3], [0.0, 1.0]), posWeight=[0.5, 3.0, 2.0]),
    case("bceWithLogits", grid([2, 3], -4, 4), inside([2, 3]), posWeight=[0.5, 3.0, 2.0], weight=[[2.0], [0.25]]),
    case("bceWithLogits", [200.0, -200.0, 1000.0, -1000.0, 0.0], [0.0, 1.0, 1.0, 0.0, 0.5]),
    case("klDiv", grid([3, 4], -4, -1), inside([3, 4])),
    case("klDiv", grid([3, 4], -4, -1), grid([3, 4], -4, -1), logTarget=True),
    case("hingeEmbedding", grid([3, 3], 0, 2), picks([3, 3], signs)),
    case("hingeEmbedding", [0.5, 2.0, 1.5, -1.0, 2.0], [-1.0, -1.0, 1.0, -1.0, 1.0], margin=2.0),
    case("poissonNll", grid([2, 3]), grid([2, 3], 0.1, 4)),
    case("poissonNll", grid([2, 3]), [[2.0, 3.0, 1.5], [4.0, 1.25, 6.0]], full=True),
    case("poissonNll", grid([2, 3], 0.1, 4), grid([2, 3], 0.1, 4), logInput=False),
    case("poissonNll", grid([2, 3], 0.1, 4), [[2.0, 3.0, 1.5], [4.0, 1.25, 6.0]], logInput=False, full=True, eps=0.25),
    case("gaussianNll", grid([2, 3]), grid([2, 3]), grid([2, 3], 0.1, 4)),
    case("gaussianNll", grid([2, 3]), grid([2, 3]), grid([2, 1], 0.1, 4), full=True),
    case("gaussianNll", grid([2, 3]), grid([2, 3]), grid([2], 0.1, 4)),
    case("gaussianNll", grid([4]), grid([4]), [0.0, 0.125, 0.25, 1.0], eps=0.25),
    case("maxMargin", [2.0, 0.5, 1.0, -0.25, -3.0, -1.0], [1.0, 1.0, 1.0, 1.0, -1.0, -1.0]),
    case("nll", grid([3, 4], -4, -1), [0, 3, 1]),
    case("nll", grid([3, 4], -4, -1), [0, 3, 0], weight=weights),
    case("nll", grid([3, 4], -4, -1), [-100, 3, 1], weight=weights),
    case("nll", grid([4], -4, -1), 2),
    case("nll", grid([2, 4, 2], -4, -1), [[0, 3], [2, 1]], weight=weights, ignoreIndex=2),
    case("crossEntropy", grid([3, 4]), [0, 3, 1]),
    case("crossEntropy", grid([3, 4]), [0, 3, 0], weight=weights),
    case("crossEntropy", grid([3, 4]), [-100, 3, 1]),
    case("crossEntropy", grid([3, 4]), [2, 3, 1], weight=weights, ignoreIndex=2, labelSmoothing=0.25),
    case("crossEntropy", grid([3, 4]), [-100, 3, 1], labelSmoothing=0.25),
    case("crossEntropy", grid([3, 4]), [-100, -100, -100], weight=weights, labelSmoothing=0.25),
    case("crossEntropy", grid([3, 4]), probabilities),
    case("crossEntropy", grid([3, 4]), probabilities, weight=weights, labelSmoothing=0.125),
    case("crossEntropy", grid([4]), 2),
    case("crossEntropy", grid([4]), 2, weight=weights, labelSmoothing=0.5),
    case("crossEntropy", grid([4]), probabilities[0]),
    case("crossEntropy", grid([2, 4, 2]), [[0, 3], [-100, 1]], weight=weights, labelSmoothing=0.25),
    case("crossEntropy", grid([2, 4, 2, 3]), picks([2, 2, 3], [0, 1, 2, 3])),
    case("crossEntropy", grid([2, 3, 2]), inside([2, 3, 2]), weight=[1.0, 2.0, 0.5]),
    case("crossEntropy", grid([2, 4], -1000, 1000), [1, 3]),
    case("multiMargin", grid([3, 4]), [0, 3, 1]),
    case("multiMargin", grid([3, 4]), [0, 3, 1], p=2, margin=0.5, weight=weights),
    case("multiMargin", grid([4]), 2),
    case("multiMargin", [[1.0, 0.0, -1.0], [2.0, 1.0, 0.0]], [0, 1]),
    case("cosineEmbedding", grid([4, 3]), grid([4, 3]), [1.0, -1.0, 1.0, -1.0]),
    case("cosineEmbedding", grid([4, 3]), grid([4, 3]), [-1.0] * 4, margin=-0.5),
    case("cosineEmbedding", grid([3]), grid([3]), 1.0),
    case("cosineEmbedding", [[0.0, 0.0], [0.0, 0.0]], [[1.0, 2.0], [0.0, 0.0]], [1.0, -1.0]),
    case("tripletMargin", grid([3, 4]), grid([3, 4]), grid([3, 4])),
    case("tripletMargin", grid([3, 4]), grid([3, 4]), grid([3, 4]), p=1.0, margin=2.0),
    case("tripletMargin", grid([3, 4]), grid([3, 4]), grid([3, 4]), p=3.0, swap=True, margin=4.0),
    case("tripletMargin", grid([3, 4]), grid([3, 4]), grid([3, 4]), p=math.inf, margin=4.0),
    case("tripletMargin", grid([4]), grid([4]), grid([4]), swap=True, margin=0.25, eps=0.5),
    case("tripletMargin", [[0.0, 0.0], [1.0, 0.0]], [[0.0, 0.0], [1.0, 0.0]], [[0.0, 0.0], [2.0, 0.0]], eps=0.0),
]
cosines = [
    cosine(grid([3, 4]), grid([3, 4])),
    cosine(grid([2, 3, 4]), grid([2, 1, 4]), dim=-1),
    cosine(grid([2, 3, 4]), grid([2, 3, 4])),
    cosine([[0.0, 0.0], [0.0, 0.0]], [[1.0, 2.0], [0.0, 0.0]], eps=0.5),
]
json.dump(values | {"cases": cases, "cosines": cosines}, sys.stdout, indent=1)
print()
