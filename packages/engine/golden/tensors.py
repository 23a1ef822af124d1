"""Golden numbers for ops on tensors from PyTorch, in float64.

Run: python3 -P tensors.py > tensors.json     (needs python3-torch; made with 1.13; -P because of random.py)
and then: biome format --write tensors.json

A case is [method, shapes, numbers of each input, arguments, shape of y, y, gradient of each input]: the gradients are
those of sum(y * weight) with the irregular weights of `weights`. An input that has no gradient has null. Numbers that
JSON does not have are strings.
"""

import itertools
import json
import math
import sys

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
inf, nan = math.inf, math.nan
state = 1


def number():
    global state
    state = state * 16807 % 2147483647
    return round(state / 2147483647 * 6 - 3, 3)


def weights(n):
    golden = (3 - math.sqrt(5)) / 2
    return [(-1 if i % 2 == 0 else 1) * (0.5 + ((i + 1) * golden) % 1) for i in range(n)]


def size(shape):
    return math.prod(shape)


def dims(dim):
    return tuple(dim) if isinstance(dim, list) else dim


def reduce_all(f, x, dim, keepdim):
    return f(x, dims(dim) if dim is not None else tuple(range(x.dim())), keepdim=keepdim)


def norm(x, p=2, dim=None, keepdim=False):
    return torch.linalg.vector_norm(x, p if p != "Infinity" else inf, dims(dim), keepdim)


def prod(x, dim=None, keepdim=False):
    return x.prod() if dim is None else x.prod(dim, keepdim)


def flags(options, **names):
    return {name: (options or {}).get(key, usual) for name, (key, usual) in names.items()}


def var(f):
    def run(x, dim=None, options=None):
        found = dict(correction=1, keepdim=False)
        found.update(options or {})
        return f(x, dims(dim) if dim is not None else tuple(range(x.dim())), **found)

    return run


def index(x):
    return torch.tensor(x, dtype=torch.int64)


def sliced(x, dim, start=None, end=None, step=1):
    at = [slice(None)] * x.dim()
    at[dim] = slice(start, end, step)
    return x[tuple(at)]


METHODS = {
    "sum": lambda x, dim=None, keepdim=False: x.sum() if dim is None else x.sum(dims(dim), keepdim),
    "mean": lambda x, dim=None, keepdim=False: x.mean() if dim is None else x.mean(dims(dim), keepdim),
    "amax": lambda x, dim=None, keepdim=False: reduce_all(torch.amax, x, dim, keepdim),
    "amin": lambda x, dim=None, keepdim=False: reduce_all(torch.amin, x, dim, keepdim),
    "argmax": lambda x, dim=None, keepdim=False: x.argmax(dim, keepdim).double(),
    "argmin": lambda x, dim=None, keepdim=False: x.argmin(dim, keepdim).double(),
    "logsumexp": lambda x, dim=None, keepdim=False: reduce_all(torch.logsumexp, x, dim, keepdim),
    "norm": norm,
    "prod": prod,
    "var": var(torch.var),
    "std": var(torch.std),
    "cumsum": lambda x, dim: x.cumsum(dim),
    "softmax": lambda x, dim: x.softmax(dim),
    "logSoftmax": lambda x, dim: x.log_softmax(dim),
    "logSoftmaxAt": lambda x, dim, i: x.log_softmax(dim).gather(dim, index(i).unsqueeze(dim)).squeeze(dim),
    "reshape": lambda x, shape: x.reshape(shape),
    "permute": lambda x, order: x.permute(order),
    "transpose": lambda x, a=-2, b=-1: x.transpose(a, b),
    "slice": sliced,
    "at": lambda x, i, dim=0: x.select(dim, i),
    "squeeze": lambda x, dim=None: x.squeeze() if dim is None else x.squeeze(dim),
    "unsqueeze": lambda x, dim: x.unsqueeze(dim),
    "flatten": lambda x, a=0, b=-1: x.flatten(a, b),
    "broadcastTo": lambda x, shape: x.broadcast_to(shape),
    "flip": lambda x, dim: x.flip(dims(dim)),
    "pad": lambda x, padding, value=0: F.pad(x, padding, value=value),
    "tril": lambda x, diagonal=0: x.tril(diagonal),
    "triu": lambda x, diagonal=0: x.triu(diagonal),
    "matmul": lambda a, b: a.matmul(b),
    "linear": lambda x, w, b=None: F.linear(x, w, b),
    "gather": lambda x, dim, i: x.gather(dim, index(i)),
    "indexSelect": lambda x, dim, i: x.index_select(dim, index(i)),
    "where": lambda x, condition, other: torch.where(condition != 0, x, other),
    "concat": lambda *x: torch.cat(x[:-1], x[-1]),
    "stack": lambda *x: torch.stack(x[:-1], x[-1]),
    "oneHot": lambda i, n: F.one_hot(index(i), n).double(),
    "sort": lambda x, dim=-1, options=None: x.sort(dim=dim, stable=True, **(options or {}))[0],
    "argsort": lambda x, dim=-1, options=None: torch.sort(x, dim=dim, stable=True, **(options or {}))[1].double(),
    "topk": lambda x, k, dim=-1, options=None: x.topk(k, dim, **(options or {}))[0],
    "split": lambda x, sizes, dim=0: torch.cat([part * (i + 1) for i, part in enumerate(x.split(sizes, dim))], dim),
}

