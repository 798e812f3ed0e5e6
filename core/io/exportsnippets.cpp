// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/exportsnippets.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/io/exchange.h"
#include "core/io/onnx.h"

namespace inkling {
namespace {

constexpr const char* kOnnx = R"(# Needs OpenCV and NumPy (Debian: python3-opencv, python3-numpy).
import cv2
import numpy as np

network = cv2.dnn.readNetFromONNX(FILE)
image = cv2.imread("digit.png", cv2.IMREAD_GRAYSCALE)  # white ink on black; in MNIST 28 x 28
batch = image.astype(np.float32)[None, None] / 255     # N x 1 x 28 x 28, values 0 ... 1
network.setInput(batch)
probabilities = network.forward()                      # N x classes
print(probabilities.argmax(axis=1), probabilities.max(axis=1))
)";

constexpr const char* kNpz = R"(# Needs NumPy (Debian: python3-numpy).
import numpy as np

weights = np.load(FILE)
for name in weights.files:
    print(name, weights[name].shape)

# A dense layer is outputs x inputs, a convolution outputs x rows x columns x inputs. What was
# flattened is in the order of rows, columns, channels, the channel fastest (PyTorch: channels first).
# As matrices they take rows of x: N images of pixels 0 ... 1, or the patches of a convolution.
first = weights[weights.files[0]]
matrix = first.reshape(len(first), -1)
x = np.zeros((1, matrix.shape[1]), np.float32)
print((x @ matrix.T).shape)
)";

constexpr const char* kSafetensors = R"(# Needs NumPy only (or: safetensors.numpy.load_file).
import json
import numpy as np

data = open(FILE, "rb").read()
length = int.from_bytes(data[:8], "little")
header = json.loads(data[8:8 + length])
header.pop("__metadata__", None)
weights = {name: np.frombuffer(data, "<f4", np.prod(t["shape"], dtype=int),
                               8 + length + t["data_offsets"][0]).reshape(t["shape"])
           for name, t in header.items()}
for name, values in weights.items():
    print(name, values.shape)
# A convolution is outputs x rows x columns x inputs. What was flattened is in the order of rows,
# columns, channels, the channel fastest; in PyTorch channels come first.
)";

/// As a Python text.
std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + "\"";
}

}  // namespace

ExportFormat exportFormat(const std::filesystem::path& file) {
  const std::string extension = lowerExtension(file);
  if (extension == ".onnx") return ExportFormat::Onnx;
  if (extension == ".npz") return ExportFormat::Npz;
  if (extension == ".safetensors") return ExportFormat::Safetensors;
  throw Error("Cannot tell the format of " + file.string() +
              " by its name: it must end in .onnx, .npz or .safetensors.");
}

void exportModel(const std::filesystem::path& file, const Model& model) {
  switch (exportFormat(file)) {
    case ExportFormat::Onnx:
      return exportOnnx(file, model);
    case ExportFormat::Npz:
      return exportNpz(file, model);
    case ExportFormat::Safetensors:
      return exportSafetensors(file, model);
  }
}

std::string pythonSnippet(ExportFormat format, const std::filesystem::path& file) {
  std::string text = format == ExportFormat::Onnx  ? kOnnx
                     : format == ExportFormat::Npz ? kNpz
                                                   : kSafetensors;
  return text.replace(text.find("FILE"), 4, quoted(file.string()));
}

}  // namespace inkling
