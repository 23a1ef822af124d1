"""PyTorch on the workloads of tensors: float32, one thread."""

import torch
import torch.nn.functional as F

from tensors import digest, read

torch.set_num_threads(1)


def training(parameters, rate, loss):
    """Whole steps: forward, backward, descent."""
    initial = [p.detach().clone() for p in parameters]

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
                p.sub_(p.grad, alpha=rate)
        return root.detach()

    return reset, step


def mlp(workload, inputs, p):
    x, labels = inputs["x"], torch.tensor(workload["labels"])

    def loss():
        hidden = F.relu(F.linear(x, p["first.weight"], p["first.bias"]))
        return F.cross_entropy(F.linear(hidden, p["second.weight"], p["second.bias"]), labels)

    return training(list(p.values()), workload["rate"], loss)


def convnet(workload, inputs, p):
    images, labels = inputs["x"], torch.tensor(workload["labels"])

    def loss():
        x = images
        for layer in ("first", "second"):
            x = F.conv2d(x, p[f"{layer}.weight"], p[f"{layer}.bias"], padding=1)
            x = F.max_pool2d(F.relu(x), 2)
        return F.cross_entropy(F.linear(x.flatten(1), p["last.weight"], p["last.bias"]), labels)

    return training(list(p.values()), workload["rate"], loss)


def transformer(workload, _, p):
    batch, heads = workload["batch"], workload["heads"]
    ids, labels = torch.tensor(workload["ids"]).reshape(batch, -1), torch.tensor(workload["labels"])
    context, d = ids.shape[1], p["tokens"].shape[1]

    def attention(x, layer):
        parts = F.linear(x, p[f"{layer}.in.weight"], p[f"{layer}.in.bias"])
        q, k, v = (t.reshape(batch, context, heads, -1).transpose(1, 2) for t in parts.chunk(3, -1))
        weights = ((q * (d // heads) ** -0.5) @ k.transpose(2, 3)).softmax(-1)
        together = (weights @ v).transpose(1, 2).reshape(batch, context, d)
        return F.linear(together, p[f"{layer}.out.weight"], p[f"{layer}.out.bias"])

    def norm(x, name):
        return F.layer_norm(x, (d,), p[f"{name}.weight"], p[f"{name}.bias"])

    def loss():
        x = F.embedding(ids, p["tokens"]) + p["positions"]
        for layer in ("0", "1"):
            x = norm(x + attention(x, layer), f"{layer}.norm1")
            hidden = F.gelu(F.linear(x, p[f"{layer}.up.weight"], p[f"{layer}.up.bias"]))
            x = norm(x + F.linear(hidden, p[f"{layer}.down.weight"], p[f"{layer}.down.bias"]), f"{layer}.norm2")
        return F.cross_entropy(F.linear(x, p["head.weight"], p["head.bias"]).reshape(batch * context, -1), labels)

    return training(list(p.values()), workload["rate"], loss)


def softmax(workload, inputs, _):
    logits, labels = inputs["logits"].requires_grad_(), torch.tensor(workload["labels"])

    def step():
        loss = F.cross_entropy(logits, labels)
        logits.grad = None
        loss.backward()
        return loss.detach()

    return (lambda: None), step, lambda: [float(step()), digest(logits.grad)]


def gemm(workload, inputs, _):
    a, b = inputs["a"], inputs["b"]
    left, right = (a.t() if workload["layout"] == "TN" else a), (b.t() if workload["layout"] == "NT" else b)
    out = torch.empty(workload["n"], workload["n"])

    def step():
        torch.mm(left, right, out=out)

    return (lambda: None), step, lambda: [digest(out)]


kinds = {"mlp": mlp, "convnet": convnet, "transformer": transformer, "softmax": softmax, "gemm": gemm}


def make(workload):
    if workload["kind"] == "margin":
        import torch_tensors

        torch.set_default_dtype(torch.float32)
        return torch_tensors.make(workload)
    inputs, trained = read(workload)
    return kinds[workload["kind"]](workload, inputs, {name: p.requires_grad_() for name, p in trained.items()})
