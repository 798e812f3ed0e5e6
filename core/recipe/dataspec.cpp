// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/dataspec.h"

#include <algorithm>
#include <cmath>

namespace inkling {
namespace {

constexpr double kUsualShare = 1.0 / 12;
constexpr int kMostHeldOut = 5000;

/// Nothing of a single image: it is trained on.
int partOf(double share, int images) {
  return std::min(static_cast<int>(std::lround(share * images)), std::max(0, images - 1));
}

}  // namespace

bool isDrawn(const DataSpec& spec) {
  const bool held = spec.validation.kind != HeldOut::Kind::Last && !spec.validation.none();
  return held || spec.trainLimit.kind == TrainLimit::Kind::Count;
}

int countOf(const TrainLimit& limit, int images) {
  return limit.kind == TrainLimit::Kind::All || limit.count == 0 ? images : limit.count;
}

int countOf(const HeldOut& held, int images) {
  switch (held.kind) {
    case HeldOut::Kind::Default:
      return std::clamp(partOf(kUsualShare, images), images > 1 ? 1 : 0, kMostHeldOut);
    case HeldOut::Kind::Share:
      return partOf(held.share, images);
    case HeldOut::Kind::Count:
    case HeldOut::Kind::Last:
      break;
  }
  return held.count;
}

}  // namespace inkling
