// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace inkling::ui {

/// A menu text without its mnemonic: "&Train" and "训练(&T)" become "Train" and "训练".
QString withoutMnemonic(QString text);

}  // namespace inkling::ui
