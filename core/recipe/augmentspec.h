// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace inkling {

/// Random changes of the training images, drawn anew for every (seed, epoch, sample). All ranges
/// are symmetric around "unchanged"; 0 switches a kind off.
struct AugmentSpec {
  bool enabled = false;
  double cleanShare = 0.2;  ///< share of the samples that stay as they are
  double rotation = 10;     ///< degrees, ±
  double scale = 0.1;       ///< relative, each axis on its own, ±
  double shear = 0.1;       ///< tangent of the slant, ±
  double shift = 2;         ///< pixels, each axis, ±
  double elastic = 0;  ///< displacement in pixels of the smoothed random field (Simard et al. 2003)
  double strokeMin = 0;  ///< stroke width in pixels that is aimed at, from … (0: off)
  double strokeMax = 0;  ///< … to
  double contrast = 0;   ///< relative, ±
  double gaps = 0;       ///< chance that a small gap is cut into the stroke
  double blots = 0;      ///< chance that narrow gaps and small loops fill, as under a thick brush
  double variants = 0;   ///< chance of a slashed zero, barred seven, serif one
  double synthetic =
      0;  ///< share replaced by pen-drawn digits of the same label, made from templates
  double scribbles =
      0;  ///< share replaced by scribbles and letters, to be unsure of: every class alike
  bool refit =
      false;  ///< fit the changed digit into the 20-pixel box again, centre of mass in the middle
  bool operator==(const AugmentSpec&) const = default;
};

}  // namespace inkling
