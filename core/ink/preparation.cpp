// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ink/preparation.h"

#include "core/base/error.h"
#include "core/data/classnames.h"
#include "core/ink/plane.h"

#include <algorithm>
#include <cmath>

namespace inkling {
namespace {

using Bytes8 = std::vector<std::uint8_t>;

/// A square into the middle of a shape, the same in all channels.
Bytes8 framed(const Bytes8& square, int side, Shape shape) {
  Bytes8 image(static_cast<std::size_t>(shape.size()));
  const int left = (shape.width - side) / 2;
  const int top = (shape.height - side) / 2;
  for (int y = 0; y < side; ++y)
    for (int x = 0; x < side; ++x)
      std::fill_n(image.begin() + ((y + top) * shape.width + x + left) * shape.channels,
                  shape.channels, square[static_cast<std::size_t>(y * side + x)]);
  return image;
}

Plane channelOf(const Raster& picture, int channel) {
  Plane plane(picture.width, picture.height);
  for (std::size_t i = 0; i < plane.values.size(); ++i)
    plane.values[i] = picture.pixels[i * static_cast<std::size_t>(picture.channels) +
                                     static_cast<std::size_t>(channel)];
  return plane;
}

/// With as many channels as wanted.
Raster inChannels(const Raster& picture, int channels) {
  if (picture.channels == channels) return picture;
  const Raster grey = greyOf(picture);
  if (channels == 1) return grey;
  Raster colour{picture.width, picture.height, channels, {}};
  for (const std::uint8_t value : grey.pixels)
    colour.pixels.insert(colour.pixels.end(), static_cast<std::size_t>(channels), value);
  return colour;
}

Bytes8 scaledToFit(const Raster& picture, Shape shape) {
  const float scale =
      std::min(static_cast<float>(shape.width) / static_cast<float>(picture.width),
               static_cast<float>(shape.height) / static_cast<float>(picture.height));
  const float x = (static_cast<float>(shape.width) - scale * static_cast<float>(picture.width)) / 2;
  const float y =
      (static_cast<float>(shape.height) - scale * static_cast<float>(picture.height)) / 2;
  // What is made larger is made larger by a whole factor between pixel centres first, so that no
  // squares are seen.
  const int factor = std::max(1, static_cast<int>(std::ceil(scale)));
  Bytes8 image(static_cast<std::size_t>(shape.size()));
  for (int c = 0; c < shape.channels; ++c) {
    Plane plane = channelOf(picture, c);
    if (factor > 1) plane = enlargedToEdge(plane, factor);
    const Plane fitted =
        resampled(plane, shape.width, shape.height, scale / static_cast<float>(factor), x, y);
    for (std::size_t i = 0; i < fitted.values.size(); ++i)
      image[i * static_cast<std::size_t>(shape.channels) + static_cast<std::size_t>(c)] =
          static_cast<std::uint8_t>(std::lround(std::clamp(fitted.values[i], 0.0F, 255.0F)));
  }
  return image;
}

bool fitsSigns(Preparation how) {
  return how == Preparation::Digits || how == Preparation::Glyphs || how == Preparation::Auto;
}

/// Mean value of the pixels at the border, as a share of the mean of all, over some of the images.
double borderShare(const Dataset& set) {
  constexpr int kMost = 1000;
  const int step = std::max(1, set.count() / kMost);
  double border = 0;
  double all = 0;
  long borderPixels = 0;
  long pixels = 0;
  for (int i = 0; i < set.count(); i += step) {
    const auto image = set.image(i);
    for (int y = 0; y < set.height; ++y) {
      for (int x = 0; x < set.width; ++x) {
        const int value = image[static_cast<std::size_t>(y * set.width + x)];
        all += value;
        ++pixels;
        if (y > 0 && x > 0 && y < set.height - 1 && x < set.width - 1) continue;
        border += value;
        ++borderPixels;
      }
    }
  }
  if (all == 0 || borderPixels == 0) return 0;
  return (border / static_cast<double>(borderPixels)) / (all / static_cast<double>(pixels));
}

}  // namespace

std::vector<std::uint8_t> prepare(const Raster& picture, Preparation how, Shape shape,
                                  const NormaliseOptions& options) {
  if (fitsSigns(how)) {
    const int side = std::min(shape.width, shape.height);
    return framed(normaliseImage(toGrey(picture), side, options), side, shape);
  }
  const Raster channels = inChannels(picture, shape.channels);
  if (picture.width == shape.width && picture.height == shape.height) return channels.pixels;
  if (how == Preparation::Photo) return scaledToFit(channels, shape);
  throw Error("The picture has " + std::to_string(picture.height) + "×" +
              std::to_string(picture.width) + " pixels, the model takes " +
              std::to_string(shape.height) + "×" + std::to_string(shape.width) + " as they are.");
}

std::vector<std::uint8_t> prepare(const Ink& ink, Preparation how, Shape shape,
                                  const NormaliseOptions& options) {
  NormaliseOptions as = options;
  as.fit = as.fit && fitsSigns(how);
  const int side = std::min(shape.width, shape.height);
  return framed(renderInk(ink, side, as), side, shape);
}

Preparation preparationFor(const DataSource& source) {
  // Of MNIST's pixels none at the border has ink; of Fashion-MNIST's, a fifth of the mean.
  constexpr double kFillsFrame = 0.1;
  if (source.train->channels != 1 || borderShare(*source.train) > kFillsFrame)
    return Preparation::Photo;
  return areDigits(source.classNames) ? Preparation::Digits : Preparation::Glyphs;
}

GreyImage toGrey(const Raster& picture) {
  return {picture.width, picture.height, greyOf(picture).pixels};
}

}  // namespace inkling
