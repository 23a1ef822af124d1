"""A workload's tensors as float32 ones of PyTorch, from the file beside its JSON."""

import torch


def read(workload):
    """By name: the inputs, and what is trained."""
    with open(workload["file"], "rb") as file:
        flat = torch.frombuffer(bytearray(file.read()), dtype=torch.float32)
    at = 0

    def take(shape):
        nonlocal at
        size = torch.Size(shape).numel()
        at += size
        return flat[at - size : at].reshape(shape).clone()

    return [{name: take(shape) for name, shape in workload[part].items()} for part in ("inputs", "trained")]


def digest(tensor):
    """digest() of workloads/tensors.mjs."""
    flat = tensor.detach().contiguous().reshape(-1).double()
    factors = (torch.arange(flat.numel()) * 61) % 127 / 128 - 0.25
    return float((flat * factors.double()).sum())
