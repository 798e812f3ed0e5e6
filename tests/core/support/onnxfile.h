// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/onnxgraph.h"

#include <QByteArray>

namespace inkling::test {

/// An ONNX file as far as Inkling fills it.
struct OnnxFile {
  std::int64_t irVersion = 0;
  std::int64_t opset = 0;
  std::string producer;
  std::map<std::string, std::string> metadata;
  OnnxGraph graph;
};

/// Reads one by the letter of onnx.proto, without the ONNX library. What it does not expect ends
/// the program.
OnnxFile readOnnx(const QByteArray& bytes);

}  // namespace inkling::test
