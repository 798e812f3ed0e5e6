#!/usr/bin/env python3
# SPDX-FileCopyrightText: Inkling contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes tests/fuzz/corpus from tests/golden: small files of every format, and a few wrong ones
(bad-...). Files that libFuzzer found and that stand there too are left alone."""

import copy
import gzip
import io
import json
import pathlib
import struct
import zipfile

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
GOLDEN = HERE.parent / "golden"
DIGITS = (GOLDEN / "digits/my-digits.jsonl").read_text().splitlines()


def write(target, name, content):
    folder = HERE / "corpus" / target
    folder.mkdir(parents=True, exist_ok=True)
    data = content.encode() if isinstance(content, str) else content
    (folder / name).write_bytes(data)


def golden(target, *names):
    for name in names:
        file = GOLDEN / name
        write(target, "-".join(file.parts[-2:]), file.read_bytes())


def packed(data):
    return gzip.compress(data, mtime=0)


def read_entries(data):
    length = struct.unpack("<Q", data[:8])[0]
    return json.loads(data[8:8 + length])


TYPES = {"f2": "F16", "f4": "F32", "f8": "F64", "i8": "I64"}


def tensors(arrays, header=None):
    entries = {} if header is None else {"__metadata__": {"inkling": json.dumps(header)}}
    at = 0
    for name, array in arrays.items():
        end = at + array.nbytes
        entries[name] = {"dtype": TYPES[array.dtype.str[1:]], "shape": array.shape,
                         "data_offsets": [at, end]}
        at = end
    text = json.dumps(entries).encode()
    text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text + b"".join(a.tobytes() for a in arrays.values())


def npy(array, version=(1, 0)):
    file = io.BytesIO()
    np.lib.format.write_array(file, array, version=version)
    return file.getvalue()


def npz(arrays, method):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, array in arrays.items():
            archive.writestr(zipfile.ZipInfo(name + ".npy"), npy(array), method)
    return file.getvalue()


def numbers(*shape):
    count = int(np.prod(shape))
    return (np.arange(count, dtype="<f4") % 11 / 16 - 0.3).reshape(shape)


def make_idx():
    pixels = bytes.fromhex(next(d["pixels"] for d in map(json.loads, DIGITS) if "pixels" in d))
    images = b"\0\0\x08\3" + struct.pack(">3I", 1, 28, 28) + pixels
    write("idx", "images", images)
    write("idx", "images.gz", packed(images))
    write("idx", "images-3x5", b"\0\0\x08\3" + struct.pack(">3I", 2, 3, 5) + bytes(range(30)))
    write("idx", "labels", b"\0\0\x08\1" + struct.pack(">I", 10) + bytes(range(10)))
    write("idx", "labels-16", b"\0\0\x0b\1" + struct.pack(">I", 3) + struct.pack(">3H", 1, 9, 0))
    write("idx", "bad-cut", images[:-1])
    write("idx", "bad-cut.gz", packed(images[:300]))
    write("idx", "bad-huge", b"\0\0\x08\3" + struct.pack(">3I", 10_000_000, 256, 256))
    write("idx", "bad-label", b"\0\0\x08\1" + struct.pack(">I", 2) + b"\1\x0a")


def make_gzip():
    text = DIGITS[0].encode()
    write("gzip", "one.gz", packed(text))
    write("gzip", "two.gz", packed(text) + packed(b"x" * 5000))
    write("gzip", "raw", text)
    write("gzip", "empty", b"")
    write("gzip", "bad-cut.gz", packed(text)[:-5])
    write("gzip", "bad-behind.gz", packed(text) + b"more")
    write("gzip", "bad-sum.gz", packed(text)[:-8] + b"\0" * 8)


def make_arrays():
    golden("npy", "exports/softmax-b.npy", "runs/20261130T045703-000/batches.npy")
    write("npy", "fortran.npy", npy(np.asfortranarray(numbers(2, 3, 2).astype("<f8"))))
    write("npy", "version-3.npy", npy(numbers(4), (3, 0)))
    write("npy", "scalar.npy", npy(numbers()))
    write("npy", "none.npy", npy(numbers(0, 5)))
    write("npy", "whole.npy", npy(np.arange(3)))
    write("npy", "half-big-endian.npy", npy(numbers(3).astype(">f2")))
    write("npy", "bad-type.npy", npy(np.arange(3).astype("<c8")))
    write("npy", "bad-cut.npy", npy(numbers(4))[:-1])
    arrays = {"layers.0.weight": numbers(2, 3), "layers.0.bias": numbers(2)}
    write("npz", "stored.npz", npz(arrays, zipfile.ZIP_STORED))
    write("npz", "deflated.npz", npz(arrays, zipfile.ZIP_DEFLATED))
    write("npz", "none.npz", npz({}, zipfile.ZIP_STORED))
    write("npz", "bad-cut.npz", npz(arrays, zipfile.ZIP_STORED)[:-9])
    whole = npz(arrays, zipfile.ZIP_STORED)
    write("npz", "bad-sum.npz", whole.replace(numbers(2, 3).tobytes(), b"\0" * 24))
    write("npz", "bad-method.npz", npz(arrays, zipfile.ZIP_BZIP2))
    write("safetensors", "two", tensors({"a": numbers(2, 3), "b": numbers(4)}))
    write("safetensors", "texts", tensors({"scalar": numbers()}, {"name": "ü"}))
    write("safetensors", "none", tensors({}))
    write("safetensors", "bad-cut", tensors({"a": numbers(2, 3)})[:-4])
    write("safetensors", "bad-behind", tensors({"a": numbers(2, 3)}) + b"\0\0\0\0")


def make_sets():
    images = (np.arange(96) * 5).astype("u1").reshape(6, 4, 4)
    labels = np.array([0, 1, 2, 0, 1, 2])
    parts = {"x_train": images, "y_train": labels, "x_test": images[:2], "y_test": labels[:2]}
    named = {**parts, "class_names": np.array(["a", "ü", "c"]), "full_scale": np.array(255, "u1")}
    colour = np.asfortranarray(images.reshape(2, 4, 4, 3) / 255)
    write("numpyset", "stored.npz", npz(named, zipfile.ZIP_STORED))
    write("numpyset", "deflated.npz", npz(parts, zipfile.ZIP_DEFLATED))
    write("numpyset", "colour.npz", npz({"X": colour, "y": np.eye(3)[:2]}, zipfile.ZIP_STORED))
    write("numpyset", "flat.npz", npz({"data": images.reshape(2, 48).astype(">u2"),
                                       "target": labels[:2] * 1.0}, zipfile.ZIP_DEFLATED))
    write("numpyset", "bad-alone.npy", npy(images))
    write("numpyset", "bad-cut.npz", npz(parts, zipfile.ZIP_STORED)[:-9])
    write("numpyset", "bad-label.npz", npz({"X": images, "y": labels - 1}, zipfile.ZIP_STORED))
    write("numpyset", "bad-names.npz", npz({"w": images, "b": labels}, zipfile.ZIP_STORED))
    lines = [",".join(map(str, [label, *image.ravel()])) for label, image in zip(labels, images)]
    header = "label," + ",".join(f"pixel{i}" for i in range(16))
    write("csvset", "header", "\n".join([header, *lines]))
    write("csvset", "mark", "\ufeff" + "\r\n".join([*lines, "", ""]).replace(",", ";"))
    write("csvset", "packed.gz", packed("\n".join([header, *lines]).encode()))
    write("csvset", "texts", "\n".join(
        '"{} ""{}""",'.format("ü" * label, label) + ",".join(f'"{p}"' for p in image.ravel())
        for label, image in zip(labels, images)))
    write("csvset", "decimals", "\n".join(
        ",".join([*(f"{p / 255:.3g}" for p in image.ravel()), str(label)])
        for label, image in zip(labels, images)))
    write("csvset", "bad-number", "\n".join([*lines, lines[0].replace(",5,", ",x,")]))
    write("csvset", "bad-short", "\n".join([*lines, "1,2"]))
    write("csvset", "bad-label", "\n".join([*lines, "-" + lines[1]]))
    write("csvset", "bad-columns", "a,b,c,d,e,f,g\n1,2,3,4,5,6,7\n")


