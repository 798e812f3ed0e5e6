// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/ink.h"
#include "core/io/personalset.h"

namespace inkling::test {

/// A seven with ink of two strokes.
inline PersonalDigit seven() {
  PersonalDigit digit{.label = 7};
  digit.ink = {{{{0.2F, 0.1F, 0, 1}, {0.8F, 0.1F, 0.1F, 0.5F}, {0.4F, 0.9F, 0.25F, 1}}},
               {{{0.3F, 0.5F, 0.5F, 1}}}};
  digit.glyph = renderGlyph(digit.ink);
  return digit;
}

/// Without ink, all of the same picture.
inline PersonalDigit pixels(int label) {
  PersonalDigit digit{.label = label};
  for (std::size_t i = 0; i < digit.glyph.size(); ++i)
    digit.glyph[i] = static_cast<std::uint8_t>(i % 256);
  return digit;
}

}  // namespace inkling::test
