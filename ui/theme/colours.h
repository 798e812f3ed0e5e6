// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

class QPalette;

namespace inkling::ui {

/// Every colour the program's own painting uses, derived from a palette. Curves are in Okabe and
/// Ito's colour-blind-safe set (Color Universal Design, 2008), lightened or darkened until they
/// read on the paper.
struct Colours {
  bool dark = false;
  QColor train, validation, test, ghost;    ///< curves
  QColor positive, negative, zero;          ///< blue, orange, grey: weights, activations, saliency
  QColor right, wrong;                      ///< always beside a tick or a cross
  QColor ink, paper;                        ///< drawings and sample digits
  QColor text, muted, frame, card, accent;  ///< muted: secondary text; card: the ground of a group
};

Colours coloursOf(const QPalette& palette);

/// negative … zero … positive for −1 … 0 … 1; values outside are clamped.
QColor diverging(const Colours& colours, double value);

/// `share` of `top` over the rest of `bottom`, both opaque.
QColor blend(const QColor& top, const QColor& bottom, double share);

}  // namespace inkling::ui
