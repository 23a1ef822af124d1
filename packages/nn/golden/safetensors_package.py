"""A golden file from the package safetensors itself, in which other programs wrote most files there are.

Run: python3 -P safetensors_package.py     (needs torch and safetensors; written by 2.13 and 0.8.0)
Writes safetensors/by-package.safetensors beside this script, and by-package-without-bf16.safetensors, which jax-js reads
too; what is in them, test/safetensors/by-package.test.ts says.
"""

import pathlib

import torch
from safetensors.torch import save_file

inf, nan = float("inf"), float("nan")
floats = [0.0, -0.0, 1.5, -2.0, inf, -inf, nan, 2.0**-14]
tensors = {name: torch.tensor(floats, dtype=dtype).reshape(2, 4) for name, dtype in dict(
    f64=torch.float64, f32=torch.float32, f16=torch.float16, bf16=torch.bfloat16).items()}
for bits in (8, 16, 32, 64):
    tensors[f"i{bits}"] = torch.tensor([-(2 ** (bits - 1)), -1, 2 ** (bits - 1) - 1], dtype=getattr(torch, f"int{bits}"))
    tensors[f"u{bits}"] = torch.tensor([0, 2**bits - 1], dtype=getattr(torch, f"uint{bits}"))
tensors["bool"] = torch.tensor([True, False, True])
tensors["scalar"] = torch.tensor(0.1)
tensors["empty"] = torch.zeros(3, 0, 2)
tensors["__proto__"] = torch.tensor([7], dtype=torch.uint8)
tensors['gewicht "µ" \\ 重み 🏋'] = torch.tensor([8], dtype=torch.uint8)
metadata = {"format": "pt", "ä": "🏋\n"}
folder = pathlib.Path(__file__).parent / "safetensors"
save_file(tensors, folder / "by-package.safetensors", metadata)
del tensors["bf16"]
save_file(tensors, folder / "by-package-without-bf16.safetensors", metadata)
