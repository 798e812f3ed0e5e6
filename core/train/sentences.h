// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/train/observer.h"

#include <string>

namespace inkling {

/// How a run ended, in English: "Stopped after epoch 3: 97.6 % on validation."
INKLING_CORE_API std::string sentenceFor(const Summary& summary);

}  // namespace inkling
