// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/error.h"
#include "core/io/personalline.h"
#include "tests/fuzz/target.h"

using namespace inkling;

// A line of the file of personal digits.
INKLING_FUZZ(personal) {
  const std::string line(input.begin(), input.end());
  try {
    if (isPersonalHeader(line, "The file")) {
      const long last = personalHeaderLastId(line, "line 1");
      const std::string header = personalHeader(last);
      fuzz::check(isPersonalHeader(header, "What was written"), "a header that was written is one");
      fuzz::check(personalHeaderLastId(header, "line 1") == last,
                  "a header holds what was written");
      return;
    }
    const std::string text = personalLine(parsePersonalLine(line, "line 1"));
    fuzz::check(personalLine(parsePersonalLine(text, "line 2")) == text,
                "a digit that was written is read as it was");
  } catch (const DamagedLine& damaged) {
    throw Error(damaged.what());
  }
}
