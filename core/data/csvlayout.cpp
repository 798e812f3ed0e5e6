// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/csvlayout.h"

#include "core/base/error.h"
#include "core/base/labels.h"
#include "core/base/utf8.h"
#include "core/data/csvlines.h"
#include "core/data/flatcolour.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace inkling {
namespace {

std::string smallLetters(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

bool isLabelName(const std::string& field) {
  constexpr std::array<std::string_view, 6> kNames = {"label",  "labels", "class",
                                                      "target", "y",      "digit"};
  return std::ranges::find(kNames, smallLetters(field)) != kNames.end();
}

bool isIndexName(const std::string& field) {
  constexpr std::array<std::string_view, 4> kNames = {"", "id", "index", "unnamed: 0"};
  return std::ranges::find(kNames, smallLetters(field)) != kNames.end();
}

bool isNumberField(const std::string& field) {
  double value = 0;
  return isNumber(field, value);
}

char delimiterOf(std::string_view line) {
  char best = ',';
  for (const char candidate : {',', ';', '\t'})
    if (std::ranges::count(line, candidate) > std::ranges::count(line, best)) best = candidate;
  return best;
}

bool isHeader(const std::vector<std::string>& fields) {
  if (isLabelName(fields.front()) || isLabelName(fields.back())) return true;
  bool counts = fields.size() > 2;
  for (std::size_t i = 0; i < fields.size(); ++i) counts &= fields[i] == std::to_string(i);
  return counts ||
         std::ranges::count_if(fields, [](const auto& f) { return !isNumberField(f); }) > 1;
}

/// What is in the first or in the last column.
class ColumnLook {
public:
  void add(const std::string& text) {
    ++m_rows;
    double value = 0;
    const bool number = isNumber(text, value);
    m_text |= !number;
    m_whole &= number && value >= 0 && value < kMostClasses && value == std::floor(value);
    if (m_counts.size() <= kMostClasses) ++m_counts[text];
  }
  bool hasText() const { return m_text; }
  bool isWhole() const { return m_whole; }
  std::size_t different() const { return m_counts.size(); }
  bool isNearlyConstant() const {
    constexpr std::size_t kOfTen = 9;
    return std::ranges::any_of(
        m_counts, [&](const auto& count) { return count.second * 10 >= m_rows * kOfTen; });
  }
  /// Whether this is more likely the label than `last`, this being the first column.
  bool isLabelBefore(const ColumnLook& last) const {
    constexpr std::size_t kMostLikely = 100;
    if (hasText() != last.hasText()) return hasText();
    if (isWhole() != last.isWhole()) return isWhole();
    const bool constant = isNearlyConstant();
    if (constant != last.isNearlyConstant() && (constant ? last : *this).different() <= kMostLikely)
      return !constant;
    return different() <= last.different();
  }

private:
  std::map<std::string, std::size_t> m_counts;
  std::size_t m_rows = 0;
  bool m_text = false;
  bool m_whole = true;
};

bool isLabelFirst(const std::filesystem::path& file, const CsvLayout& layout, int firstColumn,
                  const DataReading& reading) {
  CsvLines lines(file, reading);
  std::string_view line;
  if (layout.header) lines.next(line);
  ColumnLook first;
  ColumnLook last;
  while (lines.next(line)) {
    const auto end = line.rfind(layout.delimiter);
    last.add(fieldText(end == line.npos ? line : line.substr(end + 1)));
    for (int i = 0; i < firstColumn; ++i)
      line.remove_prefix(std::min(firstField(line, layout.delimiter).size() + 1, line.size()));
    first.add(fieldText(firstField(line, layout.delimiter)));
  }
  return first.isLabelBefore(last);
}

[[noreturn]] void refuseColumns(const std::string& name, const std::string& found) {
  throw Error(name + " " + found +
              "; expected as many as a square picture has pixels, such as 784, or three times as "
              "many, and one of labels.");
}

/// The columns that are the label or a pixel: [first, last).
struct InnerColumns {
  int first = 0;
  int last = 0;
  int count() const { return last - first; }
};

InnerColumns innerColumns(const std::vector<std::string>& fields, bool header) {
  InnerColumns inner{0, static_cast<int>(fields.size())};
  if (header && inner.count() > 1 && isIndexName(fields.front())) ++inner.first;
  if (header && inner.count() > 1 && isIndexName(fields.back())) --inner.last;
  return inner;
}

/// The column of a header that is called as labels are; −1: there is none.
int namedLabelColumn(const std::vector<std::string>& fields, InnerColumns inner,
                     const std::string& name) {
  for (int i = inner.first; i < inner.last; ++i) {
    if (!isLabelName(fields[static_cast<std::size_t>(i)])) continue;
    if (i == inner.first || i == inner.last - 1) return i;
    throw Error(name + ", line 1, column " + std::to_string(i + 1) +
                ": expected the label in the first or the last column, found it here.");
  }
  return -1;
}

}  // namespace

CsvLayout csvLayoutOf(const std::filesystem::path& file, const DataReading& reading,
                      const CsvLayout* like) {
  CsvLines lines(file, reading);
  std::string_view line;
  if (!lines.next(line)) throw Error(lines.name() + " has no lines.");
  CsvLayout layout;
  layout.delimiter = delimiterOf(line);
  const std::vector<std::string> fields = fieldsOf(line, layout.delimiter);
  layout.columns = static_cast<int>(fields.size());
  layout.header = isHeader(fields);
  const InnerColumns inner = innerColumns(fields, layout.header);
  if (layout.header) layout.labelColumn = namedLabelColumn(fields, inner, lines.name());
  if (layout.labelColumn < 0 && like && like->columns == layout.columns)
    layout.labelColumn = like->labelColumn;
  else if (layout.labelColumn < 0 && flatShape(static_cast<std::uint64_t>(inner.count() - 1)))
    layout.labelColumn =
        isLabelFirst(file, layout, inner.first, reading) ? inner.first : inner.last - 1;
  layout.firstPixel = layout.labelColumn == inner.first ? inner.first + 1 : inner.first;
  const int pixels = inner.count() - (layout.labelColumn >= 0 ? 1 : 0);
  const auto shape = flatShape(static_cast<std::uint64_t>(pixels));
  if (!shape)
    refuseColumns(lines.name(),
                  "has " + std::to_string(pixels) +
                      (layout.labelColumn >= 0 ? " columns besides the label" : " columns"));
  layout.shape = *shape;
  return layout;
}

bool looksLikeCsv(std::span<const char> head) {
  constexpr std::size_t kFewestColumns = 5;
  constexpr std::ptrdiff_t kOtherColumns = 2;  // label and index
  std::string_view text = withoutMark({head.data(), head.size()});
  if (text.empty() || std::string_view("{[<%#").find(text[0]) != text.npos ||
      text.find('\0') != text.npos)
    return false;
  const auto takeLine = [&] {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    return line;
  };
  const std::string_view line = takeLine();
  const char delimiter = delimiterOf(line);
  std::vector<std::string> fields = fieldsOf(line, delimiter);
  if (fields.size() < kFewestColumns) return false;
  const auto texts = [](const std::vector<std::string>& row) {
    return std::ranges::count_if(row, [](const auto& field) { return !isNumberField(field); });
  };
  if (texts(fields) <= kOtherColumns || text.empty()) return true;
  fields = fieldsOf(takeLine(), delimiter);
  if (text.empty()) fields.pop_back();  // it may be cut off
  return fields.empty() || texts(fields) <= kOtherColumns;
}

}  // namespace inkling
