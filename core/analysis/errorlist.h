// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataset.h"
#include "core/train/evaluate.h"

#include <string>
#include <vector>

namespace inkling {

/// Positions of the wrong samples, the surest mistakes first: the likeliest to be wrongly labelled.
INKLING_CORE_API std::vector<int> surestErrors(const Predictions& predictions);

/// The wrong samples as a table, the surest first: index in the data set, true class, predicted
/// class, confidence, probability of the true class. `view` is what was predicted.
INKLING_CORE_API std::string errorsCsv(const Predictions& predictions, const DataView& view,
                                       const std::vector<std::string>& classNames);

/// A field of a CSV file: in quotes where it has to be.
INKLING_CORE_API std::string csvField(const std::string& text);

}  // namespace inkling
