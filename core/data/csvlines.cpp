// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/csvlines.h"

#include "core/base/error.h"
#include "core/base/labels.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

namespace inkling {
namespace {

constexpr std::size_t kLineStretch = std::size_t{4} << 20;
// "-1.2345678901234567e-05,": what a number takes that was written in full, with quotes.
constexpr std::size_t kLongestNumber = 26;
constexpr std::size_t kLongestLine =
    std::size_t{3} * kMostPixelsASide * kMostPixelsASide * kLongestNumber;

bool isBlank(std::string_view line) { return line.find_first_not_of(" \t") == line.npos; }

}  // namespace

CsvLines::CsvLines(const std::filesystem::path& file, const DataReading& reading)
    : m_name(file.string()),
      m_source(file),
      m_reading(reading),
      m_stretch(std::min<std::uint64_t>(kLineStretch, m_source.bound() + 1)) {
  refill();
  const std::string_view begin(m_buffer.data(), m_end);
  m_at = begin.size() - withoutMark(begin).size();
}

bool CsvLines::next(std::string_view& line) {
  for (;;) {
    const char* from = m_buffer.data() + m_at;
    const void* end = std::memchr(from, '\n', m_end - m_at);
    if (!end) {
      if (refill()) continue;
      if (m_at == m_end) return false;
      m_buffer[m_end] = '\n';
      end = m_buffer.data() + m_end;
    }
    const auto size = static_cast<std::size_t>(static_cast<const char*>(end) - from);
    m_at = std::min(m_at + size + 1, m_end);
    ++m_number;
    line = {from, size};
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!isBlank(line)) return true;
  }
}

/// Reads on behind what is left of the buffer; false at the end.
bool CsvLines::refill() {
  if (m_ended) return false;
  std::copy(m_buffer.begin() + static_cast<std::ptrdiff_t>(m_at),
            m_buffer.begin() + static_cast<std::ptrdiff_t>(m_end), m_buffer.begin());
  m_end -= m_at;
  m_at = 0;
  if (m_end > kLongestLine)
    throw Error(m_name + ", line " + std::to_string(m_number + 1) + ": expected at most " +
                std::to_string(kLongestLine) + " bytes, which three times " +
                std::to_string(kMostPixelsASide) + "×" + std::to_string(kMostPixelsASide) +
                " numbers can take, found more.");
  m_reading.proceed(m_source.share());
  m_buffer.resize(m_end + m_stretch + 1);
  const std::size_t got =
      m_source.read({reinterpret_cast<std::uint8_t*>(m_buffer.data()) + m_end, m_stretch});
  m_end += got;
  m_ended = got < m_stretch;
  return got > 0;
}

std::string fieldText(std::string_view field) {
  const auto first = field.find_first_not_of(" \t\r");
  if (first == field.npos) return {};
  field = field.substr(first, field.find_last_not_of(" \t\r") - first + 1);
  if (field.size() < 2 || field.front() != '"' || field.back() != '"') return std::string(field);
  std::string text;
  field = field.substr(1, field.size() - 2);
  for (std::size_t i = 0; i < field.size(); ++i) {
    text += field[i];
    if (field[i] == '"' && i + 1 < field.size() && field[i + 1] == '"') ++i;
  }
  return text;
}

std::string_view firstField(std::string_view line, char delimiter) {
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') quoted = !quoted;
    if (line[i] == delimiter && !quoted) return line.substr(0, i);
  }
  return line;
}

std::vector<std::string> fieldsOf(std::string_view line, char delimiter) {
  std::vector<std::string> fields;
  for (;;) {
    const std::string_view field = firstField(line, delimiter);
    fields.push_back(fieldText(field));
    if (field.size() == line.size()) return fields;
    line.remove_prefix(field.size() + 1);
  }
}

bool isNumber(std::string_view text, double& value) {
  if (text.starts_with('+')) text.remove_prefix(1);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() && std::isfinite(value);
}

}  // namespace inkling