cases = []


def show(x):
    if isinstance(x, float) and not math.isfinite(x):
        return "NaN" if math.isnan(x) else ("Infinity" if x > 0 else "-Infinity")
    if isinstance(x, float) and x == int(x) and abs(x) < 1e15 and math.copysign(1, x) > 0:
        return int(x)
    return x


def case(method, shapes, *args, given=None, constant=()):
    """`given`: the numbers of the inputs; `constant`: which inputs get no gradient."""
    inputs = []
    for i, shape in enumerate(shapes):
        numbers = given[i] if given else [number() for _ in range(size(shape))]
        inputs.append(torch.tensor(numbers, dtype=torch.float64).reshape(shape).requires_grad_(i not in constant))
    y = METHODS[method](*inputs, *args)
    grads = [None] * len(inputs)
    if y.requires_grad:
        (y * torch.tensor(weights(y.numel())).reshape(y.shape)).sum().backward()
        grads = [x.grad for x in inputs]
    flat = lambda x: None if x is None else [show(v) for v in x.detach().flatten().tolist()]
    cases.append([method, shapes, [flat(x) for x in inputs], args, list(y.shape), flat(y), [flat(g) for g in grads]])


for name in "sum mean logsumexp prod amax amin".split():
    for args in [(), (0,), (-1, True), (1,)]:
        case(name, [[2, 3, 2]], *args)
    if name != "prod":
        case(name, [[2, 3, 2]], [0, 2])
        case(name, [[2, 3, 2]], [-1, 0], True)
        case(name, [[2, 3, 2, 2]], [1, 2])
    case(name, [[]])
    case(name, [[2, 1]], 1)
    # PyTorch's prod divides the result by the input there; the product of the others is not NaN.
    if name == "prod":
        continue
    case(name, [[4]], given=[[1, nan, 3, 3]])
    case(name, [[3]], given=[[inf, 1, inf]])
    case(name, [[3]], given=[[-inf, 1, -inf]])
for name in "sum mean prod logsumexp".split():
    case(name, [[0]])
    case(name, [[2, 0, 3]], 1)
    case(name, [[2, 0, 3]], 2, True)
case("amax", [[2, 0]], 0)
case("amin", [[0, 3]], 1, True)
for name in ("amax", "amin"):
    case(name, [[4]], given=[[0, 3, 3, 1]])
    case(name, [[2, 3]], 1, given=[[1, 1, 2, 5, 5, 5]])
    case(name, [[2, 3]], [0, 1], given=[[1, 1, 1, 1, 0, 0]])
for name in ("argmax", "argmin"):
    for args in [(), (0,), (1, True), (-1,)]:
        case(name, [[3, 4]], *args)
    case(name, [[4]], given=[[1, 3, 3, 1]])
    case(name, [[4]], 0, given=[[1, nan, 9, nan]])
    case(name, [[]])
for p in (2, 1, 3, 0.5, 0, "Infinity"):
    case("norm", [[2, 3]], p)
    case("norm", [[2, 3, 2]], p, [0, 2], True)
    case("norm", [[2, 3]], p, -1)
case("norm", [[2]], given=[[0, 0]])
case("norm", [[2, 2]], 2, 1, given=[[0, 0, 3, 4]])
for name in ("var", "std"):
    for args in [(), (0,), (1, {"keepdim": True}), ([0, 2], {"correction": 0}), (-1, {"correction": 2})]:
        case(name, [[3, 4, 3]], *args)
    case(name, [[3]], given=[[1e9, 1e9 + 1, 1e9 + 2]])
case("std", [[3]], given=[[2, 2, 2]])
case("prod", [[3]], given=[[2, 0, 3]])
case("prod", [[3]], given=[[0, 0, 3]])
case("prod", [[2, 3]], 1, given=[[2, 0, 3, 0, 0, 4]])
for name in ("cumsum", "softmax", "logSoftmax"):
    for dim in (0, 1, -1):
        case(name, [[2, 3, 4]], dim)
    case(name, [[]], 0)
    case(name, [[0, 3]], 0)
    case(name, [[2, 0]], 1)
    case(name, [[3]], 0, given=[[1, nan, 2]])
case("softmax", [[3]], 0, given=[[1000, 1000, -1000]])
case("softmax", [[3]], 0, given=[[1, -inf, 2]])
case("softmax", [[2]], 0, given=[[-inf, -inf]])
case("logSoftmax", [[2]], 0, given=[[2000, 0]])
case("logSoftmax", [[3]], 0, given=[[1, -inf, 2]])
case("reshape", [[2, 6]], [3, -1])
case("reshape", [[0, 3]], [3, 0, 2])
case("permute", [[2, 3, 4]], [2, 0, 1])
case("permute", [[2, 3, 4]], [-1, 0, -2])
case("transpose", [[2, 3, 4]])
case("transpose", [[2, 3, 4]], 0, -1)
for args in [(0,), (0, 1), (1, 0, 3, 2), (1, -3, -1), (0, 0, None, 3), (1, 3, 1), (0, -99, 99, 2), (1, 5, 9)]:
    case("slice", [[7, 4]], *[a for a in args if a is not None or args[-1] is not None])
