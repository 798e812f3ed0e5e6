// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/npy.h"

#include "core/base/littleendian.h"
#include "core/base/numbertype.h"
#include "core/base/readfile.h"
#include "core/data/npyarray.h"

namespace inkling {
namespace {

// From first index fastest to last index fastest.
std::vector<float> rowMajor(const std::vector<float>& columnMajor, const std::vector<int>& shape) {
  std::vector<float> values(columnMajor.size());
  std::vector<int> index(shape.size(), 0);
  for (const float value : columnMajor) {
    std::size_t at = 0;
    for (std::size_t d = 0; d < shape.size(); ++d) {
      at = at * static_cast<std::size_t>(shape[d]) + static_cast<std::size_t>(index[d]);
    }
    values[at] = value;
    for (std::size_t d = 0; d < shape.size() && ++index[d] == shape[d]; ++d) index[d] = 0;
  }
  return values;
}

}  // namespace

std::vector<char> encodeNpy(const Tensor& tensor) {
  const std::string start = npyStart("<f4", tensor.shape);
  std::vector<char> bytes(start.begin(), start.end());
  appendFloats(bytes, tensor.values);
  return bytes;
}

Tensor decodeNpy(std::span<const char> bytes, const std::string& source) {
  const NpyHeader header = takeNpyHeader(bytes, source);
  const auto type = numpyNumberType(header.type);
  if (!type) {
    refuseNpy(source, "its numbers are of type \"" + header.type +
                          "\", expected are floats or whole numbers of at most 8 bytes, such as "
                          "\"<f4\"");
  }
  const std::int64_t size = sizeOf(header.shape);
  if (size < 0 || bytes.size() != static_cast<std::uint64_t>(size) * type->bytes) {
    refuseNpy(source, "its shape " + shapeText(header.shape) + " does not fit its " +
                          std::to_string(bytes.size()) + " bytes of data");
  }
  if (static_cast<std::uint64_t>(size) > kMostNumbers) {
    refuseNpy(source, "it holds more than " + std::to_string(kMostNumbers) + " numbers");
  }
  std::vector<float> values = *type == NumberType{} ? floatsFrom(bytes) : floatsOf(bytes, *type);
  if (header.fortranOrder) values = rowMajor(values, header.shape);
  return {{}, header.shape, std::move(values)};
}

Tensor readNpy(const std::filesystem::path& file) {
  Tensor tensor = decodeNpy(readFile(file, kMaxTensorFile), file.string());
  tensor.name = file.stem().string();
  return tensor;
}

std::vector<Tensor> readNpz(const std::filesystem::path& file) {
  return decodeNpz(readFile(file, kMaxTensorFile), file.string());
}

}  // namespace inkling
