// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

class QWidget;

namespace inkling::test {

/// What the visible controls below `root` lack: object name, accessible name, tooltip, tab focus.
QStringList controlFaults(const QWidget* root);

}  // namespace inkling::test
