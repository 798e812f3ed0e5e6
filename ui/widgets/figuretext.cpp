// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/figuretext.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace inkling::ui {

namespace {

constexpr int kSmallest = -4;  // exponents that are written out
constexpr int kLargest = 6;

QString raised(int exponent) {
  static const QString kDigits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
  QString text;
  for (const QChar c : QString::number(exponent))
    text += c == QLatin1Char('-') ? QChar(0x207B) : kDigits[c.digitValue()];
  return text;
}

/// Of the value as it is shown with so many decimals of its mantissa: 9.99 with one is 1.0·10¹.
int exponentOf(double value, int decimals) {
  return QString::number(value, 'e', decimals).section(QLatin1Char('e'), 1).toInt();
}

}  // namespace

QString decimalText(double value, int decimals) {
  const double rounded = std::abs(value) < 0.5 * std::pow(10, -decimals) ? 0 : value;
  return QLocale().toString(rounded, 'f', decimals).replace(QLatin1Char('-'), QChar(0x2212));
}

QString powerText(double value, int decimals) {
  if (!std::isfinite(value) || value == 0) return QLocale().toString(value, 'g');
  const QString mantissa = QString::number(value, 'e', decimals).section(QLatin1Char('e'), 0, 0);
  return QLocale().toString(mantissa.toDouble(), 'f', decimals) + QStringLiteral("·10") +
         raised(exponentOf(value, decimals));
}

QString figureText(double value, int digits) {
  if (!std::isfinite(value) || value == 0) return QLocale().toString(value, 'g');
  const int exponent = exponentOf(value, digits - 1);
  if (exponent < kSmallest || exponent > kLargest) return powerText(value, digits - 1);
  return QLocale().toString(value, 'f', std::max(0, digits - 1 - exponent));
}

}  // namespace inkling::ui
