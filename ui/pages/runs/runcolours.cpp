// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/runs/runcolours.h"

#include "ui/theme/colours.h"

#include <QPalette>

namespace inkling::ui {

QColor runColour(const QPalette& palette, int place) {
  static constexpr QRgb kLight[kRunColours] = {0xff0072b2, 0xffd55e00, 0xff009e73,
                                               0xffb05a8e, 0xffb98300, 0xff3a94c8};
  static constexpr QRgb kDark[kRunColours] = {0xff4aa8e0, 0xfff0824a, 0xff2fc79a,
                                              0xffdd93bd, 0xffe8b440, 0xff9bd3f5};
  return QColor(coloursOf(palette).dark ? kDark[place % kRunColours] : kLight[place % kRunColours]);
}

}  // namespace inkling::ui
