// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/ink/ink.h"

namespace inkling {

/// Draws onto a digit what others write and MNIST's writers seldom did: a slash through the zero,
/// the European one's up-stroke and base line, a bar through the seven. Other labels stay as they
/// are. Returns whether it drew.
bool drawVariant(Glyph& glyph, int label, float strokeWidth, Random& random);

}  // namespace inkling
