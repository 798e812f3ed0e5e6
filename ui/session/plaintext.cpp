// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/plaintext.h"

#include <QRegularExpression>

namespace inkling::ui {

QString withoutMnemonic(QString text) {
  static const QRegularExpression bracketed(QStringLiteral("\\(&.\\)"));
  return text.remove(bracketed).remove(QLatin1Char('&'));
}

}  // namespace inkling::ui
