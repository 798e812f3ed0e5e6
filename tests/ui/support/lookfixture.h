// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/ink.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/pages/look/layerlayout.h"

#include <QPoint>

namespace inkling::ui {
class InkCanvas;
class LayerStack;
class LookPage;
}  // namespace inkling::ui

namespace inkling::test {

/// The window on the Look page.
class LookFixture final : public WindowFixture {
public:
  explicit LookFixture(int epochs = 2) : WindowFixture({600, epochs, 16}) {}

  bool open(bool train = true);  ///< `train`: to the end, beforehand
  /// With fresh weights: convolution 3×3, ReLU, pool, convolution 3×3, ReLU, flatten, dense.
  bool openConvolution();
  void tab(int index);
  void draw(QPoint from = {60, 40});  ///< a stroke downwards
  void clickUnit(int layer, const ui::UnitAt& unit);
  Glyph glyph() const;  ///< what is looked at

  ui::LookPage* page() const;
  ui::LayerStack* stack() const;
  ui::InkCanvas* canvas() const;
};

}  // namespace inkling::test
