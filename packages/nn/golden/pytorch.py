"""Golden files of torch.save, from the PyTorch that runs this.

Run: /usr/bin/python3 -P pytorch.py     (needs python3-torch; -P because of safetensors.py beside it)
Writes pytorch/<version>/ beside this script:
formats.pt: every format, every way in which a tensor may lie in its storage, names that are dangerous elsewhere, other data;
formats-legacy.pt, formats-protocol-4.pt, formats-protocol-5.pt: the same, written otherwise;
layers.pt: a layer of each kind, in float64, with inputs and the output after eval();
whole-model.pt: what is no state dict but a program, and must be refused;
mlp.pt, conv-net.pt, transformer.pt, transformer-float64.pt, optimizers.pt: trainings that stopped, with what follows: see `trained`.
pytorch/formats.json has what must be read from formats.pt: the numbers as texts.
"""

import collections
import json
import pathlib

import torch
from torch import nn

here = pathlib.Path(__file__).parent / "pytorch"
folder = here / ".".join(torch.__version__.split("+")[0].split(".")[:2])
folder.mkdir(parents=True, exist_ok=True)


def save(name, data, **options):
    torch.save(data, folder / f"{name}.pt", **options)


# Formats.
torch.manual_seed(0)
inf, nan = float("inf"), float("nan")
floats = [0.0, -0.0, 1.5, -2.0, inf, -inf, nan, 2.0**-14]
tensors = collections.OrderedDict(
    f64=torch.tensor([*floats, 0.1, 5e-324], dtype=torch.float64),
    f32=torch.tensor([*floats, 0.1, 1e-45], dtype=torch.float32),
    f16=torch.tensor([*floats, 0.1, 6e-8], dtype=torch.float16),
    bf16=torch.tensor([*floats, 0.1, 1e-40], dtype=torch.bfloat16),
    i64=torch.tensor([-(2**63), -1, 2**63 - 1]),
    i32=torch.tensor([-(2**31), -1, 2**31 - 1], dtype=torch.int32),
    i16=torch.tensor([-(2**15), -1, 2**15 - 1], dtype=torch.int16),
    i8=torch.tensor([-128, -1, 127], dtype=torch.int8),
    u8=torch.tensor([0, 255], dtype=torch.uint8),
    bool=torch.tensor([True, False, True]),
)
base = torch.arange(24.0).reshape(2, 3, 4)
tensors.update(
    base=base,
    part=base[1, 1:, 1:3],
    transposed=base.transpose(0, 2),
    every_other=torch.arange(7)[1::2],
    expanded=torch.tensor([[1.0], [2.0]]).expand(2, 3),
    half_transposed=torch.arange(6.0).half().reshape(2, 3).T,
    scalar=torch.tensor(0.1, dtype=torch.float64),
    row=torch.ones(1, 3)[:, 1:2],
    empty=torch.zeros(3, 0, 2),
    tied=base,
)
parameter = nn.Parameter(torch.tensor([1.0, 2.0]))
tensors["parameter"] = parameter
tagged = nn.Parameter(torch.tensor([3.0]))
tagged.is_bias = True
tensors["tagged"] = tagged
for i, name in enumerate(["", "__proto__", "constructor", 'gewicht "µ" \\ 重み 🏋']):
    tensors[name] = torch.tensor([i], dtype=torch.uint8)
shared = [1, 2]
data = {
    "tensors": tensors,
    "model": nn.Sequential(nn.Linear(1, 1), nn.BatchNorm1d(1)).state_dict(),
    "numbers": [0, 255, 256, 65536, -1, -(2**31), 2**31, -(2**53), 2**70, -(2**70), 0.1, -0.0, inf, nan],
    "texts": ["", "ä🏋", "x" * 300],
    "constants": (None, True, False),
    "by_number": {0: {"step": 1}, 7: "seven", -1: []},
    "mixed": {"a": 1, 1: "b", None: 2, 0.5: 3},
    "one": shared,
    "again": shared,
    "bytes": b"\x00\xff",
    "dtype": torch.float16,
    "device": torch.device("cuda:1"),
    "size": base.shape,
    "milestones": collections.Counter([30, 80]),
    "nested": {"__proto__": {"__proto__": {}}, "empty": {}, "list": [[[]], ()]},
}
if hasattr(torch, "uint16"):
    extra = dict(u16=[0, 2**16 - 1], u32=[0, 2**32 - 1], u64=[0, 2**64 - 1])
    tensors.update({k: torch.tensor(v, dtype=getattr(torch, f"uint{k[1:]}")) for k, v in extra.items()})
