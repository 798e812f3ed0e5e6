// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QList>
#include <QRectF>

#include <cstdint>
#include <span>

namespace inkling::ui {

struct Colours;

/// The pixels of a sample as an image that shares them: they must outlive it. Indexed where there
/// is one value a pixel: give it a colour table. In colour where there are three.
QImage sampleImage(std::span<const std::uint8_t> pixels, int width, int height);

/// Paper … ink for 0 … 255.
QList<QRgb> inkTable(const Colours& colours);

/// Where a picture of `image` pixels goes in `area` so that every pixel is a whole number of device
/// pixels (if there is room for one each), in the middle. Widget coordinates; `scale` is the device
/// pixel ratio.
QRectF pixelRect(const QRectF& area, const QSize& image, double scale);

}  // namespace inkling::ui
