// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/numpylabels.h"

#include "core/base/error.h"
#include "core/base/extents.h"
#include "core/base/memory.h"
#include "core/base/numbers.h"
#include "core/base/utf8.h"

#include <cmath>

namespace inkling {
namespace {

constexpr int kDigitsOfValue = 6;

[[noreturn]] void refuseLabel(const ArrayReader& reader, std::size_t index,
                              const std::string& expected, const std::string& found) {
  throw Error(reader.name() + ", label " + std::to_string(index) + ": expected " + expected +
              ", found " + found + ".");
}

Label labelOf(float value, const ArrayReader& reader, std::size_t index) {
  if (!(value >= 0 && value < kMostClasses) || value != std::floor(value))
    refuseLabel(reader, index, "a whole number of 0 … " + std::to_string(kMostClasses - 1),
                significant(value, kDigitsOfValue));
  return static_cast<Label>(value);
}

// `at(row, column)` gives the values.
template <typename At>
std::vector<Label> oneHotLabels(const ArrayReader& reader, std::size_t count, std::size_t classes,
                                const At& at) {
  std::vector<Label> labels;
  labels.reserve(count);
  for (std::size_t row = 0; row < count; ++row) {
    std::size_t ones = 0;
    std::size_t zeros = 0;
    std::size_t last = 0;
    for (std::size_t column = 0; column < classes; ++column) {
      const float value = at(row, column);
      if (value == 1) last = column;
      ones += value == 1 ? 1 : 0;
      zeros += value == 0 ? 1 : 0;
    }
    if (ones != 1 || zeros + 1 != classes)
      refuseLabel(reader, row, "one 1 and zeros, as labels of two dimensions have",
                  std::to_string(ones) + " of 1 and " + std::to_string(zeros) + " of 0");
    labels.push_back(static_cast<Label>(last));
  }
  return labels;
}

// A text of NumPy's: 4 bytes a character, filled up with zeros.
std::string textOf(std::span<const char> text, bool bigEndian) {
  std::u32string characters;
  for (std::size_t i = 0; i + 4 <= text.size(); i += 4) {
    char32_t code = 0;
    for (std::size_t b = 0; b < 4; ++b)
      code = code << 8 | static_cast<unsigned char>(text[i + (bigEndian ? b : 3 - b)]);
    if (code == 0) break;
    characters += code;
  }
  return utf8Of(characters);
}

}  // namespace

std::vector<Label> readNumpyLabels(const ArrayPlace& place) {
  ArrayReader reader(place);
  const std::vector<int>& extents = reader.header().shape;
  const bool flat = extents.size() == 1 || (extents.size() == 2 && extents[1] == 1);
  if ((!flat && extents.size() != 2) || extents[0] > kMostImages ||
      (!flat && (extents[1] < 1 || extents[1] > kMostClasses)))
    throw Error(reader.name() + ": expected labels in 1 dimension, or with as many columns as " +
                "there are classes, found an array of " + shapeText(extents) + ".");
  reader.numberType();
  requireMemory(reader.count() * sizeof(float), reader.name());
  std::vector<float> values(reader.count());
  reader.readFloats(values);
  const auto count = static_cast<std::size_t>(extents[0]);
  if (!flat) {
    const auto classes = static_cast<std::size_t>(extents[1]);
    const bool fortran = reader.header().fortranOrder;
    return oneHotLabels(reader, count, classes, [&](std::size_t row, std::size_t column) {
      return values[fortran ? column * count + row : row * classes + column];
    });
  }
  std::vector<Label> labels;
  labels.reserve(count);
  for (const float value : values) labels.push_back(labelOf(value, reader, labels.size()));
  return labels;
}

std::vector<std::string> readNumpyNames(const ArrayPlace& place) {
  ArrayReader reader(place);
  const NpyHeader& header = reader.header();
  if (numpyNumberType(header.type) || header.shape.size() != 1 || reader.count() < 2 ||
      reader.count() > kMostClasses)
    throw Error(reader.name() + ": expected 2 … " + std::to_string(kMostClasses) +
                " texts, the names of the classes, found an array of " + shapeText(header.shape) +
                " of type \"" + header.type + "\".");
  const std::size_t size = reader.bytesOfValue();
  std::vector<char> bytes(reader.count() * size);
  reader.readBytes(bytes);
  std::vector<std::string> names;
  for (std::size_t at = 0; at < bytes.size(); at += size) {
    names.push_back(textOf(std::span(bytes).subspan(at, size), header.type[0] == '>'));
    if (names.back().empty())
      throw Error(reader.name() + ", name " + std::to_string(names.size() - 1) +
                  ": expected a text, found none.");
  }
  return names;
}

double readNumpyScale(const ArrayPlace& place) {
  ArrayReader reader(place);
  std::vector<float> value(1);
  if (reader.count() == 1) reader.readFloats(value);
  if (!(value[0] > 0) || std::isinf(value[0]))
    throw Error(reader.name() + ": expected one number above 0, what a pixel has at most.");
  return value[0];
}

}  // namespace inkling
