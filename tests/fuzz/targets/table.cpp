// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/parity.h"
#include "tests/fuzz/target.h"

using namespace inkling;

// A table of comma-separated values: losses that other programs computed.
INKLING_FUZZ(table) {
  const auto columns = parseParityReferences({input.begin(), input.end()}, "The table");
  for (const ParityReference& column : columns)
    fuzz::check(column.losses.size() == columns.front().losses.size(), "columns are equally long");
}
