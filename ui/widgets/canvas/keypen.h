// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointF>

class QKeyEvent;

namespace inkling::ui {

/// A pen moved by the arrow keys, in units of the canvas (0 … 1). Shift: finer steps.
struct KeyPen {
  QPointF position{0.5, 0.25};
  bool down = false;
  bool visible = false;

  /// Moves by an arrow key. False: it was another key.
  bool move(const QKeyEvent& event);
};

}  // namespace inkling::ui
