// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/tensor/types.h"

#include <QList>
#include <QPixmap>
#include <QPointF>
#include <QVariantAnimation>
#include <QWidget>

#include <map>
#include <optional>

namespace inkling::ui {

struct Colours;

/// Images as points on a plane, each drawn as the name of its class in the class's colour; the one
/// under the mouse is shown, or the one that the arrow keys lead to. The drawing is a disc among
/// them.
class MapView final : public QWidget {
  Q_OBJECT
public:
  explicit MapView(QWidget* parent = nullptr);

  void setImages(const DataView& view, const QStringList& names);
  /// 2 × images. The images glide from where they were, if wanted.
  void setPlaces(const Matrix<float>& places, bool glide = false);
  void setDrawing(const std::optional<QPointF>& place, const QString& name);
  void setHint(const QString& hint);
  int imageAt(const QPointF& point) const;  ///< position in the view; −1: none near
  QPointF pointOf(int image) const;

  QSize minimumSizeHint() const override { return {180, 180}; }

signals:
  void imageClicked(int position);

protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;

private:
  QPointF toWidget(const QPointF& place) const;
  QPointF normalised(const QPointF& place) const;
  const QPixmap& letter(int label, const Colours& colours);
  void paintHovered(QPainter& painter) const;

  DataView m_view;
  QStringList m_names;
  QList<QPointF> m_places;  ///< in the unit square, as is m_from
  QList<QPointF> m_from;    ///< where the images glide from
  QRectF m_bounds;          ///< of the places as they were given
  QVariantAnimation m_glide;
  bool m_even = false;  ///< picture of the glide
  std::map<int, QPixmap> m_letters;
  std::optional<QPointF> m_drawing;
  QString m_drawingName;
  QString m_hint;
  int m_hovered = -1;  ///< under the mouse, or chosen by key
};

}  // namespace inkling::ui
