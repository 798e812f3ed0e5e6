// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/csvrows.h"

#include "core/base/error.h"
#include "core/base/hugepages.h"
#include "core/base/memory.h"
#include "core/data/csvlines.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace inkling {
namespace {

constexpr unsigned kMostByte = 255;

/// Reads the fields of one line.
class RowReader {
public:
  RowReader(const CsvLines& lines, std::string_view line, const CsvLayout& layout)
      : m_lines(lines),
        m_at(line.data()),
        m_end(line.data() + line.size()),
        m_delimiter(layout.delimiter),
        m_columns(layout.columns) {}

  /// Of the next columns; false if one is no whole number of 0 … 255.
  bool readBytes(std::span<std::uint8_t> out) {
    for (std::uint8_t& value : out) {
      unsigned number = 0;
      const char* at = m_at;
      unsigned digit = 0;
      // What stands behind the line is no digit, so that its end need not be looked for.
      while ((digit = static_cast<unsigned>(*at) - '0') <= 9 && at - m_at < 4) {
        number = number * 10 + digit;
        ++at;
      }
      if (at != m_at && number <= kMostByte && (at == m_end || *at == m_delimiter)) {
        m_at = at;
        skipDelimiter();
      } else {
        const double other = readNumber();
        number = static_cast<unsigned>(std::clamp(other, 0.0, 255.0));
        if (number != other) return false;
      }
      value = static_cast<std::uint8_t>(number);
    }
    return true;
  }

  void readFloats(std::span<float> out) {
    for (float& value : out) value = static_cast<float>(readNumber());
  }

  std::string readText() {
    if (m_ended) fail("a label", "the end of the line");
    const std::string_view field = takeField();
    std::string text = fieldText(field);
    if (text.empty()) fail("a label", "nothing");
    if (std::ranges::count(field, '"') % 2 != 0) fail("a quote that ends", text);
    skipDelimiter();
    return text;
  }

  void skip(int columns) {
    for (int i = 0; i < columns; ++i) {
      if (m_ended) fail("a field", "the end of the line");
      takeField();
      skipDelimiter();
    }
  }

  void requireEnd() const {
    if (!m_ended) fail("the end of the line", "more than " + std::to_string(m_columns) + " fields");
  }

private:
  double readNumber() {
    if (m_ended) fail(std::to_string(m_columns) + " fields", "the end of the line");
    const std::string text = fieldText(takeField());
    double value = 0;
    if (!isNumber(text, value)) fail("a number", text.empty() ? "nothing" : '"' + text + '"');
    skipDelimiter();
    return value;
  }

  std::string_view takeField() {
    const std::string_view field =
        firstField({m_at, static_cast<std::size_t>(m_end - m_at)}, m_delimiter);
    m_at += field.size();
    return field;
  }

  void skipDelimiter() {
    ++m_column;
    if (m_at == m_end)
      m_ended = true;
    else
      ++m_at;
  }

  [[noreturn]] void fail(const std::string& expected, std::string found) const {
    constexpr std::size_t kMostShown = 40;
    if (found.size() > kMostShown) found = found.substr(0, kMostShown) + "…";
    throw Error(m_lines.name() + ", line " + std::to_string(m_lines.number()) + ", column " +
                std::to_string(m_column) + ": expected " + expected + ", found " + found + ".");
  }

  const CsvLines& m_lines;
  const char* m_at;
  const char* m_end;
  char m_delimiter;
  int m_columns;
  int m_column = 1;
  bool m_ended = false;
};

/// Reads one line: `pixels(reader)` what it has of pixels, which may end the reading. The label's
/// text, if there is one.
template <typename ReadPixels>
bool readRow(RowReader& row, const CsvLayout& layout, std::string& label,
             const ReadPixels& pixels) {
  const bool before = layout.labelColumn >= 0 && layout.labelColumn < layout.firstPixel;
  row.skip(before ? layout.labelColumn : layout.firstPixel);
  if (before) label = row.readText();
  if (!pixels(row)) return false;
  int rest = layout.columns - layout.firstPixel - layout.shape.size();
  if (layout.labelColumn >= layout.firstPixel) {
    label = row.readText();
    --rest;
  }
  row.skip(rest);
  row.requireEnd();
  return true;
}

void addLabel(CsvLabels& labels, const std::string& text, const CsvLines& lines, int column) {
  auto found = labels.texts.find(text);
  if (found == labels.texts.end()) {
    if (labels.texts.size() == kMostClasses)
      throw Error(lines.name() + ", line " + std::to_string(lines.number()) + ", column " +
                  std::to_string(column + 1) + ": expected labels of at most " +
                  std::to_string(kMostClasses) + " classes, found another one, \"" + text + "\".");
    found = labels.texts.emplace(text, static_cast<Label>(labels.texts.size())).first;
    labels.lines.push_back(lines.number());
  }
  labels.rows.push_back(found->second);
}

void requireFewImages(const CsvLines& lines, std::size_t count) {
  if (count > kMostImages)
    throw Error(lines.name() + ", line " + std::to_string(lines.number()) + ": expected at most " +
                std::to_string(kMostImages) + " images, found more.");
}

}  // namespace

