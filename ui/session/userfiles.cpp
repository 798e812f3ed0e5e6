// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/userfiles.h"

#include "core/base/error.h"
#include "core/base/folders.h"

#include <QDir>

namespace inkling::ui {

std::filesystem::path userPlace(const char* name) {
  try {
    return userFolder() / name;
  } catch (const Error&) {  // no HOME: what the system says about this user
    return std::filesystem::path(QDir::homePath().toStdString()) / ".local/share/inkling" / name;
  }
}

}  // namespace inkling::ui
