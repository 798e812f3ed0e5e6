// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ink/strokefile.h"
#include "tests/fuzz/inputfile.h"
#include "tests/fuzz/target.h"

using namespace inkling;

namespace {

std::string linesOf(const std::vector<PenDigit>& digits) {
  std::string text;
  for (const PenDigit& digit : digits) text += strokeLine(digit);
  return text;
}

}  // namespace

INKLING_FUZZ(strokes) {
  const auto digits = loadStrokeFile(fuzz::fileOf(input));
  const std::string text = linesOf(digits);
  fuzz::check(linesOf(loadStrokeFile(fuzz::fileOf(text))) == text,
              "strokes that were written are read as they were");
  for (const PenDigit& digit : digits) renderGlyph(digit.ink);
}
