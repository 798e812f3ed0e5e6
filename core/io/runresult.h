// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/model/history.h"
#include "core/recipe/recipe.h"
#include "core/train/observer.h"

#include <map>
#include <string>
#include <vector>

namespace inkling {

/// What a run that has ended leaves behind beside its model.
struct RunResult {
  Recipe recipe{};
  Shape input{28, 28, 1};
  std::vector<std::string> classNames{};
  History history;
  Position position;
  StopReason reason = StopReason::Finished;
  double seconds = 0;  ///< on the machine that ran it; everything else is the same everywhere
  std::string dataFingerprint{};  ///< of what it was trained on; empty: not known
  bool testDrawn = false;         ///< test figures are of training images that were set aside

  /// Of the last epoch, whose weights the model has; count 0: not measured.
  Score validation() const {
    return history.epochs.empty() ? Score{} : history.epochs.back().validation;
  }
};

/// Further texts of a result's file, by name.
using RunTexts = std::map<std::string, std::string>;

/// JSON; equal results give equal bytes.
INKLING_CORE_API std::string encodeRun(const RunResult& result, const RunTexts& texts);

/// Throws Error; `source` names the file in it. Fills those of `texts` that are in the file.
INKLING_CORE_API RunResult decodeRun(const std::string& text, const std::string& source,
                                     RunTexts* texts = nullptr);

}  // namespace inkling
