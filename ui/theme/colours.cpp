// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/colours.h"

#include <QPalette>

#include <algorithm>
#include <cmath>

namespace inkling::ui {
namespace {

// Okabe and Ito's names for their colours.
constexpr QRgb kOrange = 0xffe69f00;
constexpr QRgb kSkyBlue = 0xff56b4e9;
constexpr QRgb kBluishGreen = 0xff009e73;
constexpr QRgb kBlue = 0xff0072b2;
constexpr QRgb kVermillion = 0xffd55e00;

void setSeries(Colours& c) {
  c.train = c.dark ? kSkyBlue : kBlue;
  c.validation = c.dark ? kOrange : kVermillion;
  c.test = c.dark ? QColor(0x35c79c) : QColor(kBluishGreen);
  c.positive = c.train;
  c.negative = c.validation;
  c.right = c.dark ? QColor(0x3fcf9f) : QColor(0x00805d);
  c.wrong = c.dark ? QColor(0xff9350) : QColor(0xc24f00);
}

}  // namespace

QColor blend(const QColor& top, const QColor& bottom, double share) {
  const auto mix = [share](int a, int b) {
    return static_cast<int>(std::lround(share * a + (1 - share) * b));
  };
  return {mix(top.red(), bottom.red()), mix(top.green(), bottom.green()),
          mix(top.blue(), bottom.blue())};
}

Colours coloursOf(const QPalette& palette) {
  Colours c;
  const QColor window = palette.color(QPalette::Window);
  c.text = palette.color(QPalette::Active, QPalette::WindowText);
  c.dark = window.lightness() < c.text.lightness();
  setSeries(c);
  c.paper = palette.color(QPalette::Base);
  c.ink = c.dark ? QColor(0xf2f4f7) : QColor(0x14181d);
  c.card = c.dark ? blend(Qt::white, window, 0.045) : blend(Qt::white, window, 0.9);
  c.muted = blend(c.text, c.card, 0.64);
  c.frame = blend(c.text, c.card, c.dark ? 0.17 : 0.15);
  c.ghost = blend(c.text, c.card, 0.32);
  c.zero = blend(c.text, c.card, 0.13);
  c.accent = palette.color(QPalette::Active, QPalette::Highlight);
  return c;
}

QColor diverging(const Colours& colours, double value) {
  const double share = std::min(std::abs(value), 1.0);
  return blend(value < 0 ? colours.negative : colours.positive, colours.zero, share);
}

}  // namespace inkling::ui
