// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/confusion.h"
#include "ui/pages/evaluate/confusionlayout.h"

#include <QStringList>
#include <QWidget>

namespace inkling::ui {

struct Colours;

/// A confusion matrix as a heatmap: right answers blue, mistakes orange. A click or the arrow keys
/// choose a cell, a click on a name a whole row or column; the same again, or Escape, chooses
/// everything.
class ConfusionView final : public QWidget {
  Q_OBJECT
public:
  enum class Mode { Counts, Shares, Errors };

  explicit ConfusionView(QWidget* parent = nullptr);

  void setConfusion(const Confusion& confusion, const QStringList& names);
  void clear(const QString& why);  ///< nothing to show
  void setMode(Mode mode);
  void setChosen(const ConfusionCell& cell);
  const ConfusionCell& chosen() const { return m_chosen; }
  QPointF centreOf(int label, int predicted) const {
    return layoutNow().cell(label, predicted).center();
  }
  QString describe(const ConfusionCell& cell) const;  ///< in words
  /// Paints the matrix in light colours, for a file.
  void paintFigure(QPainter& painter, const QSize& size) const;

  QSize sizeHint() const override { return {420, 420}; }
  QSize minimumSizeHint() const override { return {220, 220}; }

signals:
  void cellChosen(const inkling::ui::ConfusionCell& cell);

protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

private:
  ConfusionLayout layoutNow() const { return layoutFor(size()); }
  ConfusionLayout layoutFor(const QSize& size) const;
  void choose(const ConfusionCell& cell);
  void paint(QPainter& painter, const ConfusionLayout& layout, const Colours& colours) const;
  void paintCell(QPainter& painter, const QRectF& rect, int label, int predicted,
                 const Colours& colours) const;
  void paintNames(QPainter& painter, const ConfusionLayout& layout, const Colours& colours) const;
  void paintChosen(QPainter& painter, const ConfusionLayout& layout, const Colours& colours) const;
  QColor heat(int label, int predicted, const Colours& colours) const;
  QString textOf(int label, int predicted) const;

  Confusion m_confusion;
  QStringList m_names;
  QString m_why;
  Mode m_mode = Mode::Counts;
  int m_mostErrors = 0;  ///< in one cell
  ConfusionCell m_chosen;
  ConfusionCell m_hovered;
};

}  // namespace inkling::ui
