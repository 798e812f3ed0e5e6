// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/npyarray.h"

#include "core/base/error.h"
#include "core/base/filetype.h"
#include "core/base/littleendian.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <string_view>

namespace inkling {
namespace {

constexpr std::string_view kNpyMagic = "\x93NUMPY";
constexpr std::size_t kNpyVersionEnd = 8;
constexpr std::size_t kMostNpyDimensions = 8;

// Reads the header, a dictionary in Python's notation: {'descr': '<f4', 'fortran_order': False,
// 'shape': (2, 3), }
class NpyHeaderParser {
public:
  NpyHeaderParser(std::string_view text, const std::string& source)
      : m_text(text),
        m_source(source) {}

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
      if (error != std::errc() || extent < 0 || extents.size() == kMostNpyDimensions) {
        fail("its shape is not a list of at most 8 numbers below 2^31");
      }
      extents.push_back(extent);
      m_at = static_cast<std::size_t>(stop - m_text.data());
      if (m_at < m_text.size() && m_text[m_at] == 'L') ++m_at;  // Python 2's long
      if (!accept(',')) {
        expect(')');
        break;
      }
    }
    return extents;
  }

  [[noreturn]] void fail(const std::string& why) const {
    refuseNpy(m_source, "its header makes no sense, " + why);
  }

  std::string_view m_text;
  const std::string& m_source;
  std::size_t m_at = 0;
};

// Where the header's text begins, and how long it says it is; `bytes` holds what stands before.
struct NpyText {
  std::size_t start = 0;
  std::size_t length = 0;
};

NpyText textOf(std::span<const char> bytes, const std::string& source) {
  const std::string_view text(bytes.data(), bytes.size());
  requireType(bytes, kNpyType, source);
  if (!text.starts_with(kNpyMagic)) refuseNpy(source, "it does not begin with \\x93NUMPY");
  if (text.size() < kNpyVersionEnd + 2) refuseNpy(source, "it ends within its header");
  const int version = bytes[kNpyMagic.size()];
  if (version < 1 || version > 3) {
    refuseNpy(source, "its format is version " + std::to_string(version) + ", known are 1 to 3");
  }
  const std::size_t start = kNpyVersionEnd + (version == 1 ? 2 : 4);
  if (text.size() < start) refuseNpy(source, "it ends within its header");
  return {start, version == 1 ? littleAt<std::uint16_t>(bytes, kNpyVersionEnd)
                              : littleAt<std::uint32_t>(bytes, kNpyVersionEnd)};
}

}  // namespace

NpyHeader takeNpyHeader(std::span<const char>& bytes, const std::string& source) {
  const NpyText text = textOf(bytes, source);
  if (text.length > bytes.size() - text.start) {
    refuseNpy(source, "its header should have " + std::to_string(text.length) +
                          " bytes, but only " + std::to_string(bytes.size() - text.start) +
                          " follow");
  }
  const std::string_view header(bytes.data() + text.start, text.length);
  bytes = bytes.subspan(text.start + text.length);
  return NpyHeaderParser(header, source).parse();
}

NpyHeader readNpyHeader(const ReadBytes& read, const std::string& source) {
  constexpr std::size_t kEnough = 12;  // of every version; the header is longer than the rest
  constexpr std::size_t kMostText = std::size_t{1} << 16;
  std::vector<char> bytes(kEnough);
  bytes.resize(read(bytes));
  const NpyText text = textOf(bytes, source);
  if (text.length > kMostText)
    refuseNpy(source, "its header should have " + std::to_string(text.length) +
                          " bytes, more than " + std::to_string(kMostText));
  const std::size_t size = text.start + text.length;
  const std::size_t got = bytes.size();
  if (size > got) {
    bytes.resize(size);
    bytes.resize(got + read(std::span(bytes).subspan(got)));
  }
  std::span<const char> rest(bytes);
  const NpyHeader header = takeNpyHeader(rest, source);
  if (!rest.empty()) refuseNpy(source, "its header is too short");
  return header;
}

std::string npyStart(const std::string& type, const std::vector<int>& shape) {
  constexpr std::size_t kAlignment = 64;
  constexpr std::size_t kStart = 10;
  std::string header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (";
  for (const int extent : shape) header += std::to_string(extent) + ", ";
  if (shape.size() > 1) header.resize(header.size() - 2);
  if (shape.size() == 1) header.pop_back();  // (3,)
  header += "), }";
  header.append(kAlignment - 1 - (kStart + header.size()) % kAlignment, ' ');
  header += '\n';
  std::string start(kNpyMagic);
  for (const std::size_t byte :
       {std::size_t{1}, std::size_t{0}, header.size() & 0xff, header.size() >> 8}) {
    start += static_cast<char>(byte);  // version 1.0, length of the header
  }
  return start + header;
}

void refuseNpy(const std::string& source, const std::string& why) {
  throw Error(source + " is not a usable NumPy array: " + why + ".");
}

}  // namespace inkling