case("at", [[3, 4]], -1)
case("at", [[3, 4]], 2, 1)
case("squeeze", [[2, 1, 3, 1]])
case("squeeze", [[2, 1, 3, 1]], 1)
case("squeeze", [[2, 1, 3, 1]], 0)
case("unsqueeze", [[2, 3]], -1)
case("unsqueeze", [[2, 3]], 1)
case("flatten", [[2, 3, 4]])
case("flatten", [[2, 3, 4]], 1)
case("flatten", [[2, 3, 4]], 0, -2)
case("flatten", [[]])
case("broadcastTo", [[3, 1]], [2, 3, 4])
case("broadcastTo", [[1]], [0, 3])
case("flip", [[2, 3]], [0, 1])
case("flip", [[2, 3]], [-1])
case("pad", [[2, 3]], [1, 2])
case("pad", [[2, 3]], [1, 0, 2, 1], 7)
case("pad", [[2, 3]], [-1, 1, 0, -1])
for diagonal in (-1, 0, 2):
    case("tril", [[2, 3, 4]], diagonal)
    case("triu", [[4, 3]], diagonal)
case("tril", [[2, 2]], given=[[1, inf, nan, 2]])
shapes = [[3], [2, 3], [4, 2, 3], [2, 1, 2, 3]]
right = [[3], [3, 4], [4, 3, 2], [1, 4, 3, 2], [2, 1, 3, 2]]
for a, b in itertools.product(shapes, right):
    try:
        torch.broadcast_shapes(a[:-2], b[:-2])
    except RuntimeError:
        continue
    case("matmul", [a, b])
case("matmul", [[0, 3], [3, 2]])
case("matmul", [[2, 0], [0, 2]])
case("matmul", [[0], [0]])
case("matmul", [[3, 0, 2], [2, 4]])
case("matmul", [[2, 2], [2, 2]], given=[[0, 1, 2, 3], [inf, 1, 2, nan]])
case("linear", [[4, 3], [2, 3], [2]])
case("linear", [[2, 4, 3], [5, 3]])
case("linear", [[3], [2, 3], [2]])
case("linear", [[0, 3], [2, 3], [2]])
case("gather", [[2, 3]], 1, [[2, 2, 0, 1], [0, 0, 0, 1]])
case("gather", [[3, 2]], -2, [[2, 1], [2, 2]])
case("gather", [[3, 3]], 0, [[2]])
case("indexSelect", [[3, 2]], 0, [2, 2, 0, 2])
case("indexSelect", [[2, 3]], -1, [1, 0])
case("indexSelect", [[2, 3]], 1, [])
case("where", [[2, 3], [2, 3], [2, 3]], given=[[1, 2, 3, 4, 5, 6], [1, 0, 2, 0, 1, 0], [6, 5, 4, 3, 2, 1]], constant=[1])
case("where", [[3], [2, 1], []], given=[[1, nan, 3], [1, 0], [8]], constant=[1])
case("concat", [[2, 3], [2, 1]], 1)
case("concat", [[2], [0], [3]], -1)
case("stack", [[2, 3], [2, 3]], 1)
case("stack", [[], []], 0)
case("stack", [[2], [2]], -1)
case("oneHot", [], [[2, 0], [1, 1]], 3)
case("sort", [[3, 4]])
case("sort", [[3, 4]], 0, {"descending": True})
case("sort", [[5]], given=[[2, nan, 1, inf, -inf]])
case("argsort", [[6]], given=[[2, 1, 2, 1, nan, 0]])
case("argsort", [[6]], 0, {"descending": True}, given=[[2, 1, 2, 1, nan, 0]])
case("topk", [[2, 5]], 2)
case("topk", [[4, 2]], 3, 0, {"largest": False})
case("split", [[5, 2]], 2)
case("split", [[2, 5]], [1, 4], 1)
case("logSoftmaxAt", [[2, 3]], 1, [2, 0])
case("logSoftmaxAt", [[3, 2]], 0, [1, 1])
case("logSoftmaxAt", [[2, 4, 3]], -2, [[0, 3, 1], [2, 2, 0]])
case("logSoftmaxAt", [[3]], 0, 1)
case("logSoftmaxAt", [[2]], 0, 1, given=[[2000, 0]])
case("logSoftmaxAt", [[2, 3]], 1, [0, 2], given=[[1, -inf, 2, nan, 1, 3]])

lines = ",\n".join(json.dumps(row, separators=(",", ":")) for row in cases)
sys.stdout.write("[\n" + lines + "\n]\n")
