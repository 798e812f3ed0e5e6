// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <span>

namespace inkling::ui {

struct Colours;

/// How a channel stands in channel-last values.
struct HeatSource {
  std::span<const float> values;
  int width = 0;
  int height = 0;
  int channels = 1;
  int channel = 0;
};

/// Blue for positive, orange for negative, grey for zero; `limit` and beyond in full colour.
QImage heatImage(const HeatSource& source, float limit, const Colours& colours);

/// The largest size of any value; at least a little above 0.
float largestSize(std::span<const float> values);

}  // namespace inkling::ui
