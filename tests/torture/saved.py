# SPDX-FileCopyrightText: Inkling contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands on the disk after a save, so that it can be compared with what should: byte for byte,
but for times, which no two saves have in common."""
import hashlib
import os
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
TIMES = re.compile(rb'"(seconds|saved|date)": ?("[^"]*"|[-+.e0-9]+)')
RUN = re.compile(r"\d{8}T\d{6}-\d+$")
LEFT = (".inkling-", ".new-", ".gone-")


class Saved:
    """`files`: hash by path, whole documents; `left`: what a save that did not end has left behind.
    Runs are numbered in their order instead of named by their time; locks do not count."""

    def __init__(self, folder):
        self.files, self.left = {}, set()
        runs = {}
        for path, names, files in sorted(os.walk(folder)):
            names.sort()
            for name in [name for name in names if RUN.match(name)]:
                runs[name] = f"run {len(runs) + 1}"
            parts = [runs.get(part, part) for part in pathlib.Path(path).relative_to(folder).parts]
            self.left.update(name for name in names if name.startswith(LEFT))
            if any(part.startswith(LEFT) for part in parts) or "claims" in parts:
                continue
            for name in sorted(files):
                if name.startswith(LEFT):
                    self.left.add(name)
                elif not name.endswith(".lock"):
                    self.files["/".join(parts + [name])] = self._hash(pathlib.Path(path, name))

    @staticmethod
    def _hash(file):
        data = TIMES.sub(b"", file.read_bytes()) if "json" in file.suffix else file.read_bytes()
        return hashlib.sha256(data + oct(file.lstat().st_mode).encode()).hexdigest()

    def __eq__(self, other):
        return self.files == other.files

    def between(self, old, new):
        """All of the old files as they were, and some that are new."""
        added = {name: it for name, it in self.files.items() if name not in old.files}
        return old.files.items() <= self.files.items() and added.items() <= new.files.items()

    def differs(self, other):
        names = self.files.keys() | other.files.keys()
        return sorted(n for n in names if self.files.get(n) != other.files.get(n))


def programs(preset):
    """torture-save and inkling-cli of that preset, or a sentence and the end."""
    build = ROOT / "build" / preset
    found = [build / "tests/bin/torture-save", build / "bin/inkling-cli"]
    for program in found:
        if not program.exists():
            raise SystemExit(f"{program} is missing: cmake --build --preset {preset} --target torture")
    return [str(program) for program in found]


def prepare(torture_save, base):
    """What the commands of inkling-cli need, into `base`: a data set, a recipe, a sweep, weights, a model."""
    (base / "in").mkdir()
    for document, folder, version in [("idx", ".", "1"), ("recipe", "in", "0"), ("sweep", "in", "0"),
                                      ("npz", "in", "1"), ("model", "in", "1")]:
        subprocess.run([torture_save, document, folder, version, "1"],
                       cwd=base, check=True)
