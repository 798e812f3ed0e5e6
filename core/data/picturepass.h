// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/data/picturelist.h"

#include <optional>
#include <string>

namespace inkling {

/// What all pictures of a set become.
struct PictureLayout {
  Shape shape{28, 28, 1};
  bool fitted = true;  ///< scaled to that; false: they have that size
  bool operator==(const PictureLayout&) const = default;
};

/// What was seen of pictures.
struct PictureTally {
  int read = 0;
  int colourful = 0;
  int deep = 0;               ///< of more than 8 bits a value
  int unread = 0;             ///< that cannot be read
  std::string whyUnread;      ///< a sentence about the first of them
  std::optional<Shape> size;  ///< of all, channels aside; empty: they differ, or none was read

  /// The layout that suits them.
  PictureLayout layout() const;
};

/// Looks at a few pictures, evenly spread.
PictureTally probePictures(const PictureList& list, const DataReading& reading);

/// Pictures, read in a layout.
struct PicturePass {
  Dataset train;
  Dataset test;
  PictureTally tally;
  PictureLayout layout;  ///< that suits them: another one than they were read in, if the guess was
                         ///< wrong; then there may be no images
};

/// Reads all pictures, several at a time; those that cannot be read are left out. Ends early where
/// it shows that the layout is not theirs. Throws Error (cancelled, too large for the memory).
PicturePass readAllPictures(const PictureList& list, const PictureLayout& layout,
                            const DataReading& reading);

}  // namespace inkling
