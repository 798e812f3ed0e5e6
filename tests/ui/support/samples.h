// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/data/dataset.h"
#include "core/train/evaluate.h"

#include <QStringList>

#include <functional>
#include <memory>

namespace inkling::tests {

/// `count` images of 28×28; image i has label i % 10 and i % 251 in every pixel.
DataView makeSamples(int count);

QStringList digitNames();

/// What a reader makes of makeSamples() that takes every seventh for its neighbour.
inline int oneInSevenWrong(int i) { return i % 7 == 0 ? (i + 1) % 10 : i % 10; }

/// Sample i is read as read(i), with probability sure(i); the rest is shared out evenly.
std::shared_ptr<const Predictions> makePredictions(
    const DataView& view, const std::function<int(int)>& read,
    const std::function<float(int)>& sure = [](int) { return 0.9F; });

}  // namespace inkling::tests
