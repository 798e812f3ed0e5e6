// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/ink.h"
#include "core/ink/plane.h"

namespace inkling {

/// The ink in a picture: 0 paper … 1 ink. Which of dark and light is paper is decided by the
/// border; uneven light is taken out with a local background; specks and what hangs in from the
/// border are dropped. Large pictures are made smaller. An empty plane (width 0) if there is
/// nothing on the paper.
Plane findInk(const GreyImage& image);

}  // namespace inkling
