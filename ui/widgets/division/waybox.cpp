// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/division/waybox.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include <algorithm>

namespace inkling::ui {

namespace {

constexpr double kMostImages = 10'000'000;
constexpr double kMostPercent = 99;

}  // namespace

WayBox::WayBox(const QString& name, QWidget* parent)
    : QWidget(parent),
      m_way(new QComboBox),
      m_number(new QDoubleSpinBox) {
  setObjectName(name);
  m_way->setObjectName(name + QStringLiteral("Way"));
  m_number->setObjectName(name + QStringLiteral("Number"));
  m_number->setKeyboardTracking(false);
  m_number->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
  m_way->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_way->setMinimumContentsLength(6);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(4);
  row->addWidget(m_way, 1);
  row->addWidget(m_number);
  setFocusProxy(m_way);
  connect(m_way, &QComboBox::activated, this, [this](int way) {
    showUnit(m_ways.at(way).usual);
    emit entered();
  });
  connect(m_number, &QDoubleSpinBox::valueChanged, this, &WayBox::entered);
}

void WayBox::showWay(const QList<Way>& ways, int way, double number) {
  m_ways = ways;
  bool same = m_way->count() == ways.size();
  for (int i = 0; same && i < ways.size(); ++i) same = m_way->itemText(i) == ways[i].name;
  const QSignalBlocker quiet(m_way);
  if (!same) {
    m_way->clear();
    for (const Way& each : ways) m_way->addItem(each.name);
  }
  m_way->setCurrentIndex(way);
  showUnit(number);
}

/// The number that belongs to the way that is chosen.
void WayBox::showUnit(double number) {
  const Unit unit = m_ways.at(m_way->currentIndex()).unit;
  const QSignalBlocker quiet(m_number);
  m_number->setVisible(unit != Unit::None);
  m_number->setDecimals(unit == Unit::Percent ? 1 : 0);
  m_number->setRange(0, unit == Unit::Percent ? kMostPercent : kMostImages);
  m_number->setSuffix(unit == Unit::Percent ? tr(" %") : QString());
  m_number->setValue(number);
}

void WayBox::setTexts(const QString& name, const QString& toolTip) {
  m_way->setAccessibleName(name);
  m_number->setAccessibleName(tr("%1: number").arg(name));
  for (QWidget* control : {static_cast<QWidget*>(m_way), static_cast<QWidget*>(m_number)})
    control->setToolTip(toolTip);
}

int WayBox::way() const { return std::max(0, m_way->currentIndex()); }

double WayBox::number() const { return m_number->value(); }

}  // namespace inkling::ui
