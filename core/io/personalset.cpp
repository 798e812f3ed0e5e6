// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/personalset.h"

#include "core/base/error.h"
#include "core/base/readfile.h"
#include "core/io/atomicfile.h"
#include "core/io/filelock.h"
#include "core/io/personalline.h"

#include <algorithm>
#include <ctime>

namespace inkling {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaximumBytes = 256U << 20;

std::string now() {
  const std::time_t time = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&time, &parts);
  char text[40];
  std::strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S", &parts);
  return text;
}

bool isThere(const fs::path& file) {
  std::error_code error;
  return fs::exists(file, error);
}

fs::file_time_type timeOf(const fs::path& file) {
  std::error_code error;
  const auto time = fs::last_write_time(file, error);
  return error ? fs::file_time_type() : time;
}

fs::path beside(const fs::path& file, const std::string& suffix) {
  return file.parent_path() / (file.stem().string() + suffix);
}

/// What could be read, and what was wrong with the first line that could not.
struct Lines {
  std::vector<PersonalDigit> digits;
  long lastId = 0;
  std::string damage;
};

Lines parse(const std::string& text, const std::string& source) {
  Lines lines;
  bool headed = false;
  int number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, end - begin);
    const std::string place = "line " + std::to_string(++number);
    begin = end + 1;
    try {
      if (number == 1 && isPersonalHeader(line, source)) {
        lines.lastId = personalHeaderLastId(line);
        headed = true;
      } else {
        lines.digits.push_back(parsePersonalLine(line, place));
        lines.lastId = std::max(lines.lastId, lines.digits.back().id);
      }
    } catch (const DamagedLine& damage) {
      if (lines.damage.empty()) lines.damage = damage.what();
    }
  }
  if (!headed && lines.damage.empty()) lines.damage = "the first line is missing";
  return lines;
}

}  // namespace

const PersonalDigit* PersonalSet::find(long id) const {
  const auto found = std::find_if(m_digits.begin(), m_digits.end(),
                                  [id](const PersonalDigit& digit) { return digit.id == id; });
  return found == m_digits.end() ? nullptr : &*found;
}

void PersonalSet::load() {
  change([] { return false; });
}

template <typename Change>
void PersonalSet::change(const Change& change) {
  std::error_code error;
  if (!m_file.parent_path().empty()) fs::create_directories(m_file.parent_path(), error);
  if (error)
    throw Error("Cannot create the folder " + m_file.parent_path().string() + ": " +
                error.message() + ".");
  const FileLock lock = FileLock::wait(beside(m_file, ".lock"));
  read();
  if (change()) write();
}

void PersonalSet::read() {
  if (!isThere(m_file)) {
    m_digits.clear();
    return;
  }
  if (m_seen != fs::file_time_type() && timeOf(m_file) == m_seen) return;
  const std::vector<char> bytes = readFile(m_file, kMaximumBytes);
  Lines lines = parse(std::string(bytes.begin(), bytes.end()), m_file.string());
  m_seen = timeOf(m_file);
  m_digits = std::move(lines.digits);
  m_lastId = std::max(m_lastId, lines.lastId);
  if (!lines.damage.empty()) keepAside(lines.damage);
}

void PersonalSet::keepAside(const std::string& reason) {
  fs::path aside;
  for (int i = 1; aside.empty() || isThere(aside); ++i)
    aside = beside(m_file, "-damaged-" + std::to_string(i) + m_file.extension().string());
  std::error_code error;
  fs::rename(m_file, aside, error);
  if (error)
    throw Error("Your digits in " + m_file.string() + " are damaged (" + reason +
                "), and the file cannot be renamed: " + error.message() + ".");
  m_problem = "Your digits in " + m_file.string() + " are damaged (" + reason +
              "). The file is kept as " + aside.filename().string() + "; the " +
              std::to_string(m_digits.size()) + " digits that could be read are still here.";
  write();
}

void PersonalSet::write() {
  std::string text = personalHeader(m_lastId);
  for (const PersonalDigit& digit : m_digits) text += personalLine(digit);
  writeFileAtomically(m_file, text);
  m_seen = timeOf(m_file);
}

long PersonalSet::add(PersonalDigit digit) {
  change([&] {
    digit.id = ++m_lastId;
    digit.date = now();
    m_digits.push_back(std::move(digit));
    return true;
  });
  return m_lastId;
}

void PersonalSet::relabel(long id, int label) {
  change([&] {
    for (PersonalDigit& digit : m_digits)
      if (digit.id == id) digit.label = label;
    return true;
  });
}

void PersonalSet::remove(std::span<const long> ids) {
  change([&] {
    std::erase_if(m_digits, [ids](const PersonalDigit& digit) {
      return std::find(ids.begin(), ids.end(), digit.id) != ids.end();
    });
    return true;
  });
}

void PersonalSet::restore(std::span<const PersonalDigit> digits) {
  change([&] {
    for (const PersonalDigit& digit : digits)
      if (find(digit.id) == nullptr) m_digits.push_back(digit);
    std::sort(m_digits.begin(), m_digits.end(),
              [](const PersonalDigit& a, const PersonalDigit& b) { return a.id < b.id; });
    return true;
  });
}

}  // namespace inkling
