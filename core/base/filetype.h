// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <span>
#include <string>
#include <string_view>

namespace inkling {

/// What a file is by its first bytes: "a PyTorch model", "an HTML page". Empty if it is nothing of
/// what is known here.
INKLING_CORE_API std::string_view typeOf(std::span<const char> bytes);

inline constexpr std::string_view kSafetensorsType = "a safetensors file";
inline constexpr std::string_view kNpyType = "a NumPy array (.npy)";
inline constexpr std::string_view kZipType = "a zip archive";
inline constexpr std::string_view kNpzType = "a NumPy archive (.npz)";

/// Throws Error, calling the file by its name, if it is known to be of a type other than `wanted`.
INKLING_CORE_API void requireType(std::span<const char> bytes, std::string_view wanted,
                                  const std::string& source);

/// Whether a JPEG picture (Rec. ITU-T T.81) or a bitmap lacks its end, which decoders make up.
INKLING_CORE_API bool isCutOffPicture(std::span<const char> bytes);

}  // namespace inkling
