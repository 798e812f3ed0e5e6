#!/usr/bin/python3
# SPDX-FileCopyrightText: Inkling contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes tests/golden/imports with PyTorch and NumPy: weights as their users have them, and what
PyTorch makes of a few images with them.

Needs python3-torch and python3-numpy; started by hand. There is no safetensors package in Debian 12:
the files are written here in its layout, largest type first, then by name, from PyTorch's own bytes.
"""
import json
import pathlib
import struct

import numpy as np
import torch
from torch import nn

FOLDER = pathlib.Path(__file__).resolve().parents[1] / "golden/imports"
NAMES = {torch.float32: "F32", torch.float16: "F16", torch.bfloat16: "BF16", torch.float64: "F64",
         torch.int64: "I64"}


class Cnn(nn.Module):
    """8x8 in colour, 5 classes: two convolutions with batch norm, flattened channels first."""

    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(4, 6, 3, padding=1), nn.BatchNorm2d(6), nn.ReLU(), nn.MaxPool2d(2))
        self.classifier = nn.Sequential(nn.Flatten(), nn.Linear(24, 7), nn.ReLU(),
                                        nn.Linear(7, 5))

    def forward(self, x):
        return self.classifier(self.features(x))


class Mlp(nn.Module):
    """6x6 in colour, 3 classes, with batch norm behind what was flattened."""

    def __init__(self):
        super().__init__()
        self.bn0 = nn.BatchNorm1d(108)
        self.fc1 = nn.Linear(108, 8)
        self.fc2 = nn.Linear(8, 8)
        self.fc3 = nn.Linear(8, 3)

    def forward(self, x):
        x = self.bn0(torch.flatten(x, 1))
        return self.fc3(torch.tanh(self.fc2(torch.tanh(self.fc1(x)))))


def safetensors(file, tensors, metadata=None):
    sizes = {name: t.numel() * t.element_size() for name, t in tensors.items()}
    order = sorted(tensors, key=lambda name: (-tensors[name].element_size(), name))
    header, data, at = {}, b"", 0
    if metadata:
        header["__metadata__"] = metadata
    for name in order:
        t = tensors[name].contiguous()
        end = at + sizes[name]
        header[name] = {"dtype": NAMES[t.dtype], "shape": list(t.shape), "data_offsets": [at, end]}
        bits = t.view(torch.int16) if t.element_size() == 2 else t
        data += bits.numpy().tobytes()
        at = end
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    (FOLDER / file).write_bytes(struct.pack("<Q", len(text)) + text + data)


def trained(network, shape):
    """With statistics of batch norm that are not the first ones."""
    network.train()
    for _ in range(5):
        network(torch.rand(16, *shape) * 2 - 0.5)
    for name, values in network.named_parameters():
        if values.ndim == 1:
            values.data += torch.randn(values.shape) / 4
    return network.eval()


def outputs(file, network, shape):
    pixels = torch.randint(0, 256, (4, *shape), dtype=torch.uint8)
    with torch.no_grad():
        probabilities = network(pixels.float() / 255).softmax(1)
    np.savez(FOLDER / file, images=pixels.permute(0, 2, 3, 1).contiguous().numpy(),
             probabilities=probabilities.numpy())


def main():
    torch.manual_seed(5)
    FOLDER.mkdir(exist_ok=True)
    cnn = trained(Cnn(), (3, 8, 8))
    state = cnn.state_dict()
    safetensors("torch-cnn.safetensors", {"module." + k: v for k, v in state.items()},
                {"format": "pt"})
    np.savez(FOLDER / "torch-cnn.npz", **{k: v.numpy() for k, v in state.items()})
    torch.save(state, FOLDER / "torch-cnn.pt")
    torch.save(state, FOLDER / "torch-cnn-old.pt", _use_new_zipfile_serialization=False)
    outputs("torch-cnn-outputs.npz", cnn, (3, 8, 8))

    mlp = trained(Mlp(), (3, 6, 6))
    for name, kind in (("f16", torch.float16), ("bf16", torch.bfloat16)):
        state = {k: v.to(kind) if v.is_floating_point() else v for k, v in mlp.state_dict().items()}
        safetensors(f"torch-mlp-{name}.safetensors", state)
        rounded = Mlp().eval()
        rounded.load_state_dict({k: v.float() for k, v in state.items()})
        outputs(f"torch-mlp-{name}-outputs.npz", rounded, (3, 6, 6))
    safetensors("torch-mlp-f64.safetensors", mlp.double().state_dict())
    outputs("torch-mlp-f64-outputs.npz", mlp.float(), (3, 6, 6))


main()