save("formats", data)
save("formats-legacy", data, _use_new_zipfile_serialization=False)
save("formats-protocol-4", data, pickle_protocol=4)
save("formats-protocol-5", data, pickle_protocol=5)
save("whole-model", nn.Linear(1, 1))


def texts(tensor):
    numbers = tensor.detach().flatten().tolist()
    return [repr(n) if isinstance(n, float) else str(int(n)) for n in numbers]


if not hasattr(torch, "uint16"):
    expected = {key: {"shape": list(t.shape), "numbers": texts(t)} for key, t in tensors.items()}
    (here / "formats.json").write_text(json.dumps(expected, indent=1, ensure_ascii=False) + "\n")

# Layers.
torch.manual_seed(3)
torch.set_default_dtype(torch.float64)
x = torch.randn
layers = {
    "Linear": (nn.Linear(3, 2), [x(4, 3)]),
    "Embedding": (nn.Embedding(5, 3, padding_idx=1), [torch.tensor([[0, 1], [4, 2]])]),
    "Conv1d": (nn.Conv1d(2, 4, 3, stride=2, padding=1, groups=2), [x(2, 2, 7)]),
    "Conv2d": (nn.Conv2d(2, 3, (3, 2), dilation=(1, 2), bias=False), [x(2, 2, 5, 6)]),
    "ConvTranspose1d": (nn.ConvTranspose1d(2, 3, 4, stride=3, output_padding=1), [x(2, 2, 5)]),
    "ConvTranspose2d": (nn.ConvTranspose2d(4, 2, 3, stride=2, padding=1, groups=2), [x(1, 4, 3, 4)]),
    "BatchNorm1d": (nn.BatchNorm1d(3), [x(6, 3)]),
    "BatchNorm2d": (nn.BatchNorm2d(2, eps=1e-3, momentum=0.2), [x(3, 2, 4, 4)]),
    "LayerNorm": (nn.LayerNorm([3, 2]), [x(4, 3, 2)]),
    "GroupNorm": (nn.GroupNorm(2, 4), [x(2, 4, 3)]),
    "MultiheadAttention": (nn.MultiheadAttention(6, 3, batch_first=True), [x(2, 4, 6), x(2, 5, 6), x(2, 5, 6)]),
    "TransformerBlock": (nn.TransformerEncoderLayer(8, 2, 12, dropout=0), [x(4, 2, 8)]),
    "RNN": (nn.RNN(3, 4, nonlinearity="relu"), [x(5, 2, 3)]),
    "GRU": (nn.GRU(3, 4, batch_first=True), [x(2, 5, 3)]),
    "LSTM": (nn.LSTM(3, 4, bias=False), [x(5, 2, 3)]),
    "RNNCell": (nn.RNNCell(3, 4), [x(2, 3), x(2, 4)]),
    "GRUCell": (nn.GRUCell(3, 4), [x(2, 3), x(2, 4)]),
    "LSTMCell": (nn.LSTMCell(3, 4), [x(2, 3)]),
}
if hasattr(nn, "RMSNorm"):
    layers["RMSNorm"] = (nn.RMSNorm(3, eps=1e-5), [x(4, 3)])


def golden_layer(layer, inputs):
    for parameter in layer.parameters():
        # Biases and norms begin at 0 and 1, where a mistake would not show.
        parameter.data.add_(0.1 * torch.randn_like(parameter))
    layer(*inputs)  # moves running statistics
    output = layer.eval()(*inputs)
    output = output[0] if isinstance(output, tuple) else output
    return {"state": layer.state_dict(), "inputs": inputs, "output": output.detach()}


