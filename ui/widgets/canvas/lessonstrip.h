// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/ink.h"

#include <QImage>
#include <QWidget>

namespace inkling::ui {

struct Colours;

/// What happens to a drawing before the network sees it, in four pictures: drawn, scaled, centred,
/// seen.
class LessonStrip final : public QWidget {
  Q_OBJECT

public:
  explicit LessonStrip(QWidget* parent = nullptr);

  struct Steps {
    Ink drawing;           ///< all that is on the canvas; empty if it shows pixels
    Ink digit;             ///< the part of it that is followed
    QImage picture;        ///< where pixels come from; null: they are a data set's
    Glyph seen{};          ///< what the network is given
    bool prepared = true;  ///< false: the canvas is squeezed as it is
    double brush = 0.07;   ///< of the canvas' side
  };
  void setSteps(Steps steps);
  void clear();

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

private:
  enum Step { Drawn, Scaled, Centred, Seen };
  QRectF place(int step) const;
  QString caption(int step) const;
  QString explanation(int step) const;
  void paintStep(QPainter& painter, const Colours& colours, int step) const;
  void paintDrawn(QPainter& painter, const Colours& colours, const QRectF& square) const;
  void paintPixels(QPainter& painter, const Colours& colours, const QRectF& square) const;
  void paintPlaced(QPainter& painter, const Colours& colours, const QRectF& square,
                   bool centred) const;
  void paintInkPlaced(QPainter& painter, const Colours& colours, const QRectF& square,
                      bool centred) const;

  Steps m_steps;
  bool m_blank = true;
};

}  // namespace inkling::ui
