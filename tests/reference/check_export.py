#!/usr/bin/env python3
# SPDX-FileCopyrightText: Inkling contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks exported models with programs that are not ours.

For each recipe (default: all that come with Inkling) trains a little, exports, and compares the
probabilities on the first 1,000 MNIST test images:

  ONNX   onnx.checker accepts the file, OpenCV's DNN module runs it, in one batch and in several
  npz    numpy.load gives the same arrays as the model file, plain safetensors too

against what Inkling itself says (inkling-cli eval --probabilities). What the arrays mean is checked
by computing the network from them in NumPy, in double precision; OpenCV:NumPy says how far OpenCV is
from that. Needs, from Debian or Ubuntu: python3-opencv,
python3-onnx, python3-numpy.

usage: tests/reference/check_export.py [--cli PATH] [--images N] [RECIPE ...]
"""

import argparse
import gzip
import json
import pathlib
import subprocess
import sys
import tempfile

import cv2
import numpy as np
import onnx

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOLERANCE = 1e-5
# What 32-bit floats leave open where logits are large (weights drawn from N(0, 1): hundreds).
ROUNDING = 2.0 ** -23


def test_images(count):
    path = ROOT / "resources/datasets/mnist/t10k-images-idx3-ubyte.gz"
    data = gzip.open(path).read(16 + count * 784)
    return np.frombuffer(data, np.uint8, offset=16).reshape(count, 28, 28)


def run(cli, *arguments):
    done = subprocess.run([cli, *map(str, arguments)], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{cli} {' '.join(map(str, arguments))}\n{done.stderr}")
    return done.stdout


def read_safetensors(path):
    data = path.read_bytes()
    length = int.from_bytes(data[:8], "little")
    header = json.loads(data[8:8 + length])
    header.pop("__metadata__", None)
    return {name: np.frombuffer(data[8 + length:][slice(*t["data_offsets"])], "<f4").reshape(t["shape"])
            for name, t in header.items()}


def forward(weights, recipe, images):
    """The network by its definition, in double precision, channel last as Inkling has it."""
    spec = recipe.get("data", {})
    x = (images[..., None] / 255.0 - spec.get("mean", 0)) / spec.get("std", 1)
    for i, layer in enumerate(recipe["layers"]):
        p = {name.split(".")[2]: value.astype(np.float64)
             for name, value in weights.items() if name.startswith(f"layers.{i}.")}
        x = LAYERS[layer["type"]](x, layer, p)
    x = x.reshape(len(x), -1)
    e = np.exp(x - x.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True), np.abs(x).max()


def windows(x, layer):
    k, s = layer.get("kernel", 3), layer.get("stride", 1)
    return np.lib.stride_tricks.sliding_window_view(x, (k, k), (1, 2))[:, ::s, ::s]


def conv2d(x, layer, p):
    pad = layer.get("padding", 0)
    x = np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    return np.einsum("nyxcij,oijc->nyxo", windows(x, layer), p["weight"], optimize=True) + p.get("bias", 0)


def dense(x, _, p):
    return (x.reshape(len(x), -1) @ p["weight"].T + p.get("bias", 0))[:, None, None, :]


def batch_norm(x, _, p):
    return (x - p["running_mean"]) / np.sqrt(p["running_var"] + 1e-5) * p["weight"] + p["bias"]


LAYERS = {
    "dense": dense,
    "conv2d": conv2d,
    "batch_norm": batch_norm,
    "max_pool2d": lambda x, layer, p: windows(x, layer).max(axis=(-2, -1)),
    "relu": lambda x, layer, p: np.maximum(x, 0),
    "tanh": lambda x, layer, p: np.tanh(x),
    "sigmoid": lambda x, layer, p: 1 / (1 + np.exp(-x)),
    "flatten": lambda x, layer, p: x,
    "dropout": lambda x, layer, p: x,
}


def opencv(path, images):
    """Probabilities, and how much they depend on the size of the batch."""
    network = cv2.dnn.readNetFromONNX(str(path))
    batch = images[:, None].astype(np.float32) / 255

    def ask(part):
        network.setInput(part)
        return network.forward().copy()

    whole = ask(batch)
    parts = np.concatenate([ask(part) for part in np.array_split(batch, 7)])
    return whole, max(np.abs(whole - parts).max(), np.abs(whole[:1] - ask(batch[:1])).max())


def train(cli, recipe, folder):
    model = folder / "model.safetensors"
    run(cli, "train", "--recipe", recipe, "--epochs", 1, "--set", "data.train_limit.first=3000",
        "--set", "data.validation.last=500", "--out", model)
    return model


def check_shape(path):
    model = onnx.load(str(path))
    onnx.checker.check_model(model, full_check=True)
    opset = model.opset_import[0].version
    dims = [[d.dim_param or d.dim_value for d in value.type.tensor_type.shape.dim]
            for value in (model.graph.input[0], model.graph.output[0])]
    if opset < 13 or dims != [["N", 1, 28, 28], ["N", 10]]:
        sys.exit(f"{path}: opset {opset}, shapes {dims}")


def check(cli, recipe, images, folder):
    model = train(cli, recipe, folder)
    files = {kind: folder / f"out.{kind}" for kind in ("onnx", "npz", "plain.safetensors")}
    for path in files.values():
        run(cli, "export", model, path)
    run(cli, "eval", model, "--probabilities", folder / "p.npy", "--json")
    expected = np.load(folder / "p.npy")[:len(images)]

    check_shape(files["onnx"])
    found, spread = opencv(files["onnx"], images)
    npz = dict(np.load(files["npz"]))
    plain = read_safetensors(files["plain.safetensors"])
    own = read_safetensors(model)
    for name, values in own.items():
        if not (np.array_equal(values, npz[name]) and np.array_equal(values, plain[name])):
            sys.exit(f"{recipe}: {name} differs between the files")
    spec = json.loads(run(cli, "info", model, "--json"))["recipe"]
    exact, largest = forward(npz, spec, images)
    return {"opencv": np.abs(found - expected).max(), "batches": spread,
            "numpy": np.abs(exact - expected).max(), "theirs": np.abs(exact - found).max(),
            "logit": largest,
            "same class": (found.argmax(axis=1) == expected.argmax(axis=1)).mean()}


def main():
    parser = argparse.ArgumentParser(description="Checks exported models with OpenCV, onnx, NumPy.")
    parser.add_argument("--cli", default=str(ROOT / "build/release/bin/inkling-cli"))
    parser.add_argument("--images", type=int, default=1000)
    parser.add_argument("recipes", nargs="*")
    options = parser.parse_args()
    names = options.recipes or [json.loads(line)["name"]
                                for line in run(options.cli, "recipes", "--json").splitlines()]
    images = test_images(options.images)
    right = True
    print(f"largest difference of a probability on {options.images} test images\n"
          f"{'recipe':16} {'OpenCV':>9} {'batches':>9} {'NumPy':>9} {'OpenCV:NumPy':>12} {'logits to':>9}"
          "  same class")
    for name in names:
        with tempfile.TemporaryDirectory() as folder:
            r = check(options.cli, name, images, pathlib.Path(folder))
        allowed = TOLERANCE + ROUNDING * r["logit"]
        right = right and max(r["opencv"], r["batches"], r["numpy"]) <= allowed
        print(f"{name:16} {r['opencv']:9.1e} {r['batches']:9.1e} {r['numpy']:9.1e} {r['theirs']:12.1e} "
              f"{r['logit']:9.1f}  "
              f"{100 * r['same class']:.1f} %", flush=True)
    print("ok" if right else "above what is allowed")
    return 0 if right else 1


if __name__ == "__main__":
    sys.exit(main())
