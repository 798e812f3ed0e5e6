// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/picturedecoder.h"

namespace inkling {

/// The decoder of both programs: PNG, JPEG, BMP, GIF and what else the plugins of Qt read that are
/// installed (WebP and TIFF with qt6-image-formats-plugins). Needs no application object. What is
/// wrong with a picture is told by the PictureError alone: Qt's own warnings are silenced.
const PictureDecoder& qtPictures();

}  // namespace inkling
