// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace inkling::ui {

/// A folder of that name among this user's data; it need not exist yet.
std::filesystem::path userPlace(const char* name);

}  // namespace inkling::ui
