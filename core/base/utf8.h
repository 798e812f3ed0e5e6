// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <string>
#include <string_view>

namespace inkling {

/// Whether the text is well-formed UTF-8.
INKLING_CORE_API bool isUtf8(std::string_view text);

/// The characters of a text that is well-formed, and the text of characters; those that are none
/// (surrogates, above 10FFFF) are left out.
INKLING_CORE_API std::u32string charactersOf(std::string_view text);
INKLING_CORE_API std::string utf8Of(std::u32string_view characters);

/// The text without the mark (EF BB BF) that some editors put before UTF-8.
INKLING_CORE_API std::string_view withoutMark(std::string_view text);

/// How many columns of a terminal the text takes: none for combining characters, two for those of
/// Chinese, Japanese and Korean.
INKLING_CORE_API int columnsOf(std::string_view text);

/// As many whole characters from the beginning as fit into so many columns.
INKLING_CORE_API std::string cutTo(std::string_view text, int columns);

}  // namespace inkling
