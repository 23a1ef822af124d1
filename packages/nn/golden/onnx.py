"""Writes golden/onnx/: models of PyTorch as its exporter writes them, with inputs and outputs.

Run: /usr/bin/python3 -P golden/onnx.py && npx biome format --write golden/onnx.json   (in packages/nn; needs python3-torch; written by 1.13)
Each model is one .onnx file. onnx.json holds for each an input of five, its output, and for the two that it was exported with the
gradients of the sum of squares of the output.
"""
import json
import pathlib
import warnings

import torch
from torch import nn

warnings.filterwarnings("ignore")
folder = pathlib.Path(__file__).parent / "onnx"
folder.mkdir(exist_ok=True)


class Residual(nn.Module):
    """A small convolutional net with what such nets have."""

    def __init__(self):
        super().__init__()
        self.first = nn.BatchNorm2d(2)
        self.conv = nn.Conv2d(2, 4, 3, padding=1)
        self.norm = nn.BatchNorm2d(4)
        self.depthwise = nn.Conv2d(4, 4, 3, stride=2, padding=1, groups=4, bias=False)
        self.head = nn.Linear(4, 3)

    def forward(self, x):
        y = torch.relu(self.norm(self.conv(self.first(x))))
        y = torch.max_pool2d(y, 3, 2, 1) + self.depthwise(y)
        y = nn.functional.avg_pool2d(y, 2, ceil_mode=True)
        return torch.log_softmax(self.head(nn.functional.adaptive_avg_pool2d(y, 1).flatten(1)), 1)


class Attention(nn.Module):
    """Words, an encoder layer with attention, the mean over the words."""

    def __init__(self):
        super().__init__()
        self.words = nn.Embedding(11, 8)
        self.places = nn.Parameter(torch.randn(1, 5, 8) * 0.1)
        self.attention = nn.MultiheadAttention(8, 2, batch_first=True)
        self.norm = nn.LayerNorm(8)
        self.maps = nn.Sequential(nn.Linear(8, 16), nn.GELU(), nn.Linear(16, 8))
        self.head = nn.Linear(8, 4)

    def forward(self, words):
        x = self.words(words) + self.places[:, : words.shape[1]]
        y, _ = self.attention(x, x, x, need_weights=False)
        x = self.norm(x + y)
        return self.head((x + self.maps(x)).mean(1))


class Shapes(nn.Module):
    """Sizes that the exporter computes in the graph."""

    def forward(self, x):
        n, c, l = x.shape
        y = x.reshape(n * c, l)[:, 1:-1].view(n, c, -1).transpose(1, 2)
        y = torch.cat([y, y.flip(1)[:, ::2]], 1).unsqueeze(-1).expand(-1, -1, -1, 2)
        y = nn.functional.pad(y, (1, 0, 0, 2), value=0.5)
        a, b = y.chunk(2, 1) if y.shape[1] % 2 == 0 else (y[:, :2], y[:, 2:4])
        return torch.where(a > b, a.clamp(-0.5, 0.5), b.abs().sqrt()).flatten(2).masked_fill(b.flatten(2) < 0, -1.0)


class Elementwise(nn.Module):
    def forward(self, x):
        f = nn.functional
        parts = [
            torch.erf(x), torch.sigmoid(x), torch.tanh(x), f.softplus(x), f.elu(x), f.selu(x), f.leaky_relu(x, 0.2), f.silu(x), f.mish(x),
            f.gelu(x), f.gelu(x, approximate="tanh"), f.hardtanh(x), f.hardswish(x), f.relu6(x), torch.exp(x), torch.log(x.abs() + 1),
            x.pow(2), x.abs().rsqrt(), torch.sin(x), torch.atan(x), torch.floor(x), torch.round(x), torch.sign(x), torch.maximum(x, -x),
        ]
        return torch.stack(parts, 1)


class Reductions(nn.Module):
    def forward(self, x):
        parts = [
            x.sum(-1), x.mean(-1), x.amax(-1), x.amin(-1), x.logsumexp(-1), x.var(-1), x.std(-1, unbiased=False), x.norm(dim=-1),
            x.argmax(-1).float(), x.prod(-1), x.cumsum(-1)[..., -1], x.topk(2, -1).values[..., 1],
        ]
        return torch.cat(parts, -1)


torch.manual_seed(0)
noise = torch.randn
models = {
    "mlp": (nn.Sequential(nn.Linear(3, 8), nn.Tanh(), nn.Dropout(), nn.Linear(8, 2), nn.Softmax(-1)), noise(2, 3)),
    "convolutions": (Residual(), noise(2, 2, 9, 8)),
    "signal": (
        nn.Sequential(
            nn.Conv1d(2, 4, 3, dilation=2, padding=2), nn.ReLU(), nn.MaxPool1d(2), nn.GroupNorm(2, 4),
            nn.ConvTranspose1d(4, 2, 3, stride=2, padding=1, output_padding=1), nn.InstanceNorm1d(2), nn.AvgPool1d(3, 1, 1), nn.Flatten(),
        ),
        noise(2, 2, 9),
    ),
    "attention": (Attention(), torch.randint(0, 11, (2, 5))),
    "shapes": (Shapes(), noise(2, 3, 6)),
    "elementwise": (Elementwise(), noise(2, 4)),
    "reductions": (Reductions(), noise(2, 3, 4)),
}

golden = {}
for name, (model, x) in models.items():
    # A few steps of training, so that running means are not those that they began with.
    model.train()
    if list(model.parameters()):
        optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
        for _ in range(3):
            optimizer.zero_grad()
            model(x).square().mean().backward()
            optimizer.step()
    model.eval()
    torch.onnx.export(
        model, x, str(folder / f"{name}.onnx"), opset_version=17 if name != "mlp" else 11,
        input_names=["x"], output_names=["y"], dynamic_axes={"x": {0: "n"}, "y": {0: "n"}},
    )
    first = x.clone()
    if first.is_floating_point():
        first.requires_grad_()
    model.zero_grad()
    y = model(first)
    if y.requires_grad:
        y.square().sum().backward()
    more = torch.cat([x, x.flip(0), x])[:5]
    entry = {"shape": list(more.shape), "x": more.flatten().tolist()}
    out = model(more)
    entry["outputShape"], entry["y"] = list(out.shape), out.flatten().tolist()
    entry["first"] = {
        "shape": list(x.shape), "x": x.flatten().tolist(),
        "gradients": {key: p.grad.flatten().tolist() for key, p in model.named_parameters() if p.grad is not None},
        "gradient": first.grad.flatten().tolist() if first.grad is not None else None,
    }
    golden[name] = entry

(folder.parent / "onnx.json").write_text(json.dumps(golden, separators=(",", ":")) + "\n")
