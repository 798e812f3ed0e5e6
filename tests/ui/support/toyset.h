// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace inkling::test {

/// Writes an IDX quartet into `folder`: 28×28 images of ten classes that differ in the place of a
/// bar, with some noise, so that small networks learn them within an epoch or two.
void writeToySet(const QString& folder, int train, int test);

}  // namespace inkling::test
