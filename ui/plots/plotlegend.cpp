// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plots/plotlegend.h"

#include "ui/theme/colours.h"

#include <QEvent>
#include <QPainter>

#include <vector>

namespace inkling::ui {
namespace {

/// Of one entry, around its name.
struct Measures {
  double swatch;
  double space;
  double gap;
  double around() const { return swatch + space + gap; }
};
constexpr Measures kRoomy{18, 5, 14};
constexpr Measures kTight{12, 4, 8};

void paintMark(QPainter& painter, LegendMark mark, const QPointF& centre) {
  switch (mark) {
    case LegendMark::Disc:
      painter.drawEllipse(centre, 3.2, 3.2);
      break;
    case LegendMark::Square:
      painter.drawRect(QRectF(centre.x() - 3, centre.y() - 3, 6, 6));
      break;
    case LegendMark::Diamond:
      painter.drawPolygon(QPolygonF({centre + QPointF(0, -5), centre + QPointF(5, 0),
                                     centre + QPointF(0, 5), centre + QPointF(-5, 0)}));
      break;
    case LegendMark::Line:
      break;
  }
}

}  // namespace

struct PlotLegend::Entry {
  QString name;
  QColor colour;
  LegendMark mark;
};

PlotLegend::PlotLegend(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void PlotLegend::setShown(const Shown& shown) {
  if (shown == m_shown) return;
  m_shown = shown;
  updateGeometry();
  update();
}

std::vector<PlotLegend::Entry> PlotLegend::entries() const {
  const Colours c = coloursOf(palette());
  std::vector<Entry> found;
  if (m_shown.train) found.push_back({tr("train"), c.train, LegendMark::Line});
  if (m_shown.validation) found.push_back({tr("validation"), c.validation, LegendMark::Disc});
  if (m_shown.test) found.push_back({tr("test"), c.test, LegendMark::Square});
  if (m_shown.best) found.push_back({tr("best"), c.validation, LegendMark::Diamond});
  if (m_shown.ghost) found.push_back({tr("last run"), c.ghost, LegendMark::Line});
  return found;
}

QSize PlotLegend::sizeHint() const {
  double width = 0;
  for (const Entry& entry : entries())
    width += kRoomy.around() + fontMetrics().horizontalAdvance(entry.name);
  return {static_cast<int>(width) + 1, fontMetrics().height() + 2};
}

QSize PlotLegend::minimumSizeHint() const { return {0, fontMetrics().height() + 2}; }

void PlotLegend::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const Colours colours = coloursOf(palette());
  const Measures& m = sizeHint().width() <= width() ? kRoomy : kTight;
  double x = 0;
  for (const Entry& entry : entries()) {
    const double text = fontMetrics().horizontalAdvance(entry.name);
    if (x + m.swatch + m.space + text > width()) break;  // rather none than half a name
    const double middle = height() / 2.0;
    painter.setPen(QPen(entry.colour, 2));
    if (entry.mark != LegendMark::Diamond) {
      painter.drawLine(QPointF(x, middle), QPointF(x + m.swatch, middle));
    }
    painter.setPen(entry.mark == LegendMark::Diamond ? QPen(colours.text, 1) : QPen(Qt::NoPen));
    painter.setBrush(entry.colour);
    paintMark(painter, entry.mark, {x + m.swatch / 2, middle});
    x += m.swatch + m.space;
    painter.setPen(colours.muted);
    painter.drawText(QRectF(x, 0, text + 2, height()), Qt::AlignVCenter, entry.name);
    x += text + m.gap;
  }
}

void PlotLegend::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
    updateGeometry();
    update();
  }
  QWidget::changeEvent(event);
}

}  // namespace inkling::ui