save("layers", {name: golden_layer(*given) for name, given in layers.items()})
torch.set_default_dtype(torch.float32)

# Trainings.


def trained(name, make, x, y, optimizers):
    """Trains a model by mean squares and stops. For each optimiser: model and optimizer as they were then, the outputs after
    eval(), and the weights `steps` steps later."""
    cases = []
    for kind, options in optimizers:
        torch.manual_seed(2)
        model = make()
        optimizer = getattr(torch.optim, kind)(model.parameters(), **options)

        def step():
            optimizer.zero_grad()
            (model(x) - y).square().mean().backward()
            optimizer.step()

        for _ in range(7):
            step()
        model.eval()
        output = model(x).detach().clone()
        model.train()
        copy = lambda state: {k: v.clone() for k, v in state.items()}
        case = {"kind": kind, "model": copy(model.state_dict()), "output": output}
        # Saved at once, as its tensors go on changing.
        save("stopped", {"optimizer": optimizer.state_dict()})
        case |= torch.load(folder / "stopped.pt")
        for _ in range(3):
            step()
        case["after"] = copy(model.state_dict())
        cases.append(case)
    (folder / "stopped.pt").unlink()
    save(name, {"x": x, "y": y, "steps": 3, "cases": cases})


torch.manual_seed(1)
mlp = lambda: nn.Sequential(nn.Linear(3, 8), nn.Tanh(), nn.Linear(8, 2))
adam, sgd = ("Adam", dict(lr=0.05)), ("SGD", dict(lr=0.1, momentum=0.9, nesterov=True))
trained("mlp", mlp, torch.randn(6, 3), torch.randn(6, 2), [adam, sgd])
conv_net = lambda: nn.Sequential(
    # A bias before a norm has the gradient 0 but for rounding, which Adam makes large.
    nn.Conv2d(1, 3, 3, padding=1, bias=False),
    nn.BatchNorm2d(3),
    nn.ReLU(),
    nn.MaxPool2d(2),
    nn.Flatten(),
    nn.Linear(12, 2),
)
trained("conv-net", conv_net, torch.randn(5, 1, 4, 4), torch.randn(5, 2), [adam, ("SGD", dict(lr=0.05))])
block = lambda: nn.TransformerEncoderLayer(8, 2, 12, dropout=0, activation="gelu", batch_first=True, norm_first=True)
trained("transformer", block, torch.randn(2, 4, 8), torch.randn(2, 4, 8), [("SGD", dict(lr=0.1, momentum=0.9))])
torch.set_default_dtype(torch.float64)
# So has the bias of keys: in float64 it stays far below this eps.
decoupled = ("AdamW", dict(lr=0.01, amsgrad=True, eps=1e-4))
trained("transformer-float64", block, torch.randn(2, 4, 8), torch.randn(2, 4, 8), [decoupled])
# That of 1.13 is not the paper's.
nadam = [("NAdam", dict(lr=0.1))] if hasattr(torch, "uint16") else []
trained(
    "optimizers",
    mlp,
    torch.randn(6, 3),
    torch.randn(6, 2),
    [
        ("SGD", dict(lr=0.05, momentum=0.8, dampening=0.5, weight_decay=0.1)),
        ("SGD", dict(lr=0.05)),
        ("Adam", dict(lr=0.1, amsgrad=True, betas=(0.9, 0.6))),
        ("AdamW", dict(lr=0.1, weight_decay=0.4)),
        ("RMSprop", dict(lr=0.02, momentum=0.7, centered=True)),
        ("RMSprop", dict(lr=0.02)),
        ("Adagrad", dict(lr=0.3, lr_decay=0.1, initial_accumulator_value=0.5)),
        ("Adadelta", dict(lr=10.0, rho=0.5)),
        ("RAdam", dict(lr=0.1, betas=(0.5, 0.6))),
        *nadam,
    ],
)
