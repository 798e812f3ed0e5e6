// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataproblems.h"
#include "core/data/partwarnings.h"
#include "core/recipe/recipe.h"
#include "core/train/observer.h"

#include <QString>

#include <map>
#include <string>
#include <vector>

namespace inkling::ui {

class Session;

/// What is going on, in one plain sentence of the window's language.
QString statusSentence(const Session& session);

/// How a run ended: "Stopped after epoch 3: 97.62 % on validation."
QString summarySentence(const Summary& summary);

/// Beside test figures of a set without test images.
QString testDrawnSentence();

/// "The validation images lack 3 of the 10 classes: none is of 0, 4, 7."
QString warningSentence(const DataWarning& warning, const std::vector<std::string>& classNames);

/// What looks wrong with a set; the button that mends it says …
QString problemSentence(const DataProblem& problem);
/// … this; empty: nothing mends it.
QString mendingWords(const DataProblem& problem);

/// Of an accuracy: "97.62 %", always with two decimals, so that figures side by side compare.
QString percent(double share);
/// "8 s", "2 min 05 s", "1 h 12 min"
QString duration(double seconds);
/// "410k", "1.2M"
QString shortNumber(double number);

/// The text in the window's language, else English, else any; empty if there is none.
QString inWindowLanguage(const std::map<std::string, std::string>& texts);
/// The recipe's title, else its name.
QString titleOf(const Recipe& recipe);

}  // namespace inkling::ui
