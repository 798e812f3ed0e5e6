// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/probabilitybars.h"

#include "ui/theme/colours.h"
#include "ui/widgets/barlayout.h"
#include "ui/widgets/percenttext.h"

#include <QEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace inkling::ui {
namespace {

constexpr int kMostAtOnce = 12;  // of more classes …
constexpr int kLikeliest = 10;   // … so many are shown

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
  m_first = 0;
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

int ProbabilityBars::rows() const {
  const auto classes = static_cast<int>(m_names.size());
  return classes > kMostAtOnce ? kLikeliest : classes;
}

std::vector<int> ProbabilityBars::shown() const {
  std::vector<int> order(static_cast<std::size_t>(m_names.size()));
  std::iota(order.begin(), order.end(), 0);
  if (rows() == m_names.size()) return order;
  const auto share = [this](int index) {
    const auto at = static_cast<std::size_t>(index);
    return at < m_probabilities.size() ? m_probabilities[at] : 0;
  };
  std::ranges::stable_sort(order, std::ranges::greater(), share);
  const auto first = order.begin() + m_first;
  std::vector<int> some(first, first + rows());
  // The true class is always there.
  const bool known = m_truth >= 0 && m_truth < m_names.size();
  if (m_first == 0 && known && std::ranges::find(some, m_truth) == some.end())
    some.back() = m_truth;
  return some;
}

void ProbabilityBars::wheelEvent(QWheelEvent* event) {
  const int most = static_cast<int>(m_names.size()) - rows();
  if (most == 0 || event->angleDelta().y() == 0) return QWidget::wheelEvent(event);
  m_first = std::clamp(m_first - (event->angleDelta().y() > 0 ? 1 : -1), 0, most);
  event->accept();
  update();
}

QSize ProbabilityBars::sizeHint() const {
  const int row = fontMetrics().height() + 4;
  return {fontMetrics().averageCharWidth() * 34, row * rows()};
}

QSize ProbabilityBars::minimumSizeHint() const {
  const int row = fontMetrics().ascent() + 1;
  return {fontMetrics().averageCharWidth() * 18, row * rows()};
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
  BarLayout layout{static_cast<double>(width()), static_cast<double>(height()), rows()};
  const std::vector<int> classes = shown();
  for (const int index : classes)
    layout.nameWidth = std::max(layout.nameWidth, bold.horizontalAdvance(m_names[index]) + 2);
  layout.nameWidth = std::min(layout.nameWidth, width() * 0.4);
  layout.percentWidth = bold.horizontalAdvance(QStringLiteral("99.9 %")) + 1;
  for (int row = 0; row < layout.count; ++row)
    paintRow(painter, colours, layout, row, classes[static_cast<std::size_t>(row)]);
}

void ProbabilityBars::paintRow(QPainter& painter, const Colours& colours, const BarLayout& layout,
                               int row, int index) const {
  const bool best = index == winner();
  const QFont font = best ? bolder(this->font()) : this->font();
  const auto at = static_cast<std::size_t>(index);
  const double share = at < m_probabilities.size() ? m_probabilities[at] : 0;
  const QRectF track = layout.track(row);
  const double radius = std::min(4.0, track.height() / 2);
  painter.setPen(Qt::NoPen);
  painter.setBrush(blend(colours.text, colours.card, 0.07));
  painter.drawRoundedRect(track, radius, radius);
  if (share > 0) {
    painter.setBrush(best ? colours.accent : blend(colours.accent, colours.card, 0.45));
    QRectF bar = layout.bar(row, share);
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
  painter.drawText(layout.name(row), Qt::AlignRight | Qt::AlignVCenter, name);
  if (at >= m_probabilities.size()) return;
  painter.drawText(layout.percent(row), Qt::AlignRight | Qt::AlignVCenter,
                   percentText(m_probabilities[at]));
}

}  // namespace inkling::ui
