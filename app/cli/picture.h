// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/ink.h"

#include <string>

namespace inkling::cli {

/// The grey values of a picture file (PNG, JPEG, BMP and what else Qt reads). What is transparent
/// shows white paper, or black if nothing would be seen on white. Throws Error.
GreyImage readPicture(const std::string& file);

}  // namespace inkling::cli
