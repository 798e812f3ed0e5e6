// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/textsize.h"

#include <QApplication>
#include <QFontInfo>

#include <utility>

namespace inkling::ui {

void applyTextSize(int percent) {
  static const QFont kSystem = QApplication::font();
  static int current = 100;
  // Until somebody asks for another size, the system may change its own.
  if (std::exchange(current, percent) == percent) return;
  QFont font = kSystem;
  if (percent != 100) font.setPointSizeF(QFontInfo(kSystem).pointSizeF() * percent / 100);
  QApplication::setFont(font);
}

}  // namespace inkling::ui
