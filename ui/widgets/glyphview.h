// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/ink.h"

#include <QImage>
#include <QWidget>

#include <cstdint>
#include <span>

namespace inkling::ui {

/// A small grey picture, pixel by pixel, enlarged by a whole number in a frame.
class GlyphView final : public QWidget {
  Q_OBJECT

public:
  explicit GlyphView(QWidget* parent = nullptr);

  void setGlyph(const Glyph& glyph);
  void setImage(std::span<const std::uint8_t> pixels, int width,
                int height);  ///< 0 paper … 255 ink
  void clear();

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  QImage m_image;  ///< Indexed8; null: nothing to show
};

}  // namespace inkling::ui