CsvImages::CsvImages(std::filesystem::path file, const CsvLayout& layout)
    : m_file(std::move(file)),
      m_layout(layout) {}

PixelRange CsvImages::readRange(const DataReading& reading) {
  m_areBytes = readBytes(reading);
  if (m_areBytes) {
    m_range.add(std::span<const std::uint8_t>(m_pixels));
    return m_range;
  }
  m_labels = {};
  m_pixels = {};
  readFloats(reading,
             [&](std::span<const float> pixels, const std::string& label, const CsvLines& lines) {
               m_range.add(pixels);
               addLabel(m_labels, label, lines, m_layout.labelColumn);
             });
  return m_range;
}

std::vector<std::uint8_t> CsvImages::readPixels(const PixelScale& scale,
                                                const DataReading& reading) {
  if (m_areBytes) {
    scale.apply(m_pixels);
    return std::move(m_pixels);
  }
  const std::uint64_t size =
      m_labels.rows.size() * static_cast<std::uint64_t>(m_layout.shape.size());
  requireMemory(size, name());
  reserveOnHugePages(m_pixels, size);
  readFloats(reading, [&](std::span<const float> pixels, const std::string&, const CsvLines&) {
    for (const float pixel : pixels) m_pixels.push_back(scale.toByte(pixel));
  });
  if (m_pixels.size() != size) throw Error(name() + " changed while it was read.");
  return std::move(m_pixels);
}

bool CsvImages::readBytes(const DataReading& reading) {
  CsvLines lines(m_file, reading);
  std::string_view line;
  if (m_layout.header) lines.next(line);
  const auto size = static_cast<std::size_t>(m_layout.shape.size());
  std::string label;
  while (lines.next(line)) {
    const std::size_t at = m_pixels.size();
    if (at + size > m_pixels.capacity()) makeRoom(lines.share());
    m_pixels.resize(at + size);
    RowReader row(lines, line, m_layout);
    if (!readRow(row, m_layout, label, [&](RowReader& fields) {
          return fields.readBytes(std::span(m_pixels).subspan(at, size));
        }))
      return false;
    addLabel(m_labels, label, lines, m_layout.labelColumn);
    requireFewImages(lines, m_labels.rows.size());
  }
  return true;
}

template <typename Use>
void CsvImages::readFloats(const DataReading& reading, const Use& use) const {
  CsvLines lines(m_file, reading);
  std::string_view line;
  if (m_layout.header) lines.next(line);
  std::vector<float> pixels(static_cast<std::size_t>(m_layout.shape.size()));
  std::string label;
  while (lines.next(line)) {
    RowReader row(lines, line, m_layout);
    readRow(row, m_layout, label, [&](RowReader& fields) {
      fields.readFloats(pixels);
      return true;
    });
    use(pixels, label, lines);
    requireFewImages(lines, m_labels.rows.size());
  }
}

/// For as many pixels as the file will have, going by what a part of it had.
void CsvImages::makeRoom(double share) {
  constexpr double kMore = 1.05;
  constexpr std::size_t kFewest = std::size_t{1} << 20;
  constexpr std::uint64_t kMost = std::uint64_t{1} << 62;
  const auto now = static_cast<double>(m_pixels.size());
  const double expected = std::min(now * kMore / std::max(share, 1e-9), static_cast<double>(kMost));
  const std::size_t room =
      std::max({static_cast<std::size_t>(expected), m_pixels.size() * 5 / 4, kFewest});
  requireMemory(room - m_pixels.size(), name());
  std::vector<std::uint8_t> larger;
  reserveOnHugePages(larger, std::max(room, static_cast<std::size_t>(m_layout.shape.size())));
  larger.insert(larger.end(), m_pixels.begin(), m_pixels.end());
  m_pixels = std::move(larger);
}

}  // namespace inkling
