// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/samples/countlabel.h"

#include <QLocale>

namespace inkling::ui {

CountLabel::CountLabel(QWidget* parent) : QLabel(parent) {
  setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void CountLabel::setCount(int shown, int all) {
  m_shown = shown;
  m_all = all;
  setAccessibleName(whole());
  updateGeometry();
  fit();
}

QString CountLabel::whole() const {
  const QLocale locale;
  return m_shown == m_all ? locale.toString(m_all)
                          : tr("%1 of %2").arg(locale.toString(m_shown), locale.toString(m_all));
}

void CountLabel::fit() {
  const bool fits = fontMetrics().horizontalAdvance(whole()) <= width();
  setText(fits ? whole() : QLocale().toString(m_shown));
  setToolTip(fits ? QString() : whole());
}

QSize CountLabel::sizeHint() const {
  return {fontMetrics().horizontalAdvance(whole()), fontMetrics().height()};
}

QSize CountLabel::minimumSizeHint() const {
  return {fontMetrics().horizontalAdvance(QLocale().toString(m_all)), fontMetrics().height()};
}

void CountLabel::resizeEvent(QResizeEvent* event) {
  QLabel::resizeEvent(event);
  fit();
}

}  // namespace inkling::ui
