"""PyTorch in float64: where the audit's answers come from."""

import torch
from torch.nn import functional as F

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)


def lift(x):
    return x if isinstance(x, torch.Tensor) else torch.tensor(float(x))


def conv2d(x, w, padding):
    return F.conv2d(x[None, None], w[None, None], padding=padding)[0, 0]


words = {
    "constant": lambda data: torch.tensor(data, dtype=torch.float64),
    "add": lambda a, b: a + b,
    "sub": lambda a, b: a - b,
    "mul": lambda a, b: a * b,
    "div": lambda a, b: a / b,
    "pow": lambda a, b: a**b,
    "max": lambda a, b: torch.maximum(lift(a), lift(b)),
    "min": lambda a, b: torch.minimum(lift(a), lift(b)),
    **{name: getattr(torch, name) for name in "exp log sqrt abs tanh sin sigmoid relu log1p expm1 floor sign".split()},
    "leakyRelu": F.leaky_relu,
    "softplus": F.softplus,
    "silu": F.silu,
    "gelu": F.gelu,
    "clamp": torch.clamp,
    "detach": lambda x: x.detach(),
    "positive": lambda x, then, otherwise: torch.where(x > 0, then, lift(otherwise)),
    "total": lambda x: x.sum(),
    "sum": lambda x, dim: x.sum(dim),
    "mean": lambda x, dim: x.mean(dim),
    "prod": lambda x: x.prod(),
    "norm": lambda x: x.norm(),
    "variance": lambda x: x.var(0, unbiased=False),
    "std": lambda x: x.std(0),
    "amax": lambda x, dim: x.amax(dim),
    "softmax": lambda x: torch.softmax(x, -1),
    "logSoftmax": lambda x: torch.log_softmax(x, -1),
    "logsumexp": lambda x: torch.logsumexp(x, -1),
    "crossEntropy": lambda x, label: F.cross_entropy(x[None], torch.tensor([label])),
    "bceWithLogits": lambda x, targets: F.binary_cross_entropy_with_logits(x, torch.tensor(targets, dtype=torch.float64)),
    "matmul": torch.matmul,
    "reshape": torch.reshape,
    "transpose": lambda x: x.T,
    "concat": torch.cat,
    "gather": lambda x, indices: x[torch.tensor(indices)],
    "cumsum": lambda x, dim=0: x.cumsum(dim),
    "everySecond": lambda x: x[::2],
    "broadcastTo": lambda x, shape: x.broadcast_to(shape),
    "maxPool": lambda x, size: F.max_pool2d(x[None, None], size).sum(),
    "conv2d": conv2d,
}


def optimise(name, options):
    lr, eps, decay = options["lr"], options.get("eps"), options.get("weightDecay", 0)
    betas = (options.get("beta1"), options.get("beta2"))
    makers = {
        "sgd": lambda p: torch.optim.SGD(p, lr=lr),
        "momentum": lambda p: torch.optim.SGD(p, lr=lr, momentum=options["momentum"]),
        "nesterov": lambda p: torch.optim.SGD(p, lr=lr, momentum=options["momentum"], nesterov=True),
        "adam": lambda p: torch.optim.Adam(p, lr=lr, betas=betas, eps=eps, weight_decay=decay),
        "adamw": lambda p: torch.optim.AdamW(p, lr=lr, betas=betas, eps=eps, weight_decay=decay),
        "rmsprop": lambda p: torch.optim.RMSprop(p, lr=lr, alpha=options["decay"], eps=eps),
    }
    x = torch.tensor(1.0, requires_grad=True)
    stepper = makers[name]([x])
    for _ in range(3):
        stepper.zero_grad()
        (x * x).backward()
        stepper.step()
    return x.item()


def derivatives(case, run):
    x = torch.tensor(float(case["at"][0]), requires_grad=True)
    (y,) = run(case, words, [x])
    found = []
    for _ in range(case["derivatives"]):
        if not y.requires_grad:
            found.append(0.0)
            continue
        (y,) = torch.autograd.grad(y, x, create_graph=True)
        found.append(y.item())
    return found


def answer(case, run):
    if case.get("optimiser"):
        return {"value": optimise(case["optimiser"], case["options"]), "grads": []}
    if case.get("derivatives"):
        return {"derivatives": derivatives(case, run)}
    leaves = [torch.tensor(x, dtype=torch.float64, requires_grad=True) for x in case["at"]]
    outputs = run(case, words, leaves)
    value = outputs[0].item()
    if case.get("change"):
        leaf, number = case["change"]
        with torch.no_grad():
            leaves[leaf].fill_(number)
    sweeps = case.get("sweeps") or [0]
    for i, output in enumerate(sweeps):
        outputs[output].backward(retain_graph=len(sweeps) > 1)
    grads = [torch.zeros_like(x) if x.grad is None else x.grad for x in leaves]
    return {"value": value, "grads": [g for x in grads for g in x.flatten().tolist()]}
