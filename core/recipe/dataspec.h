// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <compare>
#include <string>

namespace inkling {

/// Which training images are used at all, before any are held out.
struct TrainLimit {
  enum class Kind {
    All,
    Count,  ///< so many, drawn so that every class keeps its share
    First,  ///< the first so many as they stand in the file
  };
  Kind kind = Kind::All;
  int count = 0;  ///< 0: all
  bool operator==(const TrainLimit&) const = default;

  static TrainLimit drawn(int count) { return {Kind::Count, count}; }
  static TrainLimit first(int count) { return {Kind::First, count}; }
};

/// Which of them are held out for validation.
struct HeldOut {
  enum class Kind {
    Default,  ///< a twelfth, at most 5,000, drawn so that every class keeps its share
    Count,    ///< so many, drawn so
    Share,    ///< that share of them, drawn so
    Last,     ///< the last so many as they stand in the file
  };
  Kind kind = Kind::Default;
  int count = 0;     ///< Count, Last; 0: none
  double share = 0;  ///< Share; 0: none
  bool operator==(const HeldOut&) const = default;

  static HeldOut drawn(int count) { return {Kind::Count, count, 0}; }
  static HeldOut part(double share) { return {Kind::Share, 0, share}; }
  static HeldOut last(int count) { return {Kind::Last, count, 0}; }
  bool none() const {
    return kind == Kind::Share ? share == 0 : kind != Kind::Default && count == 0;
  }
};

/// What becomes of a picture or drawing before a network sees it.
enum class Preparation {
  Digits,  ///< as MNIST was made: ink found, fitted into its box, strokes of its width, centred
  Glyphs,  ///< the same for other signs than digits
  Photo,   ///< scaled to fit; ink and paper stay as they are
  None,    ///< it has to have the size already
  Auto,    ///< by what the set looks like
};

INKLING_CORE_API std::string toString(Preparation preparation);

/// What is changed in a set as it is loaded, training and test images alike, in this order.
struct DataMending {
  bool grey = false;        ///< colours become grey
  bool stretch = false;     ///< the brightest pixel becomes 255
  bool invert = false;      ///< black becomes white
  bool transpose = false;   ///< rows become columns
  bool mirror = false;      ///< left becomes right
  bool rotate = false;      ///< by 180°
  bool blank = false;       ///< images of one value are left out
  bool duplicates = false;  ///< training images that are test images as well are left out
  bool gaps = false;        ///< classes without images are left out
  auto operator<=>(const DataMending&) const = default;
};

/// A set as it is mended: which images there are.
struct MendedSet {
  std::string set;  ///< a known set's name (see data/catalogue.h) or a path
  DataMending mend{};
  auto operator<=>(const MendedSet&) const = default;
};

/// What is done where classes have unequally many training images.
enum class ClassBalance {
  None,
  Sampling,  ///< every epoch draws as many images as there are, every class equally often
  Weights,   ///< a class counts the more in the loss, the fewer images it has
};

INKLING_CORE_API std::string toString(ClassBalance balance);

/// Where the samples come from and how they are divided. The test set is never part of it.
struct DataSpec {
  std::string set = "mnist";  ///< a known set's name (see data/catalogue.h) or a path
  TrainLimit trainLimit;
  HeldOut validation;
  double mean = 0;  ///< a pixel p of 0 … 255 becomes (p/255 − mean) / std
  double std = 1;
  bool shuffle = true;  ///< a new order every epoch; false: as they stand in the file
  ClassBalance balance = ClassBalance::None;
  DataMending mend{};
  Preparation prepare = Preparation::Auto;  ///< of what the network is given to read later
  bool operator==(const DataSpec&) const = default;
  MendedSet images() const { return {set, mend}; }
};

/// Does what is used or held out depend on the seed?
INKLING_CORE_API bool isDrawn(const DataSpec& spec);

/// How many of `images` training images are used; may be more than there are.
INKLING_CORE_API int countOf(const TrainLimit& limit, int images);

/// How many of `images` used ones are held out. A share leaves one at least to train on; a count
/// may be more than there are.
INKLING_CORE_API int countOf(const HeldOut& held, int images);

}  // namespace inkling