def small(name, layers, side):
    """The header of a golden model, for a network that is small enough to be varied quickly."""
    entries = read_entries((GOLDEN / "models" / name).read_bytes())
    header = json.loads(entries["__metadata__"]["inkling"])
    header["recipe"]["layers"] = layers
    header["recipe"]["batch"] = 4
    header["recipe"]["data"] = {"set": "few", "validation_count": 0}
    if header["recipe"].get("format", 1) > 1:
        header["recipe"]["data"] = {"set": "few", "validation": {"count": 0}}
    header["input"] = {"height": side, "width": side, "channels": 1}
    header["position"]["step"] = min(1, header["position"]["step"])
    return header


def make_models():
    dense = [{"type": "dense", "units": 10}]
    values = {"layers.0.weight": numbers(10, 16), "layers.0.bias": numbers(10)}
    headers = {name: small(name + ".safetensors", copy.deepcopy(dense), 4)
               for name in ("mlp", "momentum", "drawn-checkpoint", "fingerprint", "adamw")}
    for name, header in headers.items():
        plain = copy.deepcopy(header)  # its tensors are those of a model, without an optimizer's
        plain["recipe"].setdefault("optimizer", {})["kind"] = "sgd"
        write("header", name, json.dumps(plain))
    write("header", "bad-newer", json.dumps({**headers["mlp"], "format": 99}))
    write("header", "bad-class", json.dumps({**headers["mlp"], "class_names": ["one"]}))
    most = 2**31 - 1  # one more and an int overflows
    for name in ("running", "window", "epochs_since_best", "history"):
        header = json.loads((HERE / "corpus/header/momentum").read_text())
        if name == "history":
            header["history"]["epochs"][0]["train"]["count"] = most
        elif name == "epochs_since_best":
            header["state"][name] = most
            header["recipe"]["early_stopping"] = 2
        else:
            header["state"][name].update({"steps": most} if name == "window" else {"count": most})
            header["recipe"]["report_every"] = 5
        write("header", f"bad-{name.replace('_', '-')}", json.dumps(header))
    write("model", "dense", tensors(values, headers["fingerprint"]))
    state = dict(values)
    for name, array in values.items():
        state["optimizer.0." + name] = array / 4
    state["batches"] = numbers(3, 3)
    write("model", "checkpoint", tensors(state, headers["momentum"]))
    layers = [{"type": "conv2d", "units": 2, "kernel": 3}, {"type": "batch_norm"}, {"type": "relu"},
              {"type": "max_pool2d", "kernel": 2, "stride": 2}, {"type": "flatten"},
              {"type": "dense", "units": 10}]
    cnn = {"layers.0.weight": numbers(2, 3, 3, 1), "layers.0.bias": numbers(2),
           "layers.1.weight": numbers(2) + 1, "layers.1.bias": numbers(2),
           "layers.5.weight": numbers(10, 8), "layers.5.bias": numbers(10),
           "layers.1.running_mean": numbers(2), "layers.1.running_var": numbers(2) + 1}
    header = small("cnn-best.safetensors", layers, 6)
    write("model", "cnn", tensors(cnn, header))
    for name, bias in (("shape", numbers(1, 10)), ("infinite", numbers(10) + np.float32("inf"))):
        write("model", "bad-" + name, tensors({**values, "layers.0.bias": bias}, headers["mlp"]))


