// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/runstore.h"
#include "tests/fuzz/target.h"

using namespace inkling;

// The result of a run, as the history of runs and sweeps keep it.
INKLING_FUZZ(run) {
  RunTexts texts = {{"name", ""}, {"saved", ""}, {"origin", ""}, {"trial", ""}};
  RunRecord run;
  run.result = decodeRun({input.begin(), input.end()}, "The file", &texts);
  const std::string text = encodeRun(run.result, texts);
  fuzz::check(encodeRun(decodeRun(text, "What was written", &texts), texts) == text,
              "a result that was written is read as it was");
  epochsCsv(run);
}
