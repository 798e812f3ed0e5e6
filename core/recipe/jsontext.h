// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace inkling {

using Json = nlohmann::ordered_json;

/// Parses JSON text: UTF-8, at most 64 levels deep, no field twice in an object. Throws Error,
/// naming `source` and the offset. Only for source files of the core: headers stay free of the JSON
/// library.
Json parseJson(std::string_view text, const std::string& source);

/// A value as it is shown in messages: on one line, cut to 60 bytes.
std::string shortText(const Json& value);

}  // namespace inkling
