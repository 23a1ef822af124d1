"""Ops of neural networks by PyTorch on one thread: reads "name count" lines, answers with seconds of CPU time."""
import sys
import time

import torch
import torch.nn.functional as F

torch.set_num_threads(1)
torch.manual_seed(1)


def leaf(*shape):
    return torch.randn(*shape).requires_grad_()


def both(name, f, *inputs):
    cotangent = torch.randn_like(f(*inputs))
    constants = [x.detach() for x in inputs]

    def run():
        for x in inputs:
            x.grad = None
        f(*inputs).backward(cotangent)

    return {name + ".forward": lambda: f(*constants), name + ".both": run}


def net(images):
    sizes = [(8, 1, 3, 3), (8,), (16, 8, 3, 3), (16,), (10, 784), (10,)]
    parameters = [(0.1 * torch.randn(*size)).requires_grad_() for size in sizes]
    w1, b1, w2, b2, w3, b3 = parameters
    x, labels = torch.randn(images, 1, 28, 28), torch.arange(images) % 10

    def step():
        for parameter in parameters:
            parameter.grad = None
        first = F.max_pool2d(F.relu(F.conv2d(x, w1, b1, padding=1)), 2)
        second = F.max_pool2d(F.relu(F.conv2d(first, w2, b2, padding=1)), 2)
        F.cross_entropy(F.linear(second.flatten(1), w3, b3), labels).backward()
        with torch.no_grad():
            for parameter in parameters:
                parameter -= 0.01 * parameter.grad

    return step


def attend(q, k, v, mask=None):
    scores = q @ k.transpose(-2, -1) * q.shape[-1] ** -0.5
    return (scores if mask is None else scores.masked_fill(mask, -torch.inf)).softmax(-1) @ v


later = torch.ones(64, 64).triu(1) == 1
words = torch.arange(4096) * 7919 % 1000
cases = {
    "net.1": net(1),
    "net.64": net(64),
    **both("conv1", lambda x, w, b: F.conv2d(x, w, b, padding=1), leaf(64, 1, 28, 28), leaf(8, 1, 3, 3), leaf(8)),
    **both("conv2", lambda x, w, b: F.conv2d(x, w, b, padding=1), leaf(64, 8, 14, 14), leaf(16, 8, 3, 3), leaf(16)),
    **both("wide", lambda x, w: F.conv2d(x, w, padding=1), leaf(8, 64, 28, 28), leaf(64, 64, 3, 3)),
    **both("stride2", lambda x, w: F.conv2d(x, w, padding=1, stride=2), leaf(8, 32, 28, 28), leaf(64, 32, 3, 3)),
    **both("1x1", F.conv2d, leaf(8, 64, 28, 28), leaf(64, 64, 1, 1)),
    **both("depthwise", lambda x, w: F.conv2d(x, w, padding=1, groups=64), leaf(8, 64, 28, 28), leaf(64, 1, 3, 3)),
    **both("pool", lambda x: F.max_pool2d(x, 2), leaf(64, 8, 28, 28)),
    **both("layerNorm", lambda x, w, b: F.layer_norm(x, [64], w, b), leaf(512, 64), leaf(64), leaf(64)),
    **both("wideNorm", lambda x, w, b: F.layer_norm(x, [768], w, b), leaf(512, 768), leaf(768), leaf(768)),
    **both("batchNorm", lambda x, w, b: F.batch_norm(x, None, None, w, b, True), leaf(32, 16, 14, 14), leaf(16), leaf(16)),
    **both("embedding", lambda w: F.embedding(words, w), leaf(1000, 64)),
    **both("attention", lambda q, k, v: attend(q, k, v, later), *[leaf(8, 4, 64, 16) for _ in range(3)]),
    **both("long", attend, *[leaf(1, 8, 256, 64) for _ in range(3)]),
}

for line in sys.stdin:
    name, count = line.split()
    start = time.process_time()
    for _ in range(int(count)):
        cases[name]()
    print(time.process_time() - start, flush=True)
