// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace inkling::ui {

/// What a field of a recipe is for, in a few words of the window's language; empty for fields of
/// layers and for unknown ones.
QString fieldMeaning(const QString& path);

}  // namespace inkling::ui
