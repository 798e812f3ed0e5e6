// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/selection.h"

namespace inkling::ui {

void Selection::setDrawing(const Ink& ink, const Glyph& glyph, bool blank) {
  m_ink = ink;
  m_glyph = glyph;
  m_blank = blank;
  emit drawingChanged();
}

}  // namespace inkling::ui
