// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/ink.h"

#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

namespace inkling::ui {

/// A map of signed values over an image, with the image's ink shining through, and a caption.
class HeatView final : public QWidget {
  Q_OBJECT
public:
  explicit HeatView(QWidget* parent = nullptr);

  void setCaption(const QString& caption);
  void setHint(const QString& hint);  ///< shown while there is no map
  void setHeat(std::vector<float> values, int width, int height, const std::optional<Glyph>& ink);
  void clear();
  bool isEmpty() const { return m_values.empty(); }

  QSize sizeHint() const override { return {150, 150 + fontMetrics().height()}; }
  QSize minimumSizeHint() const override { return {60, 60 + fontMetrics().height()}; }

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  QString m_caption;
  QString m_hint;
  std::vector<float> m_values;
  int m_width = 0;
  int m_height = 0;
  std::optional<Glyph> m_ink;
};

}  // namespace inkling::ui