def make_imports():
    plain = {"W1": numbers(16, 3), "b1": numbers(3), "W2": numbers(3, 3), "b2": numbers(3),
             "W3": numbers(3, 4), "b3": numbers(4)}
    write("import", "plain", tensors(plain))
    write("import", "plain-turned", tensors({k: v.T.copy() for k, v in plain.items()}))
    write("import", "row", tensors({"W": numbers(4, 4), "b": numbers(1, 4)}))
    torch = {"features.0.weight": numbers(2, 3, 3, 3), "features.0.bias": numbers(2),
             "features.1.weight": numbers(2) + 1, "features.1.bias": numbers(2),
             "features.1.running_mean": numbers(2), "features.1.running_var": numbers(2) + 1,
             "features.1.num_batches_tracked": np.array(5), "fc.weight": numbers(2, 8),
             "fc.bias": numbers(2)}
    write("import", "torch", tensors({"module." + k: v for k, v in torch.items()}))
    write("import", "torch-half", tensors({k: v if v.dtype == int else v.astype("<f2")
                                           for k, v in torch.items()}))
    ours = {f"layers.{i}.{name}": numbers(*shape)
            for i, name, shape in ((0, "weight", (2, 3, 3, 1)), (0, "bias", (2,)),
                                   (1, "weight", (2,)), (1, "bias", (2,)),
                                   (1, "running_mean", (2,)), (1, "running_var", (2,)),
                                   (5, "weight", (10, 8)), (5, "bias", (10,)))}
    write("import", "ours", tensors(ours))
    write("import", "one", tensors({"weight": numbers(5, 12), "bias": numbers(5)}))
    write("import", "bad-square", tensors({"W": numbers(4, 4), "b": numbers(4)}))
    write("import", "bad-name", tensors({"../W": numbers(4, 3), "b": numbers(3)}))
    write("import", "bad-order", tensors({f"{name}.{part}": numbers(*shape)
                                          for name in ("first", "second", "third")
                                          for part, shape in (("weight", (3, 3)), ("bias", (3,)))}))
    write("import", "bad-layers", tensors({"fc1.weight": numbers(3, 16), "fc1.bias": numbers(3),
                                           "fc2.weight": numbers(4, 3), "fc2.bias": numbers(4)}))
    write("import", "bad-inputs", tensors({"fc.weight": numbers(3, 15), "fc.bias": numbers(3)}))
    write("import", "bad-infinite", tensors({"W": numbers(16, 3),
                                             "b": numbers(3) + np.float32("inf")}))


