// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/tensor/types.h"

#include <QList>
#include <QPointF>
#include <QWidget>

#include <optional>

namespace inkling::ui {

/// Images as points on a plane, each drawn as the name of its class in the class's colour; the one
/// under the mouse is shown. The drawing is a star among them.
class MapView final : public QWidget {
  Q_OBJECT
public:
  explicit MapView(QWidget* parent = nullptr);

  void setImages(const DataView& view, const QStringList& names);
  void setPlaces(const Matrix<float>& places);  ///< 2 × images
  void setDrawing(const std::optional<QPointF>& place, const QString& name);
  void setHint(const QString& hint);
  int imageAt(const QPointF& point) const;  ///< position in the view; −1: none near
  QPointF pointOf(int image) const;

  QSize minimumSizeHint() const override { return {200, 200}; }

signals:
  void imageClicked(int position);

protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;

private:
  QPointF toWidget(const QPointF& place) const;
  QString nameOf(int position) const;
  void paintHovered(QPainter& painter) const;

  DataView m_view;
  QStringList m_names;
  QList<QPointF> m_places;
  QRectF m_bounds;
  std::optional<QPointF> m_drawing;
  QString m_drawingName;
  QString m_hint;
  int m_hovered = -1;
};

}  // namespace inkling::ui
