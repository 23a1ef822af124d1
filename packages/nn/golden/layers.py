"""Golden models from PyTorch: weights, inputs, outputs and gradients, in float64.

Run: /usr/bin/python3 -P layers.py     (needs python3-torch; written by 1.13; -P because of safetensors.py beside it)
Writes layers/*.safetensors beside this script. Each has the state dict before the forward pass as model.*, the inputs as
input.0, input.1, ..., the outputs as output.0, ..., the gradients of the sum of the outputs' mean squares as
grad.* and gradInput.*, the buffers after the forward pass as after.*, and the first output after eval() as eval.
"""

import json
import pathlib
import struct

import torch
from torch import nn

torch.set_default_dtype(torch.float64)
folder = pathlib.Path(__file__).parent / "layers"
FORMATS = {torch.float64: ("F64", "d"), torch.int64: ("I64", "q"), torch.bool: ("BOOL", "?")}


def save(name, tensors):
    header, data = {}, b""
    for key, tensor in tensors.items():
        dtype, code = FORMATS[tensor.dtype]
        numbers = tensor.detach().flatten().tolist()
        raw = struct.pack(f"<{len(numbers)}{code}", *numbers)
        header[key] = {"dtype": dtype, "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    (folder / f"{name}.safetensors").write_bytes(struct.pack("<Q", len(text)) + text + data)


def flat(result):
    """The Tensors of nested tuples, in order."""
    if isinstance(result, torch.Tensor):
        return [result]
    return [tensor for part in result if part is not None for tensor in flat(part)]


def golden(name, model, *inputs, call=None, seed=1):
    torch.manual_seed(seed)
    for parameter in model.parameters():
        # Biases and norms begin at 0 and 1, where a mistake would not show.
        parameter.data.add_(0.1 * torch.randn_like(parameter))
    for key, buffer in model.named_buffers():
        if buffer.is_floating_point():
            buffer.add_(torch.rand_like(buffer))
    run = call or (lambda *given: model(*given))
    tensors = {f"model.{key}": value.clone() for key, value in model.state_dict().items()}
    for i, given in enumerate(inputs):
        tensors[f"input.{i}"] = given
        if given.is_floating_point():
            given.requires_grad_()
    outputs = flat(run(*inputs))
    sum(output.square().mean() for output in outputs).backward()
    tensors |= {f"output.{i}": output for i, output in enumerate(outputs)}
    tensors |= {f"grad.{key}": value.grad for key, value in model.named_parameters()}
    tensors |= {f"gradInput.{i}": given.grad for i, given in enumerate(inputs) if given.grad is not None}
    tensors |= {f"after.{key}": value for key, value in model.named_buffers()}
    model.eval()
    tensors["eval"] = flat(run(*inputs))[0]
    save(name, tensors)


x = torch.randn
torch.manual_seed(0)
golden("mlp", nn.Sequential(nn.Linear(3, 5), nn.Tanh(), nn.Linear(5, 4), nn.GELU(), nn.Linear(4, 2)), x(6, 3))
golden(
    "conv-net",
    nn.Sequential(
        nn.Conv2d(2, 4, 3, padding=1),
        nn.BatchNorm2d(4),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(4, 6, 2, stride=2, groups=2, bias=False),
        nn.BatchNorm2d(6, momentum=None, affine=False),
        nn.Flatten(),
        nn.Linear(6 * 2 * 1, 3),
        nn.BatchNorm1d(3, track_running_stats=False),
    ),
    x(4, 2, 9, 6),
)
golden(
    "decoder",
    nn.Sequential(
        nn.ConvTranspose2d(4, 2, (3, 2), stride=2, padding=1, output_padding=(1, 0), groups=2, dilation=(1, 2)),
        nn.GroupNorm(2, 2),
        nn.SiLU(),
        nn.AvgPool2d(3, stride=2, padding=1),
        nn.Conv2d(2, 3, (1, 3), padding="same"),
        nn.LeakyReLU(0.2),
        nn.AdaptiveAvgPool2d((2, 1)),
    ),
    x(2, 4, 4, 5),
)
golden(
    "signal",
    nn.Sequential(
        nn.Conv1d(2, 3, 3, dilation=2, padding=2),
        nn.BatchNorm1d(3),
        nn.ELU(0.7),
        nn.MaxPool1d(2),
        nn.ConvTranspose1d(3, 2, 4, stride=3),
        nn.LayerNorm([2, 13]),
        nn.AvgPool1d(2, ceil_mode=True),
        nn.LogSoftmax(-1),
    ),
    x(3, 2, 8),
)
golden("embedding", nn.Sequential(nn.Embedding(7, 4, padding_idx=2), nn.LayerNorm(4)), torch.tensor([[1, 2, 6], [6, 0, 6]]))
for cell in (nn.RNNCell(3, 4, nonlinearity="relu"), nn.GRUCell(3, 4)):
    golden(type(cell).__name__, cell, x(2, 3), x(2, 4))
cell = nn.LSTMCell(3, 4)
golden("LSTMCell", cell, x(2, 3), x(2, 4), x(2, 4), call=lambda s, h, c: cell(s, (h, c)))
golden("RNN", nn.RNN(3, 4, batch_first=True), x(2, 5, 3), x(1, 2, 4))
golden("GRU", nn.GRU(3, 4, bias=False), x(5, 2, 3))
lstm = nn.LSTM(3, 4)
golden("LSTM", lstm, x(5, 2, 3), x(1, 2, 4), x(1, 2, 4), call=lambda s, h, c: lstm(s, (h, c)))

padding = torch.tensor([[False, False, False, True], [False, True, False, False]])
causal = torch.ones(4, 4).triu(1).bool()
cross = nn.MultiheadAttention(6, 3, batch_first=True)
golden("attention", cross, x(2, 3, 6), x(2, 4, 6), x(2, 4, 6), padding,
       call=lambda q, k, v, mask: cross(q, k, v, key_padding_mask=mask))
plain = nn.MultiheadAttention(6, 2, bias=False)
golden("self-attention", plain, x(4, 2, 6), causal,
       call=lambda q, mask: plain(q, q, q, attn_mask=mask, average_attn_weights=False))
after = nn.TransformerEncoderLayer(8, 2, 16, dropout=0)
golden("transformer", after, x(4, 2, 8), causal, padding,
       call=lambda s, mask, pad: after(s, src_mask=mask, src_key_padding_mask=pad))
before = nn.TransformerEncoderLayer(8, 4, 12, dropout=0, activation="gelu", batch_first=True, norm_first=True,
                                    layer_norm_eps=1e-3)
golden("transformer-norm-first", before, x(2, 4, 8))
