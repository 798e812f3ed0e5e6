#!/usr/bin/env python3
# SPDX-FileCopyrightText: Inkling contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains recipes in full, with several seeds each, and prints what they reach as Markdown tables.

A recipe that stands for a notebook is compared with the figures published in it; the others get their
validation and test accuracy. The test set is measured to report it, nothing is chosen by it. Needs a
built inkling-cli and nothing else. All recipes with five seeds take about an hour on two cores.

usage: tests/reference/figures.py [--program PATH] [--seeds N] [--threads N] [RECIPE ...]
"""

import argparse
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Past 100 steps, as the notebook of cnn-8x3x3 prints them: step, loss, accuracy.
REPORTS = {"cnn-8x3x3": [(100, 2.269, 0.21), (200, 2.080, 0.36), (300, 1.577, 0.59),
                         (400, 1.056, 0.65), (500, 0.972, 0.68), (600, 0.880, 0.71),
                         (700, 0.592, 0.83), (800, 0.692, 0.83), (900, 0.726, 0.76),
                         (1000, 0.761, 0.75), (1100, 0.529, 0.86), (1200, 0.474, 0.88)]}


def lines(command):
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(str(part) for part in command)}\n{done.stderr}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def train(options, recipe, seed, folder):
    """The epochs and the summary of one run."""
    command = [options.program, "train", "--recipe", recipe, "--seed", seed, "--json",
               "--out", pathlib.Path(folder) / "model.safetensors"]
    if options.threads:
        command += ["--threads", options.threads]
    *epochs, summary = lines(command)
    return epochs, summary


def value(run, quantity, epoch):
    epochs, summary = run
    if epoch:
        return epochs[epoch - 1][quantity]
    return summary[quantity] if quantity in summary else epochs[-1][quantity]


def text(quantity, number):
    return f"{100 * number:.2f} %" if quantity.endswith("accuracy") else f"{number:.4f}"


def spread(quantity, values):
    deviation = statistics.stdev(values) if len(values) > 1 else 0
    mean = statistics.mean(values)
    if quantity.endswith("accuracy"):
        return f"{100 * mean:.2f} ± {100 * deviation:.2f} %"
    return f"{mean:.4f} ± {deviation:.4f}"


def compare(recipe, figure, runs):
    """One row; whether the mean is as near to the notebook as it has to be."""
    quantity, epoch = figure["quantity"], figure.get("epoch", 0)
    values = [value(run, quantity, epoch) for run in runs]
    tolerance = figure.get("tolerance", 0)
    met = abs(statistics.mean(values) - figure["value"]) <= tolerance
    what = quantity.replace("_", " ") + (f", epoch {epoch}" if epoch else "")
    print(f"| {recipe} | {what} | {text(quantity, figure['value'])} | {spread(quantity, values)} "
          f"| {'±' + text(quantity, tolerance) if tolerance else '–'} "
          f"| {('yes' if met else 'no') if tolerance else '–'} |", flush=True)
    return met or not tolerance


def compare_reports(recipe, runs):
    print("\n| past 100 steps to | notebook | here |\n|---|---|---|")
    for step, loss, accuracy in REPORTS[recipe]:
        found = [report for epochs, _ in runs for epoch in epochs for report in epoch["steps"]
                 if report["step"] == step]
        print(f"| {step} | {loss:.3f}, {100 * accuracy:.0f} % "
              f"| {spread('loss', [report['loss'] for report in found])}, "
              f"{spread('accuracy', [report['accuracy'] for report in found])} |")


def notebook(options, recipe, runs, published):
    print("\n| recipe | figure | notebook | here | tolerance | met |\n|---|---|---|---|---|---|")
    met = [compare(recipe, figure, runs) for figure in published]
    if recipe in REPORTS:
        compare_reports(recipe, runs)
    return all(met)


def own(recipe, runs):
    print("\n| recipe | validation accuracy | test accuracy | test loss | seconds |"
          "\n|---|---|---|---|---|")
    columns = [spread(q, [value(run, q, 0) for run in runs])
               for q in ("validation_accuracy", "test_accuracy", "test_loss")]
    seconds = statistics.median(run[1]["seconds"] for run in runs)
    print(f"| {recipe} | {' | '.join(columns)} | {seconds:.1f} |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=ROOT / "build/release/bin/inkling-cli")
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("recipes", nargs="*")
    options = parser.parse_args()
    names = options.recipes or [line["name"] for line in lines([options.program, "recipes", "--json"])]
    good = True
    for name in names:
        with tempfile.TemporaryDirectory() as folder:
            runs = [train(options, name, seed, folder) for seed in range(1, options.seeds + 1)]
        info, = lines([options.program, "info", name, "--json"])
        published = info["recipe"].get("published", [])
        if published:
            good = notebook(options, name, runs, published) and good
        else:
            own(name, runs)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
