// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/theme.h"

#include "ui/theme/style.h"

#include <QApplication>
#include <QStyleHints>
#include <QToolTip>

namespace inkling::ui {
namespace {

struct Shades {
  QRgb window, base, alternate, button, text, faint, highlight, highlighted, link, tip;
};

constexpr Shades kLight{0xfff3f4f7, 0xffffffff, 0xfff7f8fa, 0xffffffff, 0xff1c2128,
                        0xff9aa1ab, 0xff0b66a8, 0xffffffff, 0xff0b66a8, 0xffffffff};
constexpr Shades kDark{0xff1b1e23, 0xff14171b, 0xff1f2328, 0xff2a2f36, 0xffe7eaee,
                       0xff737b86, 0xff3d97d9, 0xff0d1117, 0xff6cb8f0, 0xff2a2f36};

void setPair(QPalette& palette, QPalette::ColorRole role, QRgb normal, QRgb disabled) {
  palette.setColor(role, QColor(normal));
  palette.setColor(QPalette::Disabled, role, QColor(disabled));
}

QPalette paletteOf(const Shades& s) {
  QPalette palette(QColor{s.button}, QColor{s.window});
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
    setPair(palette, role, s.text, s.faint);
  }
  setPair(palette, QPalette::Window, s.window, s.window);
  setPair(palette, QPalette::Base, s.base, s.alternate);
  setPair(palette, QPalette::AlternateBase, s.alternate, s.alternate);
  setPair(palette, QPalette::Button, s.button, s.alternate);
  setPair(palette, QPalette::Highlight, s.highlight, s.faint);
  setPair(palette, QPalette::HighlightedText, s.highlighted, s.window);
  setPair(palette, QPalette::ToolTipBase, s.tip, s.tip);
  setPair(palette, QPalette::ToolTipText, s.text, s.text);
  setPair(palette, QPalette::PlaceholderText, s.faint, s.faint);
  setPair(palette, QPalette::Link, s.link, s.faint);
  setPair(palette, QPalette::LinkVisited, s.link, s.faint);
  setPair(palette, QPalette::BrightText, s.text, s.text);
  return palette;
}

Theme& current() {
  static Theme theme = Theme::System;
  return theme;
}

#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
bool systemIsDark() {
  return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
}

void followSystem() {
  static const auto kConnection =
      QObject::connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, qApp, [] {
        if (current() == Theme::System) applyTheme(Theme::System);
      });
  static_cast<void>(kConnection);
}
#else
// Only the palette tells, and only before the program has set its own.
bool systemIsDark() {
  static const bool kDarkAtStart = [] {
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::Window).lightness() <
           palette.color(QPalette::WindowText).lightness();
  }();
  return kDarkAtStart;
}

void followSystem() {}
#endif

}  // namespace

QPalette lightPalette() { return paletteOf(kLight); }

QPalette darkPalette() { return paletteOf(kDark); }

void applyTheme(Theme theme) {
  const bool systemDark = systemIsDark();
  current() = theme;
  followSystem();
  if (qobject_cast<Style*>(QApplication::style()) == nullptr) QApplication::setStyle(new Style);
  const bool dark = theme == Theme::Dark || (theme == Theme::System && systemDark);
  const QPalette palette = dark ? darkPalette() : lightPalette();
  QApplication::setPalette(palette);
  QToolTip::setPalette(palette);
}

QString themeName(Theme theme) {
  switch (theme) {
    case Theme::Light:
      return QStringLiteral("light");
    case Theme::Dark:
      return QStringLiteral("dark");
    case Theme::System:
      break;
  }
  return QStringLiteral("system");
}

Theme themeFromName(const QString& name) {
  if (name == themeName(Theme::Light)) return Theme::Light;
  if (name == themeName(Theme::Dark)) return Theme::Dark;
  return Theme::System;
}

}  // namespace inkling::ui
