// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/personalset.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/readfile.h"
#include "core/base/xxhash64.h"
#include "core/io/atomicfile.h"
#include "core/io/filelock.h"
#include "core/io/personalline.h"

#include <algorithm>
#include <ctime>
#include <unistd.h>

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

std::uint64_t hashOf(std::span<const char> bytes) {
  return xxHash64({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
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
        headed = true;
        lines.lastId = personalHeaderLastId(line, place);
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
  const auto found = std::ranges::find(m_contents.digits, id, &PersonalDigit::id);
  return found == m_contents.digits.end() ? nullptr : &*found;
}

void PersonalSet::load() {
  if (!isThere(m_file) || ::access(m_file.parent_path().c_str(), W_OK) != 0) return read();
  change([](Contents&) { return false; });
}

template <typename Change>
void PersonalSet::change(const Change& change) {
  if (!m_file.parent_path().empty()) makeFolder(m_file.parent_path());
  const FileLock lock = FileLock::wait(beside(m_file, ".lock"));
  read();
  Contents next = m_contents;
  if (change(next)) write(std::move(next));
}

void PersonalSet::read() {
  if (!isThere(m_file)) {
    m_contents.digits.clear();
    m_seen.reset();
    return;
  }
  const std::vector<char> bytes = readFile(m_file, kMaximumBytes);
  const std::uint64_t hash = hashOf(bytes);
  if (m_seen == hash) return;
  Lines lines = parse(std::string(bytes.begin(), bytes.end()), m_file.string());
  Contents contents{std::move(lines.digits), std::max(m_contents.lastId, lines.lastId)};
  if (!lines.damage.empty()) return keepAside(bytes, contents, lines.damage);
  m_contents = std::move(contents);
  m_seen = hash;
}

// The damaged file stays where it is until the new one is whole.
void PersonalSet::keepAside(std::span<const char> damaged, const Contents& readable,
                            const std::string& reason) {
  fs::path aside;
  for (int i = 1;; ++i) {
    aside = beside(m_file, "-damaged-" + std::to_string(i) + m_file.extension().string());
    // The copy of an earlier attempt, after which the new file could not be written.
    if (!isThere(aside) || std::ranges::equal(readFile(aside, kMaximumBytes), damaged)) break;
  }
  try {
    writeFileAtomically(aside, damaged);
    write(readable);
  } catch (const Error& failed) {
    throw Error("Your digits in " + m_file.string() + " are damaged (" + reason +
                "), and they cannot be saved anew. " + failed.what());
  }
  m_problem = "Your digits in " + m_file.string() + " are damaged (" + reason +
              "). The file is kept as " + aside.filename().string() + "; the " +
              std::to_string(digits().size()) + " digits that could be read are still here.";
}

void PersonalSet::write(Contents contents) {
  std::string text = personalHeader(contents.lastId);
  for (const PersonalDigit& digit : contents.digits) text += personalLine(digit);
  const auto take = [&] {
    m_contents = std::move(contents);
    m_seen = hashOf(text);
  };
  try {
    writeFileAtomically(m_file, text);
  } catch (const MayNotLast&) {
    take();
    throw;
  }
  take();
}

long PersonalSet::add(PersonalDigit digit) {
  change([&](Contents& contents) {
    if (contents.lastId >= kMostPersonalId)
      throw Error("There is no number left for a new digit in " + m_file.string() + ".");
    digit.id = ++contents.lastId;
    digit.date = now();
    contents.digits.push_back(std::move(digit));
    return true;
  });
  return m_contents.lastId;
}

void PersonalSet::relabel(long id, int label) {
  change([&](Contents& contents) {
    for (PersonalDigit& digit : contents.digits)
      if (digit.id == id) digit.label = label;
    return true;
  });
}

void PersonalSet::remove(std::span<const long> ids) {
  change([&](Contents& contents) {
    std::erase_if(contents.digits, [ids](const PersonalDigit& digit) {
      return std::ranges::find(ids, digit.id) != ids.end();
    });
    return true;
  });
}

void PersonalSet::restore(std::span<const PersonalDigit> digits) {
  change([&](Contents& contents) {
    for (const PersonalDigit& digit : digits)
      if (find(digit.id) == nullptr) contents.digits.push_back(digit);
    std::ranges::sort(contents.digits, {}, &PersonalDigit::id);
    return true;
  });
}

}  // namespace inkling
