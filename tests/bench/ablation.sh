#!/bin/sh
# SPDX-FileCopyrightText: Inkling contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# What each kind of augmentation of the handwriting recipe is worth: ablation.sh BUILD STROKES. Trains
# it, shortened to 3 epochs of 20,000 digits, once whole and once without each kind, and prints the
# accuracy on MNIST's test images and on the development writers' pen digits.
set -eu
build=$1
strokes=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

measure() {
  name=$1
  shift
  mnist=$("$build/bin/inkling-cli" train --recipe handwriting --epochs 3 --set data.train_limit.first=25000 "$@" \
    --out "$folder/model.safetensors" 2>&1 | sed -n 's/^test accuracy \([0-9.]*\).*/\1/p')
  pens=$("$build/tests/bin/pendigits" "$folder/model.safetensors" "$strokes" --quick |
    sed -n 's/^whole canvas *\([0-9.]*\) *\([0-9.]*\).*/\1 \2/p')
  echo "$name: MNIST $mnist, pens $pens (right, not sure)"
}

measure "everything"
measure "no augmentation" --set augment.enabled=false
for kind in synthetic scribbles variants elastic blots gaps contrast rotation scale shear shift; do
  measure "without $kind" --set "augment.$kind=0"
done
measure "without stroke width" --set augment.stroke_min=0 --set augment.stroke_max=0
measure "without refit" --set augment.refit=false
