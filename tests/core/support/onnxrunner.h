// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/onnxgraph.h"

#include <vector>

namespace inkling::test {

/// What the graph answers to a batch of images (N × channels × height × width, values 0 … 1), by
/// the letter of the ONNX operator descriptions: plain loops, in double precision.
std::vector<double> runOnnx(const OnnxGraph& graph, const std::vector<double>& images, int count,
                            Shape input);

}  // namespace inkling::test
