"""Reads with PyTorch what this package writes, and says whether it is as it should be.

Run: python3 -P pytorch_back.py     (needs torch; of 1.13 and 2.13 both passed; with the package safetensors, that too)
Reads pytorch-back/*.pt and *.safetensors beside this script, which test/pytorch/back.test.ts compares with what is written
now, byte for byte.
"""

import pathlib
import sys

import torch
from torch import nn

folder = pathlib.Path(__file__).parent / "pytorch-back"
inf, nan = float("inf"), float("nan")
is_new = hasattr(torch, "uint16")
# Since 2.6 weights_only is True unless it is said otherwise. That of 1.13 knows state dicts, but no floats.
load = lambda name, weights_only=is_new: torch.load(folder / f"{name}.pt", weights_only=weights_only)

data = load("formats")
tensors = data["tensors"]
for name, tensor in load("state-dict", weights_only=True).items():
    assert tensor.dtype == tensors[name].dtype and repr(tensor.tolist()) == repr(tensors[name].tolist()), name
dtypes = dict(f64=torch.float64, f32=torch.float32, i64=torch.int64, i32=torch.int32, i16=torch.int16, i8=torch.int8,
              u8=torch.uint8, bool=torch.bool)
for name, dtype in dtypes.items():
    assert tensors[name].dtype == dtype and tensors[name].is_contiguous(), name
expected = [0.0, -0.0, 1.5, inf, -inf, nan]
for name in ("f64", "f32"):
    assert list(map(repr, tensors[name].tolist())) == list(map(repr, expected)), name
for name, bits in dict(i64=63, i32=31, i16=15, i8=7).items():
    assert tensors[name].flatten().tolist() == [-(2**bits), -1, 2**bits - 1], name
assert tensors["u8"].tolist() == [0, 255] and tensors["bool"].tolist() == [True, False]
assert tensors["matrix"].tolist() == [[0, 1, 2], [3, 4, 5]] and tensors["scalar"].shape == ()
assert tensors["empty"].shape == (3, 0, 2)
assert tensors["tied"].data_ptr() == tensors["matrix"].data_ptr()
assert list(tensors)[-1] == "__proto__"
numbers = [0, 255, 65536, -1, 2**31, -(2**31) - 1, 2**53 - 1, 2**70, -(2**70), 127, 128, -128, -129, 0.1, -0.0, inf, nan]
assert list(map(repr, data["numbers"])) == list(map(repr, numbers)), data["numbers"]
assert data["texts"] == ["", "ä🏋"] and data["constants"] == [None, True, False]
assert data["by_number"] == {0: {"step": 1}, -1: [[]], "a": {}}

# Trainings that this package stopped go on in PyTorch as they do here.
for case in load("trained"):
    model = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 2)).double()
    model.load_state_dict(case["model"])
    if case["kind"] == "NAdam" and not is_new:
        continue
    optimizer = getattr(torch.optim, case["kind"])(model.parameters(), lr=1)
    optimizer.load_state_dict(case["optimizer"])
    for _ in range(3):
        optimizer.zero_grad()
        (model(case["x"]) - case["y"]).square().mean().backward()
        optimizer.step()
    for name, wanted in case["after"].items():
        apart = (model.state_dict()[name] - wanted).abs().max().item()
        assert apart < 1e-12, (case["kind"], name, apart)
    print(f"torch {torch.__version__}: {case['kind']} goes on")

try:
    from safetensors import safe_open
    from safetensors.torch import load_file
except ImportError:
    sys.exit(f"torch {torch.__version__} reads all .pt files; the package safetensors is not installed, so it read none")
written = load_file(folder / "formats.safetensors")
with safe_open(folder / "formats.safetensors", "pt") as file:
    assert file.metadata() == {"format": "pt", "ä": "🏋"}
for name, tensor in tensors.items():
    assert written[name].dtype == tensor.dtype and written[name].shape == tensor.shape, name
    assert repr(written[name].tolist()) == repr(tensor.tolist()), name
if is_new:
    for bits in (16, 32, 64):
        assert written[f"u{bits}"].tolist() == [0, 2**bits - 1], bits
print(f"torch {torch.__version__} and safetensors read all files")
