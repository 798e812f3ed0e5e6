#!/usr/bin/env python3
# SPDX-FileCopyrightText: Inkling contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes sets of pictures from the bundled MNIST, to time how long they take to open:

    tests/bench/make_pictures.py OUT [--count 10000] [--form classes|parts|labels|sizes|cifar]

classes: a folder a class; parts: those in training/ and testing/; labels: one folder with
labels.csv; sizes: a folder a class, every picture in colour and of a size of its own; cifar: the
binary version of CIFAR-10. Then, from a build,

    /usr/bin/time -v build/release/bin/inkling-cli train --data OUT --recipe softmax --epochs 1
"""

import argparse
import gzip
import pathlib
import struct
import zlib

MNIST = pathlib.Path(__file__).resolve().parents[2] / "resources/datasets/mnist"
SIDE = 28
SIZE = SIDE * SIDE


def mnist(part, count):
    images = gzip.open(MNIST / f"{part}-images-idx3-ubyte.gz").read(16 + SIZE * count)[16:]
    labels = gzip.open(MNIST / f"{part}-labels-idx1-ubyte.gz").read(8 + count)[8:]
    for i, label in enumerate(labels):
        yield i, label, images[i * SIZE:(i + 1) * SIZE]


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, pixels, channels=1):
    row = width * channels
    lines = b"".join(b"\0" + pixels[y * row:(y + 1) * row] for y in range(height))
    head = struct.pack(">2I5B", width, height, 8, 0 if channels == 1 else 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(lines)) +
            chunk(b"IEND", b""))


def enlarged(pixels, width, height):
    """In colour: the digit in orange."""
    values = bytearray()
    for y in range(height):
        for x in range(width):
            value = pixels[y * SIDE // height * SIDE + x * SIDE // width]
            values += bytes((value, value // 2, 0))
    return bytes(values)


def write(folder, name, data):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)


def make_classes(out, part, count):
    for i, label, pixels in mnist(part, count):
        write(out / str(label), f"{i}.png", png(SIDE, SIDE, pixels))


def make_labels(out, count):
    lines = ["file,label"]
    for i, label, pixels in mnist("train", count):
        write(out, f"{i}.png", png(SIDE, SIDE, pixels))
        lines.append(f"{i}.png,{label}")
    (out / "labels.csv").write_text("\n".join(lines) + "\n")


def make_sizes(out, count):
    for i, label, pixels in mnist("train", count):
        width, height = 40 + i % 25, 40 + i % 31
        write(out / str(label), f"{i}.png",
              png(width, height, enlarged(pixels, width, height), channels=3))


def make_cifar(out, count):
    for part, name in (("train", "data_batch_1.bin"), ("t10k", "test_batch.bin")):
        records = bytearray()
        for _, label, pixels in mnist(part, count):
            rows = b"".join(b"\0\0" + pixels[y * SIDE:(y + 1) * SIDE] + b"\0\0"
                            for y in range(SIDE))
            plane = bytes(64) + rows + bytes(64)
            records += bytes([label]) + plane + bytes(value // 2 for value in plane) + bytes(1024)
        write(out, name, records)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=10000)
    parser.add_argument("--form", default="classes",
                        choices=("classes", "parts", "labels", "sizes", "cifar"))
    options = parser.parse_args()
    if options.form == "parts":
        make_classes(options.out / "training", "train", options.count)
        make_classes(options.out / "testing", "t10k", max(1, options.count // 6))
    elif options.form == "classes":
        make_classes(options.out, "train", options.count)
    else:
        {"labels": make_labels, "sizes": make_sizes, "cifar": make_cifar}[options.form](
            options.out, options.count)


main()
