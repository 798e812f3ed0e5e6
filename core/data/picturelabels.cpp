// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/picturelabels.h"

#include "core/base/error.h"
#include "core/base/readfile.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

namespace inkling {
namespace {

namespace fs = std::filesystem;

/// The fields of a line.
std::vector<std::string> fieldsOf(std::string_view line, char separator) {
  std::vector<std::string> fields(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (quoted && c == '"' && i + 1 < line.size() && line[i + 1] == '"')
      fields.back() += line[++i];
    else if (c == '"' && (quoted || fields.back().empty()))
      quoted = !quoted;
    else if (c == separator && !quoted)
      fields.emplace_back();
    else
      fields.back() += c;
  }
  for (std::string& field : fields) {
    const std::size_t begin = std::min(field.find_first_not_of(" \t\r"), field.size());
    const std::size_t end = field.find_last_not_of(" \t\r");
    field = begin < field.size() ? field.substr(begin, end - begin + 1) : std::string();
  }
  return fields;
}

char separatorOf(std::string_view line) {
  constexpr std::array kSeparators = {'\t', ';', ','};
  return *std::ranges::max_element(
      kSeparators, {}, [line](char separator) { return std::ranges::count(line, separator); });
}

/// Finds the pictures by what tables call them: path from the folder, name, or name without
/// extension, where only one has it.
class PictureFinder {
public:
  static constexpr int kNone = -1;

  PictureFinder(const fs::path& folder, const std::vector<fs::path>& pictures) {
    for (std::size_t i = 0; i < pictures.size(); ++i) {
      const fs::path& picture = pictures[i];
      const auto index = static_cast<int>(i);
      const std::string name = picture.filename().string();
      const std::string stem = picture.stem().string();
      const std::string path = picture.lexically_relative(folder).generic_string();
      m_paths.emplace(path, index);
      add(name, index);
      if (stem != name) add(stem, index);
    }
  }

  int find(std::string name) const {
    std::ranges::replace(name, '\\', '/');
    if (name.starts_with("./")) name.erase(0, 2);
    if (const auto found = m_paths.find(name); found != m_paths.end()) return found->second;
    const auto found = m_names.find(name);
    return found == m_names.end() ? kNone : found->second;
  }

private:
  void add(const std::string& name, int index) {
    const auto [known, isNew] = m_names.emplace(name, index);
    if (!isNew && known->second != index) known->second = kNone;
  }

  std::unordered_map<std::string, int> m_paths;
  std::unordered_map<std::string, int> m_names;  ///< kNone: several
};

class LabelTable {
public:
  LabelTable(const fs::path& file, const std::vector<fs::path>& pictures)
      : m_file(file),
        m_pictures(pictures),
        m_finder(file.parent_path(), pictures),
        m_lineOf(pictures.size()) {
    constexpr std::size_t kLargest = std::size_t{64} << 20;
    m_bytes = readFile(file, kLargest);
    m_text = withoutMark({m_bytes.data(), m_bytes.size()});
    if (!isUtf8(m_text)) throw Error(file.string() + ": expected text in UTF-8.");
    m_separator = separatorOf(m_text.substr(0, m_text.find('\n')));
    findColumns();
  }

  PictureLabels read() {
    std::string_view rest = m_text;
    for (int number = 1; !rest.empty(); ++number) take(nextLine(rest), number);
    m_found.unlisted = static_cast<int>(std::ranges::count(m_lineOf, 0));
    return std::move(m_found);
  }

private:
  static std::string_view nextLine(std::string_view& rest) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return line;
  }

  /// What the first lines have in one of the two columns.
  struct Column {
    int names = 0;  ///< of pictures, as files are called
    int found = 0;  ///< pictures
    bool foundFirst = false;
  };

  Column lookAt(std::size_t column) const {
    constexpr int kLooked = 100;
    Column seen;
    std::string_view rest = m_text;
    for (int i = 0; i < kLooked && !rest.empty(); ++i) {
      const auto fields = fieldsOf(nextLine(rest), m_separator);
      if (column >= fields.size()) continue;
      const bool found = m_finder.find(fields[column]) != PictureFinder::kNone;
      seen.names += isPictureName(fields[column]) ? 1 : 0;
      seen.found += found ? 1 : 0;
      if (i == 0) seen.foundFirst = found;
    }
    return seen;
  }

  /// Where files' names are, else where pictures are found: labels may be called as pictures are.
  void findColumns() {
    const std::array columns = {lookAt(0), lookAt(1)};
    const bool names = columns[0].names + columns[1].names > 0;
    const bool second =
        names ? columns[1].names > columns[0].names : columns[1].found > columns[0].found;
    m_nameColumn = second ? 1 : 0;
    const Column& chosen = columns[m_nameColumn];
    if (chosen.found == 0)
      throw Error(m_file.string() +
                  " names no picture that is beside it: expected a line for each, with file name "
                  "and label.");
    m_header = !chosen.foundFirst;
  }

  void take(std::string_view line, int number) {
    const auto fields = fieldsOf(line, m_separator);
    if (fields.size() == 1 && fields[0].empty()) return;
    if (number == 1 && m_header) return;
    const std::string where = m_file.string() + ", line " + std::to_string(number);
    if (fields.size() < 2 || fields[1 - m_nameColumn].empty() || fields[m_nameColumn].empty())
      throw Error(where + ": expected a file name and a label.");
    const int index = m_finder.find(fields[m_nameColumn]);
    if (index == PictureFinder::kNone) {
      if (m_found.missing++ == 0) m_found.firstMissing = fields[m_nameColumn];
      return;
    }
    const std::string& label = fields[1 - m_nameColumn];
    int& before = m_lineOf[static_cast<std::size_t>(index)];
    if (before > 0) {
      const std::string& other = m_found.lines[static_cast<std::size_t>(before) - 1].label;
      if (other != label)
        throw Error(where + ": " + fields[m_nameColumn] + " is " + label +
                    " here, but further up it is " + other + ".");
      return;
    }
    m_found.lines.push_back({m_pictures[static_cast<std::size_t>(index)], label});
    before = static_cast<int>(m_found.lines.size());
  }

  fs::path m_file;
  const std::vector<fs::path>& m_pictures;
  PictureFinder m_finder;
  std::vector<int> m_lineOf;  ///< by picture: 1, 2, … in m_found; 0: none
  std::vector<char> m_bytes;
  std::string_view m_text;
  char m_separator = ',';
  std::size_t m_nameColumn = 0;
  bool m_header = false;
  PictureLabels m_found;
};

}  // namespace

PictureLabels readPictureLabels(const fs::path& table, const std::vector<fs::path>& pictures) {
  return LabelTable(table, pictures).read();
}

}  // namespace inkling
