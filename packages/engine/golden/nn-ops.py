"""Golden numbers for the ops of neural networks from PyTorch, in float64.

Run: python3 -P nn-ops.py > nn-ops.json, and format it with biome     (needs python3-torch; made with 1.13; -P because
of random.py)

A case is [function, shapes, numbers of each input, arguments, shape of y, y, gradient of each input], as in tensors.py:
the gradients are those of sum(y * weight) with the irregular weights of `weights`. Functions with two results have both,
flat, one after the other.
"""

import json
import math
import sys

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
inf, nan = math.inf, math.nan
state = 11


def number():
    global state
    state = state * 16807 % 2147483647
    return round(state / 2147483647 * 6 - 3, 2)


def weights(n):
    golden = (3 - math.sqrt(5)) / 2
    return [(-1 if i % 2 == 0 else 1) * (0.5 + ((i + 1) * golden) % 1) for i in range(n)]


NAMES = {"outputPadding": "output_padding", "ceilMode": "ceil_mode", "countIncludePad": "count_include_pad"}


def python(options):
    return {NAMES.get(name, name): value for name, value in (options or {}).items()}


def conv(f):
    def run(x, weight, bias=None, options=None):
        return f(x, weight, bias, **python(options))

    return run


def pool(f):
    return lambda x, size, options=None: f(x, size, **python(options))


def embedding(weight, index, options=None):
    options = options or {}
    return F.embedding(torch.tensor(index, dtype=torch.int64), weight, padding_idx=options.get("paddingIdx"))


def affine(inputs):
    return (list(inputs) + [None, None])[:2]


def layer_norm(*given):
    *inputs, shape, options = given
    weight, bias = affine(inputs[1:])
    return F.layer_norm(inputs[0], shape, weight, bias, (options or {}).get("eps", 1e-5))


def rms_norm(*given):
    *inputs, shape, options = given
    x, (weight, _) = inputs[0], affine(inputs[1:])
    eps = (options or {}).get("eps", torch.finfo(torch.float64).eps)
    y = x * (x.square().mean(tuple(range(-len(shape), 0)), keepdim=True) + eps).rsqrt()
    return y if weight is None else y * weight


def group_norm(*given):
    *inputs, groups, options = given
    return F.group_norm(inputs[0], groups, *affine(inputs[1:]), (options or {}).get("eps", 1e-5))


def batch_norm(*given):
    *inputs, options = given
    mean, var = (torch.tensor(options[name], dtype=torch.float64) if name in options else None for name in ("runningMean", "runningVar"))
    weight, bias = affine(inputs[1:])
    training = options.get("training", False)
    y = F.batch_norm(
        inputs[0], mean, var, weight, bias, training, options.get("momentum", 0.1), options.get("eps", 1e-5)
    )
    return y if mean is None else torch.cat([y.flatten(), mean, var])


def attention(q, k, v, options=None):
    options = options or {}
    scores = q @ k.transpose(-2, -1) * options.get("scale", 1 / math.sqrt(q.shape[-1]))
    if "mask" in options:
        mask = torch.tensor([[float(x) for x in row] for row in options["mask"]])
        scores = scores + mask
    if "keep" in options:
        scores = scores.masked_fill(torch.tensor(options["keep"]) == 0, -inf)
    if options.get("isCausal"):
        scores = scores.masked_fill(torch.ones(scores.shape[-2:]).tril() == 0, -inf)
    return scores.softmax(-1) @ v


FUNCTIONS = {
    "conv1d": conv(F.conv1d),
    "conv2d": conv(F.conv2d),
    "convTranspose1d": conv(F.conv_transpose1d),
    "convTranspose2d": conv(F.conv_transpose2d),
    "maxPool1d": pool(F.max_pool1d),
    "maxPool2d": pool(F.max_pool2d),
    "avgPool1d": pool(F.avg_pool1d),
    "avgPool2d": pool(F.avg_pool2d),
    "adaptiveAvgPool2d": F.adaptive_avg_pool2d,
    "embedding": embedding,
    "layerNorm": layer_norm,
    "rmsNorm": rms_norm,
    "groupNorm": group_norm,
    "batchNorm": batch_norm,
    "scaledDotProductAttention": attention,
    "einsum": lambda *given: torch.einsum(given[-1], *given[:-1]),
}

cases = []


def show(x):
    if isinstance(x, float) and not math.isfinite(x):
        return "NaN" if math.isnan(x) else ("Infinity" if x > 0 else "-Infinity")
    if isinstance(x, float) and x == int(x) and abs(x) < 1e15 and math.copysign(1, x) > 0:
        return int(x)
    return x


def case(name, shapes, *args, given=None):
    inputs = []
    for i, shape in enumerate(shapes):
        numbers = given[i] if given else [number() for _ in range(math.prod(shape))]
        inputs.append(torch.tensor(numbers, dtype=torch.float64).reshape(shape).requires_grad_())
    y = FUNCTIONS[name](*inputs, *args)
    (y * torch.tensor(weights(y.numel())).reshape(y.shape)).sum().backward()
    flat = lambda x: None if x is None else [show(v) for v in x.detach().flatten().tolist()]
    grads = [x.grad if x.grad is not None else torch.zeros_like(x) for x in inputs]
    cases.append([name, shapes, [flat(x) for x in inputs], args, list(y.shape), flat(y), [flat(g) for g in grads]])


