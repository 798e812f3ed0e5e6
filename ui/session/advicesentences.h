// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/advice.h"

#include <QString>

namespace inkling::ui {

/// What is seen, with the number, and what to try, in the window's language.
QString adviceSentence(const Advice& advice);
/// The change it suggests, as a button says it; empty if there is none.
QString adviceButton(const Advice& advice);
/// What is so once that change has been made.
QString adviceDone(const Advice& advice);

/// "Test accuracy: notebook 92.4 % · here 92.4 %" for the figures published for the end of a run of
/// `recipe`; empty if there are none or they were not measured.
QString figuresSentence(const Recipe& recipe, const History& history);

}  // namespace inkling::ui
