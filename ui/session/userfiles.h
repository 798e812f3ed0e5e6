// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <filesystem>

namespace inkling::ui {

/// Where nothing says which folder is this user's own (no HOME), the system is asked. Once, first.
void findHome();

/// A folder of that name among this user's data; it need not exist yet.
std::filesystem::path userPlace(const char* name);

struct PreferenceValues;

/// Where the history of runs is; it need not exist yet.
std::filesystem::path runsPlace(const PreferenceValues& preferences);

/// Where a run under way is kept; it need not exist yet.
std::filesystem::path statePlace();

/// Where the user last opened or saved something.
QString lastFolder();
void rememberFolder(const QString& path);  ///< of this file

/// Of a recipe of that name, as desktops know it by: "mlp.inkling.json".
QString recipeFileName(const QString& recipe);
QString recipeNameOf(const QString& path);  ///< the other way round, also of "mlp.json"

}  // namespace inkling::ui
