// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/strokeset.h"

#include "core/base/error.h"
#include "core/base/grouped.h"
#include "core/base/readfile.h"
#include "core/data/classnames.h"
#include "core/ink/strokefile.h"
#include "core/io/personalline.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace inkling {
namespace {

constexpr int kStrokeClasses = 10;

std::string firstLineOf(const std::vector<char>& head) {
  return {head.begin(), std::ranges::find(head, '\n')};
}

/// "7 source writer 100 2 …": a line of a stroke file, as far as it is at hand.
bool beginsAsStrokes(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const auto word = [&] {
    text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
    const std::string_view found = text.substr(0, text.find_first_of(kBlanks));
    text.remove_prefix(found.size());
    return found;
  };
  const auto isNumber = [](std::string_view found) {
    int value = 0;
    const auto [end, error] = std::from_chars(found.data(), found.data() + found.size(), value);
    return error == std::errc() && end == found.data() + found.size() && value > 0;
  };
  const std::string_view label = word();
  if (label.size() != 1 || label[0] < '0' || label[0] > '9') return false;
  word();                      // the source
  word();                      // the writer
  for (int i = 0; i < 3; ++i)  // points a second, strokes, points of the first one
    if (!isNumber(word())) return false;
  return true;
}

Dataset emptySet() {
  Dataset set;
  set.width = kGlyphShape.width;
  set.height = kGlyphShape.height;
  return set;
}

void add(Dataset& set, const Glyph& glyph, int label) {
  set.pixels.insert(set.pixels.end(), glyph.begin(), glyph.end());
  set.labels.push_back(static_cast<Label>(label));
}

/// Like every data set, as a whole or not at all: what repairs the file is PersonalSet.
void readPersonal(const std::filesystem::path& file, FoundData& found, const DataReading& reading) {
  constexpr std::size_t kLargest = std::size_t{256} << 20;
  const std::vector<char> bytes = readFile(file, kLargest);
  const std::string_view text(bytes.data(), bytes.size());
  int number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    reading.proceed(static_cast<double>(begin) / static_cast<double>(text.size()));
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line(text.substr(begin, end - begin));
    begin = end + 1;
    if (++number == 1 && isPersonalHeader(line, file.string())) continue;
    try {
      const PersonalDigit digit =
          parsePersonalLine(line, file.string() + ", line " + std::to_string(number));
      add(digit.heldOut() ? found.test : found.train, digit.glyph, digit.label);
    } catch (const DamagedLine& damaged) {
      throw Error(std::string(damaged.what()) + ".");
    }
  }
  if (found.train.count() == 0) std::swap(found.train, found.test);
}

void readPen(const std::filesystem::path& file, FoundData& found, const DataReading& reading) {
  StrokeReader reader(file);
  while (const auto digit = reader.next()) {
    reading.proceed(0);  // how many there are shows at the end
    if (found.train.labels.size() == kMostPenDigits)
      throw Error(file.string() + ": expected at most " + grouped(kMostPenDigits) +
                  " digits, found more.");
    add(found.train, renderGlyph(digit->ink), digit->label);
  }
}

}  // namespace

bool recognisesStrokes(const DataPlace& place) {
  if (place.folder) return false;
  const std::string line = firstLineOf(place.head);
  return isPersonalHeader(line, place.path.string()) ||
         beginsAsStrokes({place.head.data(), place.head.size()});
}

std::vector<DataChoice> strokeChoices(const DataPlace&) { return {}; }

FoundData readStrokes(const DataPlace& place, const DataReading& reading) {
  FoundData found;
  found.train = found.test = emptySet();
  found.classNames = numberNames(kStrokeClasses);
  if (isPersonalHeader(firstLineOf(place.head), place.path.string()))
    readPersonal(place.path, found, reading);
  else
    readPen(place.path, found, reading);
  return found;
}

}  // namespace inkling
