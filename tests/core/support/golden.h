// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/support/files.h"

#include <QStringList>

#include <filesystem>

namespace inkling::test {

/// A file or folder of tests/golden: what earlier programs wrote.
std::filesystem::path golden(const QString& name = {});

/// All files below `folder` of tests/golden, by their paths from there, sorted.
QStringList goldenFiles(const QString& folder);

/// Copies a file or folder of tests/golden below `to` and gives its place there: for readers that
/// lock or change what they read.
std::filesystem::path goldenCopy(const QString& name, const Folder& to);

}  // namespace inkling::test
