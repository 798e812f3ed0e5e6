// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/learn/lessontext.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <limits>

namespace inkling::ui {

LessonText::LessonText(QWidget* parent) : QWidget(parent) {
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

void LessonText::setText(const QString& text) {
  if (text == m_text) return;
  m_text = text;
  setToolTip(text);
  setAccessibleDescription(text);
  updateGeometry();
  update();
}

void LessonText::setMaxLines(int lines) {
  if (lines == m_maxLines) return;
  m_maxLines = lines;
  updateGeometry();
  update();
}

int LessonText::heightForWidth(int width) const {
  return static_cast<int>(lines(width).size()) * fontMetrics().lineSpacing();
}

QSize LessonText::sizeHint() const { return {400, heightForWidth(std::max(width(), 300))}; }

QSize LessonText::minimumSizeHint() const { return {100, fontMetrics().lineSpacing()}; }

void LessonText::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setPen(palette().color(QPalette::WindowText));
  int y = fontMetrics().ascent();
  for (const QString& line : lines(width())) {
    painter.drawText(0, y, line);
    y += fontMetrics().lineSpacing();
  }
}

void LessonText::mousePressEvent(QMouseEvent*) {
  m_opened = !m_opened;
  updateGeometry();
  update();
}

QStringList LessonText::lines(int width) const {
  const int most = m_opened ? std::numeric_limits<int>::max() : m_maxLines;
  QTextLayout layout(m_text, font());
  QStringList found;
  layout.beginLayout();
  for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
    line.setLineWidth(width);
    if (found.size() + 1 == most) {
      found << fontMetrics().elidedText(m_text.mid(line.textStart()), Qt::ElideRight, width);
      break;
    }
    found << m_text.mid(line.textStart(), line.textLength()).trimmed();
  }
  layout.endLayout();
  return found;
}

}  // namespace inkling::ui
