// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/sweep/axisrow.h"

#include "ui/theme/colours.h"
#include "ui/theme/icons.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <cmath>

namespace inkling::ui {

namespace {

/// A smaller one, as it is, a larger one; texts as they are.
QString around(const QString& value) {
  bool isNumber = false;
  const double number = value.toDouble(&isNumber);
  if (!isNumber || number <= 0) return value;
  if (number != std::floor(number) || number < 2)
    return QStringLiteral("%1, %2, %3").arg(number / 3, 0, 'g', 1).arg(value).arg(number * 3);
  return QStringLiteral("%1, %2, %3").arg(std::floor(number / 2)).arg(value).arg(number * 2);
}

}  // namespace

AxisRow::AxisRow(const std::vector<SweepField>& fields, int field, int number, QWidget* parent)
    : QWidget(parent),
      m_fields(fields),
      m_field(new QComboBox),
      m_values(new QLineEdit),
      m_remove(new QToolButton),
      m_problem(new QLabel) {
  const QString end = QString::number(number);
  m_field->setObjectName(QStringLiteral("sweepField") + end);
  m_values->setObjectName(QStringLiteral("sweepValues") + end);
  m_remove->setObjectName(QStringLiteral("sweepRemoveAxis") + end);
  m_problem->setObjectName(QStringLiteral("sweepProblem") + end);
  for (const SweepField& each : m_fields)
    m_field->addItem(QStringLiteral("%1  (%2)").arg(each.label, each.value));
  m_field->setCurrentIndex(field);
  m_field->setMaxVisibleItems(18);
  m_field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_field->setMinimumContentsLength(26);
  m_field->setAccessibleName(tr("Setting to vary"));
  m_field->setToolTip(tr("Any field of the recipe, with the value that it has now."));
  m_values->setAccessibleName(tr("Values to try"));
  m_remove->setIcon(icon(Icon::Cross));
  m_remove->setAutoRaise(true);
  m_remove->setAccessibleName(tr("Do not vary this setting"));
  m_remove->setToolTip(tr("Do not vary this setting."));
  m_problem->setWordWrap(true);
  m_problem->hide();
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setVerticalSpacing(2);
  grid->addWidget(m_field, 0, 0);
  grid->addWidget(m_values, 0, 1);
  grid->addWidget(m_remove, 0, 2);
  grid->addWidget(m_problem, 1, 0, 1, 3);
  grid->setColumnStretch(1, 1);
  setRandom(false);
  suggest();
  connect(m_field, &QComboBox::activated, this, [this] {
    suggest();
    emit changed();
  });
  connect(m_values, &QLineEdit::textChanged, this, &AxisRow::changed);
  connect(m_remove, &QToolButton::clicked, this, &AxisRow::removed);
}

SweepDraft::Axis AxisRow::axis() const {
  return {m_fields[static_cast<std::size_t>(m_field->currentIndex())], m_values->text()};
}

void AxisRow::suggest() { m_values->setText(around(axis().field.value)); }

void AxisRow::setProblem(const QString& problem) {
  QPalette colours = palette();
  colours.setColor(QPalette::WindowText, coloursOf(colours).wrong);
  m_problem->setPalette(colours);
  m_problem->setText(problem.isEmpty() ? QString() : QStringLiteral("✗ ") + problem);
  m_problem->setVisible(!problem.isEmpty());
  m_values->setAccessibleDescription(problem);
}

void AxisRow::setRandom(bool random) {
  m_values->setToolTip(random ? tr("Values to draw from, such as 16, 32, 64, or a range such as "
                                   "0.001 … 0.1 (two dots will do). A range of a magnitude or "
                                   "more is drawn evenly over the magnitudes.")
                              : tr("The values to try, such as 16, 32, 64."));
}

void AxisRow::setRemovable(bool removable) { m_remove->setEnabled(removable); }

}  // namespace inkling::ui
