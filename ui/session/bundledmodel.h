// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace inkling::ui {

/// The bundled pretrained model: the file named in models/default.txt, else
/// models/default.safetensors; empty if there is none.
std::filesystem::path bundledModel(const std::filesystem::path& resources);

}  // namespace inkling::ui
