// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/partname.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace inkling {
namespace {

using Part = PartName::Part;
using Kind = PartName::Kind;

struct PartWord {
  std::string_view word;
  Part part;
};
constexpr std::array kPartWords = {
    PartWord{"train", Part::Train},      PartWord{"training", Part::Train},
    PartWord{"tr", Part::Train},         PartWord{"test", Part::Test},
    PartWord{"testing", Part::Test},     PartWord{"t10k", Part::Test},
    PartWord{"te", Part::Test},          PartWord{"val", Part::Validation},
    PartWord{"valid", Part::Validation}, PartWord{"validation", Part::Validation},
    PartWord{"dev", Part::Validation}};

struct KindWord {
  std::string_view word;
  Kind kind;
};
// In order of rank.
constexpr std::array kKindWords = {
    KindWord{"x", Kind::Images},      KindWord{"images", Kind::Images},
    KindWord{"image", Kind::Images},  KindWord{"imgs", Kind::Images},
    KindWord{"img", Kind::Images},    KindWord{"pixels", Kind::Images},
    KindWord{"data", Kind::Images},   KindWord{"features", Kind::Images},
    KindWord{"inputs", Kind::Images}, KindWord{"y", Kind::Labels},
    KindWord{"labels", Kind::Labels}, KindWord{"label", Kind::Labels},
    KindWord{"lbls", Kind::Labels},   KindWord{"targets", Kind::Labels},
    KindWord{"target", Kind::Labels}, KindWord{"classes", Kind::Labels}};

constexpr std::array<std::string_view, 6> kEndings = {"npy", "npz", "csv", "tsv", "txt", "gz"};

bool isCapital(char c) { return c >= 'A' && c <= 'Z'; }
bool isSmall(char c) { return c >= 'a' && c <= 'z'; }

std::vector<std::string> wordsOf(std::string_view name) {
  std::vector<std::string> words(1);
  char before = '\0';
  for (const char c : name) {
    const bool between = c == '-' || c == '_' || c == '.' || c == '/' || c == ' ';
    if ((between || (isCapital(c) && isSmall(before))) && !words.back().empty())
      words.emplace_back();
    if (!between) words.back() += isCapital(c) ? static_cast<char>(c - 'A' + 'a') : c;
    before = c;
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

const PartWord* partWord(std::string_view word) {
  const auto found = std::ranges::find(kPartWords, word, &PartWord::word);
  return found == kPartWords.end() ? nullptr : &*found;
}

const KindWord* kindWord(std::string_view word) {
  const auto found = std::ranges::find(kKindWords, word, &KindWord::word);
  return found == kKindWords.end() ? nullptr : &*found;
}

void setKind(PartName& name, const KindWord& word) {
  name.kind = word.kind;
  name.rank = static_cast<int>(&word - kKindWords.data());
}

/// Whether the word, or both halves of it, say something.
bool take(PartName& name, std::string_view word) {
  if (const PartWord* part = partWord(word)) {
    name.part = part->part;
    return true;
  }
  if (const KindWord* kind = kindWord(word)) {
    setKind(name, *kind);
    return true;
  }
  for (std::size_t at = 1; at < word.size(); ++at) {
    const PartWord* part = partWord(word.substr(0, at));
    const KindWord* kind = kindWord(word.substr(part ? at : 0, part ? word.npos : at));
    if (!part) part = partWord(word.substr(at));
    if (!part || !kind) continue;
    name.part = part->part;
    setKind(name, *kind);
    return true;
  }
  return false;
}

}  // namespace

PartName partNameOf(std::string_view text) {
  PartName name;
  std::vector<std::string> words = wordsOf(text);
  while (words.size() > 1 && std::ranges::find(kEndings, words.back()) != kEndings.end() &&
         text.find('.') != std::string_view::npos)
    words.pop_back();
  if (words == std::vector<std::string>{"arr", "0"}) return {"", Part::Unsaid, Kind::Images, 0};
  if (words == std::vector<std::string>{"arr", "1"}) return {"", Part::Unsaid, Kind::Labels, 0};
  const bool names = std::ranges::find(words, "names") != words.end();
  for (const std::string& word : words)
    if (word != "names" && !take(name, word)) name.stem += (name.stem.empty() ? "" : "-") + word;
  if (names) {
    name.kind = Kind::ClassNames;
    if (name.stem == "class") name.stem.clear();
  }
  return name;
}

}  // namespace inkling
