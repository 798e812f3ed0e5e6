// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/model.h"

#include <QImage>
#include <QList>
#include <QWidget>

namespace inkling::ui {

struct Colours;

/// The weights of a layer as pictures: a dense layer over an image as one image a unit, small
/// kernels large with their numbers, everything else as one matrix.
class WeightsView final : public QWidget {
  Q_OBJECT
public:
  explicit WeightsView(QWidget* parent = nullptr);

  /// `layer` must have weights; `unit` −1: all of them.
  void setLayer(const ModelPtr& model, int layer, int unit = -1);
  int tiles() const { return static_cast<int>(m_tiles.size()); }

  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {100, 0}; }  // the width tells the height

signals:
  void unitClicked(int unit);
  void tileReached(const QRect& place);  ///< by key: it may be out of sight

protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;

private:
  struct Tile {
    QImage image;
    QList<float> numbers;  ///< of a small kernel, else empty
    int unit = 0;
  };
  void rebuild();
  void addImages(const Matrix<float>& weight, Shape input, float limit, const Colours& colours);
  void addKernels(const Matrix<float>& weight, int kernel, int channels, float limit,
                  const Colours& colours);
  QSize tileSize() const;
  int columns(int width) const;
  QRect place(int tile) const;

  ModelPtr m_model;
  int m_layer = -1;
  int m_unit = -1;     ///< the only one shown
  int m_current = -1;  ///< tile, by key
  QList<Tile> m_tiles;
};

}  // namespace inkling::ui
