// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace inkling::ui {

/// "99.9 %": one decimal only where it tells something, between 0.1 and 99.9 %.
inline QString percentText(float share) {
  const double percent = 100.0 * share;
  if (percent >= 99.95) return QStringLiteral("100 %");
  if (percent < 0.05) return QStringLiteral("0 %");
  return QString::number(percent, 'f', 1) + QStringLiteral(" %");
}

}  // namespace inkling::ui
