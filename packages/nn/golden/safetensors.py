"""Golden safetensors files, written from the format's description with struct and json alone.

Run: python3 safetensors.py     (needs python3-torch; written by 1.13.1)
Writes safetensors/*.safetensors beside this script, and safetensors.json with what must be read from them:
for each tensor of formats.safetensors its numbers as text, and their bits, widened to 32 or 64, as hexadecimals;
for sequential.safetensors the outputs of the network, computed in float64 from the stored float32 weights.
"""

import json
import pathlib
import struct

import torch

here = pathlib.Path(__file__).parent


def save(name, tensors, metadata=None, pad=True):
    """tensors: name -> (dtype, shape, bytes), in the order of the data."""
    header, data = {}, b""
    if metadata is not None:
        header["__metadata__"] = metadata
    for key, (dtype, shape, raw) in tensors.items():
        header[key] = {"dtype": dtype, "shape": shape, "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header, ensure_ascii=pad).encode()
    if pad:
        text += b" " * (-len(text) % 8)
    (here / "safetensors" / name).write_bytes(struct.pack("<Q", len(text)) + text + data)


def packed(code, values):
    return struct.pack(f"<{len(values)}{code}", *values)


F64_BITS = [0x0, 0x8000000000000000, 0x7FF0000000000000, 0xFFF0000000000000, 0x1, 0x800FFFFFFFFFFFFF,
            0x7FEFFFFFFFFFFFFF, 0x7FF8000000000000, 0x7FF0000000000001, 0xFFFDEADBEEF01234, 0x3FF8000000000000]
F32_BITS = [0x0, 0x80000000, 0x7F800000, 0xFF800000, 0x1, 0x807FFFFF, 0x7F7FFFFF, 0x7FC00000, 0x7F800001, 0xFFEDCBA9]
ALL16 = list(range(65536))

formats = {
    "f64": ("F64", [11], packed("Q", F64_BITS)),
    "f32": ("F32", [2, 5], packed("I", F32_BITS)),
    "f16": ("F16", [256, 256], packed("H", ALL16)),
    "bf16": ("BF16", [65536], packed("H", ALL16)),
    "i64": ("I64", [3], packed("q", [-(2**63), -1, 2**63 - 1])),
    "i32": ("I32", [3, 1], packed("i", [-(2**31), -1, 2**31 - 1])),
    "i16": ("I16", [3], packed("h", [-(2**15), -1, 2**15 - 1])),
    "i8": ("I8", [3], packed("b", [-128, -1, 127])),
    "u64": ("U64", [2], packed("Q", [0, 2**64 - 1])),
    "u32": ("U32", [2], packed("I", [0, 2**32 - 1])),
    "u16": ("U16", [2], packed("H", [0, 2**16 - 1])),
    "u8": ("U8", [2], packed("B", [0, 255])),
    "bool": ("BOOL", [3], packed("?", [True, False, True])),
    "scalar": ("F64", [], packed("d", [0.1])),
    "empty": ("F32", [3, 0, 2], b""),
    "": ("U8", [1], b"\x07"),
    "__proto__": ("U8", [1], b"\x08"),
    "constructor": ("U8", [1], b"\x09"),
    'gewicht "µ" \\ 重み 🏋': ("U8", [1], b"\x0a"),
}
# The data of "odd" make everything after them lie at odd bytes, which the format allows.
save("formats.safetensors", {"odd": ("U8", [1], b"\x01"), **formats}, {"format": "pt", "__proto__": "ö"})
save("plain-utf8.safetensors", {'ä"\n': ("F64", [1], packed("d", [0.1]))}, {"k": "ä🏋"}, pad=False)
save("empty.safetensors", {})
save("small.safetensors", {k: v for k, v in formats.items() if len(v[2]) <= 24}, {"format": "pt"})


def half_bits(code, values):
    """A 16-bit float's bits as those of the float32 with the same number, NaN payloads at the top."""
    out = []
    for bits in values:
        if code == "BF16":
            out.append(bits << 16)
        elif bits & 0x7C00 == 0x7C00 and bits & 0x3FF:
            out.append((bits & 0x8000) << 16 | 0x7F800000 | (bits & 0x3FF) << 13)
        else:
            out.append(struct.unpack("<I", struct.pack("<f", struct.unpack("<e", struct.pack("<H", bits))[0]))[0])
    return out


def checksum(bits):
    """A sum that depends on the place of every number, in integers that a double holds."""
    total = 0
    for b in bits:
        total = (total * 31 + b) % 4294967291
    return total


torch.manual_seed(7)
net = torch.nn.Sequential(
    torch.nn.Linear(3, 4), torch.nn.Tanh(), torch.nn.Linear(4, 4), torch.nn.Tanh(), torch.nn.Linear(4, 2)
)
save(
    "sequential.safetensors",
    {
        key: ("F32", list(value.shape), packed("f", value.flatten().tolist()))
        for key, value in net.state_dict().items()
    },
    {"format": "pt"},
)
inputs = [[0.5, -1.25, 2.0], [0.0, 0.0, 0.0], [-3.0, 0.1, 1e-3]]
outputs = net.double()(torch.tensor(inputs, dtype=torch.float64)).tolist()

golden = {
    "f64": [f"{b:016x}" for b in F64_BITS],
    "f32": [f"{b:08x}" for b in F32_BITS],
    "f16": {"checksum": checksum(half_bits("F16", ALL16))},
    "bf16": {"checksum": checksum(half_bits("BF16", ALL16))},
    "integers": {
        "i64": [str(-(2**63)), "-1", str(2**63 - 1)],
        "i32": [str(-(2**31)), "-1", str(2**31 - 1)],
        "i16": [str(-(2**15)), "-1", str(2**15 - 1)],
        "i8": ["-128", "-1", "127"],
        "u64": ["0", str(2**64 - 1)],
        "u32": ["0", str(2**32 - 1)],
        "u16": ["0", "65535"],
        "u8": ["0", "255"],
        "bool": ["1", "0", "1"],
    },
    "sequential": {"keys": list(net.state_dict()), "inputs": inputs, "outputs": outputs},
}
(here / "safetensors.json").write_text(json.dumps(golden, indent=1) + "\n")
