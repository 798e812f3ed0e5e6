// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/samples/tiledelegate.h"

#include "ui/theme/stylepaint.h"
#include "ui/widgets/sampleimage.h"
#include "ui/widgets/samples/samplemodel.h"

#include <QPainter>

#include <cmath>

namespace inkling::ui {
namespace {

void paintMark(QPainter* painter, const QRectF& rect, bool right, const QColor& colour) {
  painter->setPen(QPen(colour, rect.width() * 0.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  const auto at = [&rect](double x, double y) {
    return QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height());
  };
  if (right) {
    painter->drawPolyline(QPolygonF({at(0.1, 0.55), at(0.38, 0.85), at(0.9, 0.18)}));
  } else {
    painter->drawLine(at(0.15, 0.15), at(0.85, 0.85));
    painter->drawLine(at(0.85, 0.15), at(0.15, 0.85));
  }
}

}  // namespace

TileDelegate::TileDelegate(QWidget* view) : QStyledItemDelegate(view), m_view(view) { refresh(); }

void TileDelegate::refresh() {
  m_layout =
      TileLayout::forFont(QFontMetricsF(m_view->font()).height(), m_view->devicePixelRatioF());
  m_colours = coloursOf(m_view->palette());
  m_table = inkTable(m_colours);
}

QSize TileDelegate::cellSize() const {
  const QSizeF size = m_layout.cell();
  return {static_cast<int>(std::ceil(size.width())), static_cast<int>(std::ceil(size.height()))};
}

QSize TileDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
  return cellSize();
}

void TileDelegate::paintGround(QPainter* painter, const QStyleOptionViewItem& option) const {
  const bool selected = option.state.testFlag(QStyle::State_Selected);
  const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
  const bool current = option.state.testFlag(QStyle::State_HasFocus);
  if (!selected && !hovered && !current) return;
  const QColor fill = blend(m_colours.accent, m_colours.card, selected ? 0.22 : 0.09);
  const QColor frame = selected || current ? m_colours.accent : fill;
  stylepaint::panel(painter, m_layout.tile(option.rect), fill, frame, 4);
}

void TileDelegate::paintVerdict(QPainter* painter, const QRectF& cell, const SampleVerdict& verdict,
                                const QString& text) const {
  const QColor colour = verdict.right() ? m_colours.right : m_colours.wrong;
  const QRectF track = m_layout.confidence(cell);
  painter->fillRect(track, blend(m_colours.text, m_colours.card, 0.1));
  QRectF sure = track;
  sure.setWidth(track.width() * static_cast<double>(verdict.confidence));
  painter->fillRect(sure, colour);
  const QRectF label = m_layout.label(cell);
  const QFontMetricsF metrics(painter->font());
  painter->setPen(verdict.right() ? m_colours.text : m_colours.wrong);
  painter->drawText(label, Qt::AlignVCenter | Qt::AlignLeft,
                    metrics.elidedText(text, Qt::ElideRight, label.width()));
  painter->setRenderHint(QPainter::Antialiasing);
  paintMark(painter, m_layout.mark(cell), verdict.right(), colour);
}

void TileDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
  const auto* model = qobject_cast<const SampleModel*>(index.model());
  const int position = model == nullptr ? -1 : model->position(index);
  if (position < 0) return;
  painter->save();
  paintGround(painter, option);
  const Dataset& set = *model->view().set;
  QImage image = sampleImage(model->view().image(position), set.width, set.height);
  const QRectF place = m_layout.image(option.rect);
  painter->fillRect(place.adjusted(-1, -1, 1, 1), m_colours.frame);
  painter->fillRect(place, m_colours.paper);
  if (!image.isNull()) {
    image.setColorTable(m_table);
    painter->drawImage(pixelRect(place, image.size(), m_view->devicePixelRatioF()), image);
  }
  const SampleVerdict verdict = model->verdict(position);
  painter->setFont(option.font);
  if (!verdict.known()) {
    painter->setPen(m_colours.muted);
    painter->drawText(m_layout.label(option.rect), Qt::AlignVCenter | Qt::AlignLeft,
                      model->className(verdict.label));
  } else {
    QString text = model->className(verdict.predicted);
    if (!verdict.right()) text += QStringLiteral(" ≠ ") + model->className(verdict.label);
    paintVerdict(painter, option.rect, verdict, text);
  }
  painter->restore();
}

}  // namespace inkling::ui