case("conv1d", [[2, 3, 7], [4, 3, 3], [4]])
case("conv1d", [[3, 7], [4, 3, 2]])
case("conv1d", [[2, 4, 9], [6, 2, 3], [6]], {"stride": 2, "padding": 2, "dilation": 2, "groups": 2})
case("conv1d", [[1, 2, 6], [2, 2, 4]], None, {"padding": "same"})
case("conv1d", [[1, 1, 5], [1, 1, 1]], None, {"stride": 3})
case("conv2d", [[2, 3, 5, 6], [4, 3, 3, 2], [4]])
case("conv2d", [[2, 3, 5], [1, 2, 3, 2]])
case("conv2d", [[1, 1, 2, 3], [1, 1, 2, 3]], None, {"padding": 1})
case("conv2d", [[2, 1, 6, 7], [5, 1, 3, 3], [5]], {"padding": [1, 2], "stride": [2, 1]})
case("conv2d", [[1, 2, 7, 8], [2, 2, 2, 3]], None, {"stride": [3, 2], "dilation": [2, 3], "padding": [1, 0]})
case("conv2d", [[1, 2, 6, 6], [3, 2, 2, 2], [3]], {"stride": 2, "dilation": 2, "padding": 1})
case("conv2d", [[1, 2, 4, 5], [2, 2, 4, 2]], None, {"padding": "same", "dilation": [1, 2]})
case("conv2d", [[2, 6, 4, 4], [6, 1, 3, 3], [6]], {"padding": 1, "groups": 6})
case("conv2d", [[1, 4, 5, 5], [6, 2, 2, 2]], None, {"groups": 2, "stride": 4})
case("conv2d", [[2, 5, 3, 3], [7, 5, 1, 1], [7]])
case("conv2d", [[1, 2, 5, 5], [2, 2, 1, 1]], None, {"stride": 3, "padding": 1})
case("conv2d", [[1, 3, 4, 5], [2, 3, 4, 5]])
case("conv2d", [[0, 2, 3, 3], [1, 2, 2, 2]])
case("convTranspose1d", [[2, 3, 4], [3, 2, 3], [2]])
case("convTranspose1d", [[4, 3], [4, 1, 2]], None, {"stride": 3, "outputPadding": 2, "groups": 2})
case("convTranspose1d", [[1, 2, 4], [2, 1, 3]], None, {"stride": 2, "padding": 1, "dilation": 2})
case("convTranspose2d", [[2, 3, 3, 4], [3, 2, 2, 3], [2]])
case("convTranspose2d", [[3, 3, 4], [3, 2, 2, 3]])
case("convTranspose2d", [[1, 2, 3, 3], [2, 3, 3, 3], [3]], {"stride": 2, "padding": 1, "outputPadding": 1})
case("convTranspose2d", [[1, 4, 2, 3], [4, 2, 2, 3], [4]], {"stride": [3, 2], "dilation": [1, 3], "groups": 2})
case("convTranspose2d", [[1, 2, 3, 2], [2, 1, 1, 1]], None, {"stride": 2, "outputPadding": [1, 0]})
case("convTranspose2d", [[1, 1, 3, 3], [1, 1, 3, 3]], None, {"padding": 2, "dilation": 2})

case("maxPool1d", [[2, 2, 7]], 3)
case("maxPool1d", [[2, 7]], 2, {"stride": 1, "padding": 1, "dilation": 3})
case("maxPool2d", [[2, 2, 5, 6]], 2)
case("maxPool2d", [[2, 5, 6]], [2, 3], {"stride": [1, 2]})
case("maxPool2d", [[1, 2, 5, 5]], 3, {"stride": 2, "padding": 1})
case("maxPool2d", [[1, 1, 6, 7]], 2, {"ceilMode": True, "stride": 3, "padding": 1})
case("maxPool2d", [[1, 1, 5, 7]], 2, {"ceilMode": True})
case("maxPool2d", [[1, 1, 7, 7]], 3, {"dilation": 2, "stride": 1, "padding": 1})
case("maxPool2d", [[1, 1, 4, 4]], 2, given=[[1, 1, 0, 2, 1, 1, 2, 2, -1, -1, -inf, -inf, -1, -1, -inf, -inf]])
case("maxPool2d", [[1, 1, 2, 6]], 2, given=[[1, nan, 3, 4, inf, 0, 2, 3, 5, 5, 1, nan]])
case("avgPool1d", [[2, 2, 7]], 3)
case("avgPool1d", [[2, 7]], 4, {"stride": 2, "padding": 2, "countIncludePad": False})
case("avgPool2d", [[2, 2, 5, 6]], 2)
case("avgPool2d", [[1, 5, 7]], [3, 2], {"stride": [2, 3], "padding": [1, 1]})
case("avgPool2d", [[1, 1, 5, 7]], 3, {"stride": 2, "padding": 1, "ceilMode": True})
case("avgPool2d", [[1, 1, 6, 6]], 3, {"stride": 2, "padding": 1, "ceilMode": True, "countIncludePad": False})
case("adaptiveAvgPool2d", [[2, 2, 5, 7]], [2, 3])
case("adaptiveAvgPool2d", [[2, 3, 4]], 1)
case("adaptiveAvgPool2d", [[1, 2, 3]], [5, 2])

