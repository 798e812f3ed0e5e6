// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <filesystem>

namespace inkling {

/// What comes with the program: datasets/, recipes/, models/. It is $INKLING_RESOURCES if that is
/// set, else
/// ../share/inkling beside the folder of `executable` (empty: this program). Throws Error, naming
/// the folder that was looked for, if there is none.
INKLING_CORE_API std::filesystem::path resourceFolder(const std::filesystem::path& executable = {});

/// Where this user's models and runs are kept: $XDG_DATA_HOME/inkling, else ~/.local/share/inkling.
/// It need not exist yet. Throws Error if neither XDG_DATA_HOME nor HOME is set.
INKLING_CORE_API std::filesystem::path userFolder();

/// Where a run under way is kept for after a crash: $XDG_STATE_HOME/inkling, else
/// ~/.local/state/inkling. It need not exist yet. Throws Error if neither XDG_STATE_HOME nor HOME
/// is set.
INKLING_CORE_API std::filesystem::path stateFolder();

}  // namespace inkling
