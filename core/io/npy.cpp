// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/npy.h"

#include "core/base/error.h"
#include "core/base/filetype.h"
#include "core/base/numbertype.h"
#include "core/base/readfile.h"
#include "core/io/littleendian.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <string_view>

namespace inkling {
namespace {

constexpr std::string_view kMagic = "\x93NUMPY";

struct NpyHeader {
  std::string type;
  bool fortranOrder = false;
  std::vector<int> shape;
};

// Reads the header, a dictionary in Python's notation: {'descr': '<f4', 'fortran_order': False,
// 'shape': (2, 3), }
class HeaderParser {
public:
  HeaderParser(std::string_view text, const std::string& source) : m_text(text), m_source(source) {}

  NpyHeader parse() {
    NpyHeader header;
    constexpr std::size_t kFields = 3;
    std::set<std::string> seen;
    expect('{');
    while (!accept('}')) {
      const std::string key = quoted();
      expect(':');
      if (key == "descr") {
        header.type = quoted();
      } else if (key == "fortran_order") {
        header.fortranOrder = boolean();
      } else if (key == "shape") {
        header.shape = tuple();
      } else {
        fail("a field \"" + key + "\" is unknown");
      }
      seen.insert(key);
      if (!accept(',')) {
        expect('}');
        break;
      }
    }
    if (seen.size() != kFields) fail("descr, fortran_order and shape are expected");
    return header;
  }

private:
  void skipSpace() {
    while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\n')) ++m_at;
  }

  bool accept(char wanted) {
    skipSpace();
    if (m_at >= m_text.size() || m_text[m_at] != wanted) return false;
    ++m_at;
    return true;
  }

  void expect(char wanted) {
    if (!accept(wanted))
      fail(std::string("a ") + wanted + " is expected at its character " + std::to_string(m_at));
  }

  std::string quoted() {
    const char quote = accept('"') ? '"' : '\'';
    if (quote == '\'') expect('\'');
    const auto end = m_text.find(quote, m_at);
    if (end == std::string_view::npos) fail("a text does not end");
    std::string text(m_text.substr(m_at, end - m_at));
    m_at = end + 1;
    return text;
  }

  bool boolean() {
    skipSpace();
    for (const bool value : {true, false}) {
      const std::string_view word = value ? "True" : "False";
      if (m_text.substr(m_at).starts_with(word)) {
        m_at += word.size();
        return value;
      }
    }
    fail("fortran_order is neither True nor False");
  }

  std::vector<int> tuple() {
    std::vector<int> extents;
    expect('(');
    while (!accept(')')) {
      skipSpace();
      int extent = -1;
      const char* end = m_text.data() + m_text.size();
      const auto [stop, error] = std::from_chars(m_text.data() + m_at, end, extent);
      if (error != std::errc() || extent < 0 || extents.size() == kMaxDimensions) {
        fail("its shape is not a list of at most 8 numbers below 2^31");
      }
      extents.push_back(extent);
      m_at = static_cast<std::size_t>(stop - m_text.data());
      if (!accept(',')) {
        expect(')');
        break;
      }
    }
    return extents;
  }

  [[noreturn]] void fail(const std::string& why) const {
    throw Error(m_source + " is not a usable NumPy array: its header makes no sense, " + why + ".");
  }

  std::string_view m_text;
  const std::string& m_source;
  std::size_t m_at = 0;
};

[[noreturn]] void refuseArray(const std::string& source, const std::string& why) {
  throw Error(source + " is not a usable NumPy array: " + why + ".");
}

// The header's text; `bytes` is left with the data behind it.
std::string_view takeHeader(std::span<const char>& bytes, const std::string& source) {
  constexpr std::size_t kVersionEnd = 8;
  const std::string_view text(bytes.data(), bytes.size());
  requireType(bytes, kNpyType, source);
  if (!text.starts_with(kMagic)) refuseArray(source, "it does not begin with \\x93NUMPY");
  if (text.size() < kVersionEnd + 2) refuseArray(source, "it ends within its header");
  const int version = bytes[kMagic.size()];
  if (version < 1 || version > 3) {
    refuseArray(source, "its format is version " + std::to_string(version) + ", known are 1 to 3");
  }
  const std::size_t start = kVersionEnd + (version == 1 ? 2 : 4);
  if (text.size() < start) refuseArray(source, "it ends within its header");
  const std::size_t length = version == 1 ? littleAt<std::uint16_t>(bytes, kVersionEnd)
                                          : littleAt<std::uint32_t>(bytes, kVersionEnd);
  if (length > text.size() - start) {
    refuseArray(source, "its header should have " + std::to_string(length) + " bytes, but only " +
                            std::to_string(text.size() - start) + " follow");
  }
  bytes = bytes.subspan(start + length);
  return text.substr(start, length);
}

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
  constexpr std::size_t kAlignment = 64;
  constexpr std::size_t kStart = 10;
  std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (";
  for (const int extent : tensor.shape) header += std::to_string(extent) + ", ";
  if (tensor.shape.size() > 1) header.resize(header.size() - 2);
  if (tensor.shape.size() == 1) header.pop_back();  // (3,)
  header += "), }";
  header.append(kAlignment - 1 - (kStart + header.size()) % kAlignment, ' ');
  header += '\n';
  std::string start(kMagic);
  for (const std::size_t byte :
       {std::size_t{1}, std::size_t{0}, header.size() & 0xff, header.size() >> 8}) {
    start += static_cast<char>(byte);  // version 1.0, length of the header
  }
  start += header;
  std::vector<char> bytes(start.begin(), start.end());
  appendFloats(bytes, tensor.values);
  return bytes;
}

Tensor decodeNpy(std::span<const char> bytes, const std::string& source) {
  const NpyHeader header = HeaderParser(takeHeader(bytes, source), source).parse();
  const auto type = numpyNumberType(header.type);
  if (!type) {
    refuseArray(source, "its numbers are of type \"" + header.type +
                            "\", expected are floats or whole numbers of at most 8 bytes, such as "
                            "\"<f4\"");
  }
  const std::int64_t size = sizeOf(header.shape);
  if (size < 0 || bytes.size() != static_cast<std::uint64_t>(size) * type->bytes) {
    refuseArray(source, "its shape " + shapeText(header.shape) + " does not fit its " +
                            std::to_string(bytes.size()) + " bytes of data");
  }
  if (static_cast<std::uint64_t>(size) > kMostNumbers) {
    refuseArray(source, "it holds more than " + std::to_string(kMostNumbers) + " numbers");
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
