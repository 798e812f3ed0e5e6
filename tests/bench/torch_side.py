#!/usr/bin/python3
# SPDX-FileCopyrightText: Inkling contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""PyTorch's side of the comparison: trains one network of the speed table for a few epochs.

The same network, batch and plain SGD as `inkling-cli bench`, all samples resident in memory.
Prints one JSON object: seconds for one epoch of 60,000 images and to evaluate 10,000.
Needs python3-torch and python3-numpy.
"""
import argparse
import gzip
import json
import pathlib
import time

import numpy
import torch
from torch import nn

RESOURCES = pathlib.Path(__file__).resolve().parents[2] / "resources"


def dense_stack(*sizes):
    """Flatten, then dense layers of these sizes with ReLU between them."""
    layers = [nn.Flatten()]
    for inputs, outputs in zip(sizes, sizes[1:]):
        layers += [nn.Linear(inputs, outputs), nn.ReLU()]
    return layers[:-1]


def conv(inputs, outputs, kernel, padding=0):
    return nn.Conv2d(inputs, outputs, kernel, padding=padding)


def pool():
    return nn.MaxPool2d(2)


def relu():
    return nn.ReLU()


# name: (layers, batch, learning rate, share of the training images that is timed)
NETWORKS = {
    "softmax_b128": (lambda: dense_stack(784, 10), 128, 0.1, 1),
    "mlp128_b64": (lambda: dense_stack(784, 128, 10), 64, 0.1, 1),
    "mlp128x128_b32": (lambda: dense_stack(784, 128, 128, 10), 32, 0.05, 1),
    "mlp128x128_b8": (lambda: dense_stack(784, 128, 128, 10), 8, 0.01, 1),
    "mlp1024_b128": (lambda: dense_stack(784, 1024, 10), 128, 0.1, 1),
    "mlp1024_b16": (lambda: dense_stack(784, 1024, 10), 16, 0.1, 1),
    "seedcnn_b64": (lambda: [conv(1, 8, 3), pool()] + dense_stack(1352, 10), 64, 0.05, 1),
    "lenet_b64": (
        lambda: [conv(1, 6, 5, 2), relu(), pool(), conv(6, 16, 5), relu(), pool()]
        + dense_stack(400, 120, 84, 10),
        64, 0.1, 1),
    "cnn16_32_b64": (
        lambda: [conv(1, 16, 3, 1), relu(), pool(), conv(16, 32, 3, 1), relu(), pool()]
        + dense_stack(1568, 128, 10),
        64, 0.1, 1),
    "netA_b256": (
        lambda: [conv(1, 24, 5), pool(), relu(), conv(24, 32, 3), pool(), relu()]
        + dense_stack(800, 256, 10),
        256, 0.1, 1),
    "cnn32_64_b64": (
        lambda: [conv(1, 32, 3), relu(), conv(32, 64, 3), relu(), pool()]
        + dense_stack(9216, 128, 10),
        64, 0.1, 0.25),
}


def read(name, header):
    with gzip.open(RESOURCES / "datasets" / "mnist" / (name + ".gz")) as file:
        return numpy.frombuffer(file.read(), numpy.uint8, offset=header).copy()


def load(part):
    images = torch.from_numpy(read(part + "-images-idx3-ubyte", 16))
    labels = torch.from_numpy(read(part + "-labels-idx1-ubyte", 8))
    return images.view(-1, 1, 28, 28).float() / 255, labels.long()


def train_epoch(model, optimizer, images, labels, batch, count):
    order = torch.randperm(len(images))[:count]
    for first in range(0, count, batch):
        chosen = order[first:first + batch]
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(images[chosen]), labels[chosen]).backward()
        optimizer.step()


def evaluate(model, images, labels):
    right = 0
    with torch.no_grad():
        for first in range(0, len(images), 1000):
            block = slice(first, first + 1000)
            right += (model(images[block]).argmax(1) == labels[block]).sum().item()
    return right / len(images)


def timed(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("network", choices=NETWORKS)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=2, help="the fastest one counts")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(0)

    layers, batch, rate, share = NETWORKS[options.network]
    model = nn.Sequential(*layers())
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    images, labels = load("train")
    test_images, test_labels = load("t10k")
    count = int(len(images) * share)
    epochs = [timed(lambda: train_epoch(model, optimizer, images, labels, batch, count))
              for _ in range(options.epochs if share == 1 else 1)]
    evaluations = [timed(lambda: evaluate(model, test_images, test_labels)) for _ in range(3)]
    print(json.dumps({
        "network": options.network,
        "batch": batch,
        "threads": options.threads,
        "seconds_per_epoch": min(epochs) / share,
        "eval_seconds": min(evaluations),
        "accuracy": evaluate(model, test_images, test_labels),
    }))


if __name__ == "__main__":
    main()
