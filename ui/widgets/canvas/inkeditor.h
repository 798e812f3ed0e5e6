// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/ink.h"

#include <optional>
#include <vector>

namespace inkling::ui {

/// What has been drawn, with undo and redo, in units of the canvas (0 … 1). No widget.
class InkEditor {
public:
  const Ink& ink() const { return m_now.ink; }
  const std::optional<Glyph>& glyph() const { return m_now.glyph; }
  bool isEmpty() const { return m_now.ink.empty() && !m_now.glyph; }

  /// Drawing: one stroke from begin to end is one step of undo. Points nearer than 1/2000 to the
  /// last are dropped.
  void beginStroke(const InkPoint& point);
  bool extendStroke(const InkPoint& point);  ///< true if the point was kept
  void endStroke();
  bool isDrawing() const { return m_drawing; }

  /// Erasing: all strokes erased from begin to end are one step of undo.
  void beginErase();
  /// Removes the strokes that come nearer than `radius` to the way from a to b, or the glyph if the
  /// way is on it.
  bool eraseAlong(const InkPoint& a, const InkPoint& b, float radius);

  void replace(Ink ink);
  void replace(const Glyph& glyph);
  void clear();

  bool canUndo() const { return !m_undo.empty(); }
  bool canRedo() const { return !m_redo.empty(); }
  void undo();
  void redo();

private:
  struct State {
    Ink ink;
    std::optional<Glyph> glyph;
  };
  void remember();

  State m_now;
  std::vector<State> m_undo;
  std::vector<State> m_redo;
  bool m_drawing = false;
  bool m_eraseRemembered = false;
};

}  // namespace inkling::ui