def make_texts():
    for name in ("cnn-8x3x3", "cnn-best", "defaults-2", "every-field", "every-field-2",
                 "handwriting", "mlp"):
        golden("recipe", f"recipes/{name}.json")
    write("recipe", "bad-newer.json", '{"format": 99, "layers": [{"type": "dense", "units": 10}]}')
    write("recipe", "bad-twice.json", '{"name": "a", "name": "b"}')
    for name in ("drawn", "grid", "list", "random"):
        golden("sweep", f"sweeps/{name}/sweep.json")
    grid = json.loads((GOLDEN / "sweeps/grid/sweep.json").read_text())
    write("sweep", "bad-newer.json", json.dumps({**grid, "format": 99}))
    write("sweep", "bad-axis.json", json.dumps({**grid, "axes": [{"fields": [], "values": [1]}]}))
    golden("run", "runs/20261130T045535-000/run.json", "runs/20261130T045703-000/run.json",
           "sweeps/grid/trials/2b3c88c89a76bb29.json")
    write("run", "bad-reason.json", '{"run": {}, "reason": "tired", "seconds": 1}')
    for number, line in enumerate(DIGITS[:5]):
        write("personal", f"line-{number}", line)
    write("personal", "bad-label", '{"id":1,"label":10,"date":"","strokes":[[0,0,0,1]]}')
    last = '{"format":"inkling personal digits","version":1,"last_id":%d}'
    write("personal", f"last-id-{10**9 + 1}", last % (10**9 + 1))
    for number in (2**53 + 1, 2**63, -1):
        write("personal", f"bad-last-id-{number}", last % number)
    write("personal", "bad-newer", '{"format":"inkling personal digits","version":2}')
    table = (HERE.parents[1] / "resources/parity/losses.csv").read_text().splitlines()
    write("table", "losses.csv", "".join(",".join(row.split(",")[:3]) + "\n" for row in table[:5]))
    write("table", "names.csv", "a,b")
    write("table", "bad-cell.csv", "a,b\n1.5\n")
    write("table", "bad-number.csv", "a,b\n1.5,nan\n")