for eps in (None, {"eps": 0.5}):
    case("layerNorm", [[3, 4], [4], [4]], [4], eps)
    case("rmsNorm", [[3, 4], [4]], [4], eps)
    case("groupNorm", [[2, 4, 3], [4], [4]], 2, eps)
case("layerNorm", [[2, 3, 4]], [3, 4], None)
case("layerNorm", [[2, 3, 3], [3]], [3], None)
case("rmsNorm", [[2, 2, 3]], [2, 3], None)
case("groupNorm", [[2, 6, 2, 2]], 3, None)
case("groupNorm", [[3, 4], [4], [4]], 1, None)
case("batchNorm", [[4, 3], [3], [3]], {"training": True})
case("batchNorm", [[2, 3, 4], [3], [3]], {"training": True, "eps": 0.1, "runningMean": [1, 2, 3], "runningVar": [1, 2, 0.5]})
case("batchNorm", [[2, 2, 2, 3]], {"training": True, "runningMean": [0, 0.5], "runningVar": [1, 2], "momentum": 0.3})
case("batchNorm", [[3, 2], [2], [2]], {"runningMean": [0.5, -1], "runningVar": [1, 2]})
case("batchNorm", [[2, 2, 2, 2]], {"runningMean": [0.5, -1], "runningVar": [0, 2], "eps": 0.01})

case("embedding", [[5, 3]], [[1, 4], [1, 0]])
case("embedding", [[4, 2]], [0, 3, 3, 0, 2], {"paddingIdx": 3})
case("embedding", [[4, 2]], [1, 3, 1], {"paddingIdx": -3})

case("scaledDotProductAttention", [[4, 3], [5, 3], [5, 2]])
case("scaledDotProductAttention", [[2, 2, 3, 4], [2, 2, 3, 4], [2, 2, 3, 2]], {"isCausal": True})
case("scaledDotProductAttention", [[2, 3, 2], [1, 3, 2], [2, 3, 2]], {"mask": [[0, "-inf", 1], [2, -1, 0.5], [0, 0, 0]]})
case("scaledDotProductAttention", [[2, 2], [3, 2], [3, 2]], {"keep": [[1, 0, 1], [0, 0, 1]], "scale": 0.3})

for equation, shapes in [
    ("ij,jk->ik", [[2, 3], [3, 4]]),
    ("ij,jk", [[2, 3], [3, 4]]),
    ("ba", [[2, 3]]),
    ("ii->i", [[3, 3]]),
    ("ii", [[3, 3]]),
    ("iji->ij", [[2, 3, 2]]),
    ("iii->i", [[2, 2, 2]]),
    ("ij->", [[2, 3]]),
    ("i,j->ij", [[2], [3]]),
    ("bij,bjk->bik", [[2, 2, 3], [2, 3, 2]]),
    ("...ij,...jk->...ik", [[2, 1, 2, 3], [3, 3, 2]]),
    ("i...,i...", [[2, 3], [2, 3]]),
    ("...i->...", [[2, 2, 3]]),
    ("i...->i", [[2, 2, 3]]),
    (" a b , c b -> c a ", [[2, 3], [4, 3]]),
    ("bn,anm,bm->ba", [[2, 3], [4, 3, 2], [2, 2]]),
    ("ab,bc,cd,de->ae", [[2, 3], [3, 2], [2, 4], [4, 2]]),
    ("bhqd,bhkd->bhqk", [[2, 2, 3, 4], [2, 2, 2, 4]]),
    ("ij,ij->i", [[2, 3], [2, 3]]),
    ("ij,ik->i", [[2, 3], [2, 4]]),
    ("aab,b->a", [[2, 2, 3], [3]]),
    ("Ab,bA", [[2, 3], [3, 2]]),
    ("bA,A", [[2, 3], [3]]),
    ("ij,jk->ik", [[2, 1], [3, 4]]),
    ("i...j,j->...i", [[2, 3, 2], [2]]),
    (",i->i", [[], [3]]),
    ("i,i", [[0], [0]]),
    ("ijkl,lkmn,ni->jm", [[2, 3, 2, 2], [2, 2, 2, 3], [3, 2]]),
]:
    case("einsum", shapes, equation)

lines = ",\n".join(json.dumps(row, separators=(",", ":")) for row in cases)
sys.stdout.write("[\n" + lines + "\n]\n")
