// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/ink.h"

#include <QObject>

namespace inkling::ui {

/// What the pages point at together: the drawing on the canvas, and an image that one page wants
/// another to show.
class Selection final : public QObject {
  Q_OBJECT
  Q_DISABLE_COPY_MOVE(Selection)
public:
  explicit Selection(QObject* parent = nullptr) : QObject(parent) {}

  const Ink& ink() const { return m_ink; }          ///< strokes; empty if the canvas shows pixels
  const Glyph& drawing() const { return m_glyph; }  ///< what the network is given
  bool isBlank() const { return m_blank; }

  /// From the canvas: what is drawn has changed.
  void setDrawing(const Ink& ink, const Glyph& glyph, bool blank);
  /// Asks the canvas to take over an image.
  void copyToCanvas(const Glyph& glyph) { emit copyWanted(glyph); }
  void drawOnCanvas(const Ink& ink) { emit drawWanted(ink); }
  /// Asks for an image to be shown from inside; label −1: not known.
  void lookInside(const Glyph& glyph, int label) { emit lookWanted(glyph, label); }

signals:
  void drawingChanged();
  void copyWanted(const inkling::Glyph& glyph);
  void drawWanted(const inkling::Ink& ink);
  void lookWanted(const inkling::Glyph& glyph, int label);

private:
  Ink m_ink;
  Glyph m_glyph{};
  bool m_blank = true;
};

}  // namespace inkling::ui