def make_ink():
    lines = []
    for digit in map(json.loads, DIGITS[1:4]):
        strokes = ["{} {}".format(len(s) // 4, " ".join(
            f"{round(1000 * s[i])} {round(1000 * s[i + 1])}" for i in range(0, len(s), 4)))
            for s in digit["strokes"]]
        lines.append(f"{digit['label']} own me 60 {len(strokes)}  {'  '.join(strokes)}\n")
    write("strokes", "digits", "".join(lines))
    write("strokes", "dot", "\n1 a b 100 1  1 -5 5\n")
    write("strokes", "bad-count", "1 a b 100 2  1 5 5\n")
    write("strokes", "bad-behind", "1 a b 100 1  1 5 5 6\n")
    pixels = bytes.fromhex(next(d["pixels"] for d in map(json.loads, DIGITS) if "pixels" in d))
    write("picture", "digit", bytes([27, 27]) + pixels)
    write("picture", "dark-on-light", bytes([27, 27]) + bytes(255 - p for p in pixels))
    write("picture", "blank", bytes([9, 9]))
    write("picture", "specks", bytes([11, 7]) + bytes(255 * (i % 5 == 0) for i in range(96)))


def make_picture_sets():
    image = bytes(i % 251 for i in range(3072))
    write("cifar", "ten", b"\3" + image + b"\x09" + image)
    write("cifar", "hundred", b"\x13\x63" + image)
    write("cifar", "bad-label", b"\x0a" + image)
    write("cifar", "bad-cut", b"\3" + image[:-1])
    write("strokeset", "own", "\n".join(DIGITS[:3]) + "\n")
    write("strokeset", "pen", "7 a b 100 1  2 5 5 9 90\n1 a b 100 1  1 5 5\n")
    write("strokeset", "bad-cut", "7 a b 100 2  1 5 5\n")
    write("strokeset", "bad-line", DIGITS[0] + "\n" + DIGITS[1][:-9] + "\n")
    write("strokeset", "bad-newer", '{"format":"inkling personal digits","version":2}\n')
    write("picturelabels", "header", "file,label\n1.png,cat\n2.png,dog\n")
    write("picturelabels", "quotes", '"in/1.jpg";"a ""b"""\r\nx;7\r\n')
    write("picturelabels", "swapped", "7\tx\n8\t2\n9\tgone\n")
    write("picturelabels", "bad-empty", "")
    write("picturelabels", "bad-two", "x,7\nx,8\n")
    write("picturelabels", "bad-label", "x,7\n1.png,\n")
    red, grey = b"\3\3\xff\0\0\xff", b"\3\3\x50\x50\x50\xff"

    def pictures(*each):
        return b"".join(bytes([i % 2, len(one)]) + one for i, one in enumerate(each))

    write("pictures", "grey", pictures(grey, grey, grey))
    write("pictures", "colour", pictures(red, grey, red))
    write("pictures", "sizes", pictures(grey, b"\xff\1\0\0\0\x80\xff", b"\0\x1c\7"))
    write("pictures", "bad-broken", pictures(grey, b"", grey))
    write("pictures", "bad-one", pictures(grey))


for make in (make_idx, make_gzip, make_arrays, make_sets, make_models, make_imports, make_texts,
             make_ink, make_picture_sets):
    make()
