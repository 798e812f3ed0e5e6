// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/train/observer.h"

#include <optional>
#include <string>

namespace inkling {

/// The names used in files: "finished", "stopped", "early_stopped", "diverged".
INKLING_CORE_API std::string toString(StopReason reason);

/// Nothing if there is no such reason.
INKLING_CORE_API std::optional<StopReason> stopReasonNamed(const std::string& name);

}  // namespace inkling
