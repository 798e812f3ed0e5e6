// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <filesystem>
#include <vector>

namespace inkling {

/// To be asked before work begins, so that hours of it do not end in "cannot write": throws Error
/// if one of `outputs` is one of `inputs` or another output, by whatever path, or if it could not
/// be written. Empty paths stand for files that are not asked for.
INKLING_CORE_API void requireOutputs(const std::vector<std::filesystem::path>& outputs,
                                     const std::vector<std::filesystem::path>& inputs);

}  // namespace inkling
