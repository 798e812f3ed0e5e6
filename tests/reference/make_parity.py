#!/usr/bin/env python3
# SPDX-FileCopyrightText: Inkling contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes resources/parity/losses.csv: the losses of the first 200 steps of the recipes beside
it, in double precision, by PyTorch and, for the networks of dense layers, by NumPy as well.

Nothing of Inkling is used but its formulas: random numbers (Philox4x32-10), initial weights, order of
the samples, schedules and file formats are written out here once more. Debian: python3-torch,
python3-numpy.
"""

import gzip
import json
import math
import pathlib

import numpy as np
import torch
import torch.nn.functional as F

STEPS = 200
ROOT = pathlib.Path(__file__).resolve().parents[2]
PARITY = ROOT / "resources/parity"
MNIST = ROOT / "resources/datasets/mnist"
NAMES = ["softmax", "mlp-128", "mlp-2x128", "cnn-8x3x3",
         "lenet5-momentum", "lenet5-adam", "lenet5-one-cycle"]
INITIALISATION, SHUFFLE = 0, 1


def philox(seed, purpose, a, b, count):
    """The first `count` words of a stream: Salmon et al. 2011."""
    low = np.uint64(0xFFFFFFFF)
    blocks = (count + 3) // 4
    c = [np.arange(blocks, dtype=np.uint64)]
    c += [np.full(blocks, value, np.uint64) for value in (purpose, a, b)]
    key = [seed & 0xFFFFFFFF, seed >> 32]
    for _ in range(10):
        p0, p1 = c[0] * np.uint64(0xD2511F53), c[2] * np.uint64(0xCD9E8D57)
        c = [(p1 >> np.uint64(32)) ^ c[1] ^ np.uint64(key[0]), p1 & low,
             (p0 >> np.uint64(32)) ^ c[3] ^ np.uint64(key[1]), p0 & low]
        key = [(key[0] + 0x9E3779B9) & 0xFFFFFFFF, (key[1] + 0xBB67AE85) & 0xFFFFFFFF]
    return np.stack(c, axis=1).reshape(-1)[:count]


def shuffled(count, seed, epoch):
    words = iter(philox(seed, SHUFFLE, epoch, 0, 2 * count).tolist())

    def below(bound):
        while True:
            product = next(words) * bound
            if product & 0xFFFFFFFF >= (2**32 - bound) % bound:
                return product >> 32

    order = list(range(count))
    for last in range(count, 1, -1):
        other = below(last)
        order[last - 1], order[other] = order[other], order[last - 1]
    return np.array(order)


def draw(init, count, fan_in, fan_out, seed, layer, number):
    """`count` numbers of an initial distribution."""
    init = init or {"kind": "zeros"}
    kind, scale = init["kind"], init.get("scale", 1)
    uniforms = philox(seed, INITIALISATION, layer, number, count + 1).astype(float) / 2**32
    scales = {"zeros": 0, "normal": scale, "uniform": scale,
              "he_normal": scale * math.sqrt(2 / fan_in),
              "he_uniform": scale * math.sqrt(6 / fan_in),
              "xavier_normal": scale * math.sqrt(2 / (fan_in + fan_out)),
              "xavier_uniform": scale * math.sqrt(6 / (fan_in + fan_out)),
              "fan_in_uniform": scale / math.sqrt(fan_in)}
    if "uniform" in kind:
        return scales[kind] * (2 * uniforms[:count] - 1)
    pairs = uniforms[:count + count % 2].reshape(-1, 2)  # Box and Muller
    radius, angle = np.sqrt(-2 * np.log(1 - pairs[:, 0])), 2 * np.pi * pairs[:, 1]
    normals = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1).reshape(-1)
    return scales[kind] * normals[:count]


def initial(recipe):
    """Weight and bias of each layer that has them, by layer number; drawn column by column."""
    parameters = {}
    height, channels = 28, 1
    for i, layer in enumerate(recipe["layers"]):
        if layer["type"] == "max_pool2d":
            height = (height - layer["kernel"]) // layer["stride"] + 1
        if layer["type"] not in ("dense", "conv2d"):
            continue
        units, taps = layer["units"], 1
        inputs = height * height * channels
        if layer["type"] == "conv2d":
            taps, inputs = layer["kernel"]**2, channels
            height += 2 * layer.get("padding", 0) - layer["kernel"] + 1
        else:
            height = 1
        channels = units
        fans = (taps * inputs, taps * units)
        seed = recipe.get("seed", 1)
        weight = draw(layer["weight_init"], units * taps * inputs, *fans, seed, i, 0)
        weight = weight.reshape(taps * inputs, units).T
        bias = None
        if layer.get("bias", True):
            bias = draw(layer.get("bias_init"), units, *fans, seed, i, 1)
        parameters[i] = [weight, bias]
    return parameters


class MaxPool(torch.autograd.Function):
    """Gradient to the first of equal maxima, or in full to each of them."""

    @staticmethod
    def forward(context, windows, all_ties):
        top = windows.max(-1, keepdim=True).values
        mask = (windows >= top - 1e-12).double()
        if not all_ties:
            mask = mask * (mask.cumsum(-1) == 1)
        context.save_for_backward(mask)
        return top.squeeze(-1)

    @staticmethod
    def backward(context, gradient):
        return context.saved_tensors[0] * gradient.unsqueeze(-1), None


def logits(recipe, parameters, x):
    """x: samples × channels × height × width."""
    for i, layer in enumerate(recipe["layers"]):
        kind = layer["type"]
        if kind == "conv2d":
            k, weight = layer["kernel"], parameters[i][0]
            weight = weight.reshape(layer["units"], k, k, -1).permute(0, 3, 1, 2)
            x = F.conv2d(x, weight, parameters[i][1], padding=layer.get("padding", 0))
        elif kind == "max_pool2d":
            k, s = layer["kernel"], layer["stride"]
            windows = x.unfold(2, k, s).unfold(3, k, s)
            x = MaxPool.apply(windows.reshape(*windows.shape[:4], k * k), layer.get("all_ties", False))
        elif kind == "relu":
            x = torch.relu(x)
        elif kind == "dense":
            if x.dim() == 4:  # channel last
                x = x.permute(0, 2, 3, 1).flatten(1)
            x = F.linear(x, *parameters[i])
    return x


def rate_factor(schedule, done, epochs):
    if schedule.get("kind", "constant") == "constant":
        return 1
    assert schedule["kind"] == "one_cycle"
    progress, warmup = done / epochs, schedule["warmup"]
    if progress < warmup:
        begin, end, share = schedule["start_factor"], 1, progress / warmup
    else:
        begin, end, share = 1, schedule["final_factor"], (progress - warmup) / (1 - warmup)
    return end + (begin - end) * 0.5 * (1 + math.cos(math.pi * share))


def make_optimizer(spec, parameters):
    weights = [p[0] for p in parameters.values()]
    biases = [p[1] for p in parameters.values() if p[1] is not None]
    groups = [{"params": weights, "weight_decay": spec.get("weight_decay", 0)}, {"params": biases}]
    groups = [group for group in groups if group["params"]]
    kind = spec["kind"]
    if kind == "adam":
        return torch.optim.Adam(groups, lr=1)
    momentum = spec["momentum"] if kind != "sgd" else 0
    return torch.optim.SGD(groups, lr=1, momentum=momentum, nesterov=kind == "nesterov")


def batches(recipe, images, labels):
    """Pixels, labels and progress of each step."""
    data = recipe["data"]
    count = data.get("train_limit", {"first": len(images)})["first"] - data["validation"]["last"]
    size, per_epoch = recipe["batch"], -(-count // recipe["batch"])
    for step in range(STEPS):
        epoch, at = divmod(step, per_epoch)
        if at == 0:
            order = shuffled(count, recipe.get("seed", 1), epoch)
        chosen = order[at * size:(at + 1) * size]
        pixels = (images[chosen] / 255 - data.get("mean", 0)) / data.get("std", 1)
        yield pixels, labels[chosen].astype(np.int64), epoch + at / per_epoch


def by_torch(recipe, images, labels):
    parameters = {i: [None if p is None else torch.tensor(p.copy(), requires_grad=True) for p in pair]
                  for i, pair in initial(recipe).items()}
    optimizer = make_optimizer(recipe["optimizer"], parameters)
    losses = []
    for pixels, true, done in batches(recipe, images, labels):
        z = logits(recipe, parameters, torch.tensor(pixels).view(-1, 1, 28, 28))
        loss = F.cross_entropy(z, torch.tensor(true),
                               label_smoothing=recipe.get("label_smoothing", 0))
        optimizer.zero_grad()
        loss.backward()
        rate = recipe["optimizer"]["learning_rate"]
        for group in optimizer.param_groups:
            group["lr"] = rate * rate_factor(recipe.get("schedule", {}), done, recipe["epochs"])
        optimizer.step()
        losses.append(loss.item())
    return np.array(losses)


def by_numpy(recipe, images, labels):
    """Dense layers with ReLU between them, plain gradient descent, as the textbook has it."""
    layers = list(initial(recipe).values())
    losses = []
    for pixels, true, _ in batches(recipe, images, labels):
        inputs, z = [], pixels.reshape(len(pixels), -1)
        for i, (weight, bias) in enumerate(layers):
            inputs.append(z if i == 0 else np.maximum(z, 0))
            z = inputs[-1] @ weight.T + bias
        z = z - z.max(1, keepdims=True)
        samples = np.arange(len(true))
        losses.append(np.mean(np.log(np.exp(z).sum(1)) - z[samples, true]))
        d = np.exp(z) / np.exp(z).sum(1, keepdims=True)
        d[samples, true] -= 1
        d /= len(true)
        rate = recipe["optimizer"]["learning_rate"]
        for i in reversed(range(len(layers))):
            weight, bias = layers[i]
            gradient, sums = d.T @ inputs[i], d.sum(0)
            d = (d @ weight) * (inputs[i] > 0)
            layers[i] = [weight - rate * gradient, bias - rate * sums]
    return np.array(losses)


def main():
    def read(name, header):
        return np.frombuffer(gzip.open(MNIST / name).read(), np.uint8, offset=header)

    images = read("train-images-idx3-ubyte.gz", 16).reshape(-1, 28, 28)
    labels = read("train-labels-idx1-ubyte.gz", 8)
    torch.set_num_threads(1)
    columns = []
    for name in NAMES:
        recipe = json.loads((PARITY / f"{name}.json").read_text())
        losses = by_torch(recipe, images, labels)
        if all(layer["type"] in ("dense", "relu") for layer in recipe["layers"]):
            difference = np.abs(by_numpy(recipe, images, labels) / losses - 1).max()
            print(f"{name}: NumPy and PyTorch differ by {difference:.1e}")
            assert difference < 1e-9
        print(f"{name}: {losses[0]:.6f} … {losses[-1]:.6f}")
        columns.append(losses)
    with open(PARITY / "losses.csv", "w", encoding="utf-8") as file:
        file.write(",".join(NAMES) + "\n")
        for row in zip(*columns):
            file.write(",".join(f"{loss:.12g}" for loss in row) + "\n")


if __name__ == "__main__":
    main()
