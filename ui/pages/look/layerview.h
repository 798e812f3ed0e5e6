// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/receptivefield.h"
#include "ui/pages/look/layerlayout.h"

#include <QImage>
#include <QWidget>

#include <optional>
#include <span>
#include <vector>

namespace inkling::ui {

struct Colours;

/// The output of one layer for one image: maps or bars, blue positive, orange negative. A click or
/// the arrow keys choose a value.
class LayerView final : public QWidget {
  Q_OBJECT
public:
  explicit LayerView(QWidget* parent = nullptr);

  void setValues(std::span<const float> values, Shape shape, float limit);
  void clear();
  void setChosen(const std::optional<UnitAt>& unit);
  const std::optional<UnitAt>& chosen() const { return m_chosen; }
  void setField(const std::optional<Field>& field);  ///< outlined in every map
  const std::optional<Field>& field() const { return m_field; }
  void setLarge(bool large);
  LayerLayout layoutNow() const { return {m_shape, width(), m_large}; }
  float value(const UnitAt& unit) const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {100, 0}; }  // the width tells the height
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override {
    return LayerLayout{m_shape, width, m_large}.height();
  }

signals:
  void unitChosen(const inkling::ui::UnitAt& unit);

protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

private:
  void choose(const UnitAt& unit);
  void paintMaps(QPainter& painter, const Colours& colours) const;
  void paintBars(QPainter& painter, const Colours& colours) const;
  QString describe(const UnitAt& unit) const;

  Shape m_shape;
  std::vector<float> m_values;
  float m_limit = 1;
  bool m_large = false;
  std::optional<UnitAt> m_chosen;
  std::optional<Field> m_field;
};

}  // namespace inkling::ui
