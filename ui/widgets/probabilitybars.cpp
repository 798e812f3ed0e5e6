// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/probabilitybars.h"

#include "ui/theme/colours.h"
#include "ui/widgets/barlayout.h"
#include "ui/widgets/percenttext.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace inkling::ui {
namespace {

QFont bolder(QFont font) {
  font.setWeight(QFont::Bold);
  return font;
}

}  // namespace

ProbabilityBars::ProbabilityBars(QWidget* parent) : QWidget(parent) {
  for (int i = 0; i < 10; ++i) m_names << QString::number(i);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  describe();
}

void ProbabilityBars::setClassNames(const QStringList& names) {
  if (names == m_names) return;
  m_names = names;
  clear();
  updateGeometry();
}

void ProbabilityBars::setProbabilities(const std::vector<float>& probabilities) {
  if (probabilities == m_probabilities) return;
  m_probabilities = probabilities;
  describe();
  update();
}

void ProbabilityBars::clear() {
  m_probabilities.clear();
  describe();
  update();
}

void ProbabilityBars::setTruth(int label) {
  if (label == m_truth) return;
  m_truth = label;
  update();
}

int ProbabilityBars::winner() const {
  if (m_probabilities.empty()) return -1;
  const auto best = std::max_element(m_probabilities.begin(), m_probabilities.end());
  return static_cast<int>(best - m_probabilities.begin());
}

QSize ProbabilityBars::sizeHint() const {
  const int row = fontMetrics().height() + 4;
  return {fontMetrics().averageCharWidth() * 34, row * static_cast<int>(m_names.size())};
}

QSize ProbabilityBars::minimumSizeHint() const {
  const int row = fontMetrics().ascent() + 1;
  return {fontMetrics().averageCharWidth() * 18, row * static_cast<int>(m_names.size())};
}

bool ProbabilityBars::event(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) describe();
  return QWidget::event(event);
}

void ProbabilityBars::describe() {
  const int best = winner();
  if (best < 0 || best >= m_names.size()) {
    setAccessibleDescription(tr("Nothing is predicted yet"));
    return;
  }
  const float share = m_probabilities[static_cast<std::size_t>(best)];
  //: %1 is a class such as 7, %2 a percentage
  setAccessibleDescription(tr("Reads %1 with %2").arg(m_names[best], percentText(share)));
}

void ProbabilityBars::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const Colours colours = coloursOf(palette());
  const QFontMetricsF bold(bolder(font()));
  BarLayout layout{static_cast<double>(width()), static_cast<double>(height()),
                   static_cast<int>(m_names.size())};
  for (const QString& name : m_names) {
    layout.nameWidth = std::max(layout.nameWidth, bold.horizontalAdvance(name) + 2);
  }
  layout.nameWidth = std::min(layout.nameWidth, width() * 0.4);
  layout.percentWidth = bold.horizontalAdvance(QStringLiteral("99.9 %")) + 1;
  const int best = winner();
  for (int i = 0; i < layout.count; ++i) paintRow(painter, colours, layout, i, i == best);
}

void ProbabilityBars::paintRow(QPainter& painter, const Colours& colours, const BarLayout& layout,
                               int index, bool best) const {
  const QFont font = best ? bolder(this->font()) : this->font();
  const auto at = static_cast<std::size_t>(index);
  const double share = at < m_probabilities.size() ? m_probabilities[at] : 0;
  const QRectF track = layout.track(index);
  const double radius = std::min(4.0, track.height() / 2);
  painter.setPen(Qt::NoPen);
  painter.setBrush(blend(colours.text, colours.card, 0.07));
  painter.drawRoundedRect(track, radius, radius);
  if (share > 0) {
    painter.setBrush(best ? colours.accent : blend(colours.accent, colours.card, 0.45));
    QRectF bar = layout.bar(index, share);
    bar.setWidth(std::max(bar.width(), 2.0));
    painter.drawRoundedRect(bar, std::min(radius, bar.width() / 2), radius);
  }
  if (index == m_truth) {
    painter.setPen(QPen(colours.right, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(track.adjusted(-1, -1, 1, 1), radius, radius);
  }
  painter.setFont(font);
  painter.setPen(best ? colours.text : colours.muted);
  const QString name =
      QFontMetricsF(font).elidedText(m_names[index], Qt::ElideRight, layout.nameWidth);
  painter.drawText(layout.name(index), Qt::AlignRight | Qt::AlignVCenter, name);
  if (at >= m_probabilities.size()) return;
  painter.drawText(layout.percent(index), Qt::AlignRight | Qt::AlignVCenter,
                   percentText(m_probabilities[at]));
}

}  // namespace inkling::ui
