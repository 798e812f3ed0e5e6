// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/learn/numberbox.h"

#include <QLineEdit>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace inkling::ui {

namespace {

/// The next of … 0.1, 0.2, 0.5, 1, 2, 5 …
double nextOfDecade(double number, bool up) {
  if (number <= 0) return up ? 1e-6 : 0;
  constexpr std::array<double, 5> kMantissas{0.5, 1, 2, 5, 10};
  const double power = std::pow(10.0, std::floor(std::log10(number)));
  constexpr double kSlack = 1e-6;
  if (up) {
    for (const double m : kMantissas)
      if (m * power > number * (1 + kSlack)) return m * power;
  }
  for (auto m = kMantissas.rbegin(); m != kMantissas.rend(); ++m)
    if (*m * power < number * (1 - kSlack)) return *m * power;
  return number;
}

}  // namespace

NumberBox::NumberBox(Steps steps, double least, double most, QWidget* parent)
    : QAbstractSpinBox(parent),
      m_steps(steps),
      m_least(least),
      m_most(most) {
  connect(this, &QAbstractSpinBox::editingFinished, this, &NumberBox::enter);
}

void NumberBox::setNumber(double number) {
  m_entered = format(number);
  lineEdit()->setText(m_entered);
}

std::optional<double> NumberBox::number() const {
  bool ok = false;
  const QString text = lineEdit()->text().trimmed();
  const double plain = QLocale::c().toDouble(text, &ok);
  const double value = ok ? plain : QLocale().toDouble(text, &ok);
  if (!ok || !std::isfinite(value)) return std::nullopt;
  const bool whole = m_steps == Steps::One || m_steps == Steps::Double;
  if (whole && value != std::floor(value)) return std::nullopt;
  return value;
}

void NumberBox::stepBy(int steps) {
  double value = number().value_or(m_least);
  for (int i = 0; i < std::abs(steps); ++i) value = next(value, steps > 0);
  lineEdit()->setText(format(std::clamp(value, m_least, m_most)));
  lineEdit()->selectAll();
  enter();
}

QValidator::State NumberBox::validate(QString&, int&) const { return QValidator::Acceptable; }

QAbstractSpinBox::StepEnabled NumberBox::stepEnabled() const {
  const double value = number().value_or(m_least);
  StepEnabled enabled = StepNone;
  if (value < m_most) enabled |= StepUpEnabled;
  if (value > m_least) enabled |= StepDownEnabled;
  return enabled;
}

double NumberBox::next(double number, bool up) const {
  switch (m_steps) {
    case Steps::One:
      return number + (up ? 1 : -1);
    case Steps::Double:
      return up ? std::max(1.0, number * 2) : std::floor(number / 2);
    case Steps::Decade:
      return nextOfDecade(number, up);
    case Steps::Twentieth:
      return std::round(number * 20 + (up ? 1 : -1)) / 20;
  }
  return number;
}

QString NumberBox::format(double number) const {
  const bool whole = m_steps == Steps::One || m_steps == Steps::Double;
  return whole ? QString::number(number, 'f', 0) : QString::number(number, 'g', 6);
}

void NumberBox::enter() {
  if (lineEdit()->text() == m_entered) return;
  m_entered = lineEdit()->text();
  emit entered();
}

}  // namespace inkling::ui
