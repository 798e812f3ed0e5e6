// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <exception>

namespace inkling::ui {

/// What was thrown, as a sentence for the user: that of an Error as it stands, and one about memory
/// where that is what was lacking.
QString sentenceOf(const std::exception_ptr& error);

}  // namespace inkling::ui
