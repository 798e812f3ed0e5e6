// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/error.h"
#include "core/data/classnames.h"
#include "core/ink/strokefile.h"
#include "core/io/atomicfile.h"
#include "core/io/dataexport.h"
#include "core/io/personalset.h"

namespace inkling {
namespace {

constexpr float kStrokeUnits = 1000;
constexpr int kDigitClasses = 10;

std::shared_ptr<const Dataset> setOf(const std::vector<const PersonalDigit*>& digits) {
  auto set = std::make_shared<Dataset>();
  set->width = kGlyphShape.width;
  set->height = kGlyphShape.height;
  set->classes = kDigitClasses;
  for (const PersonalDigit* digit : digits) {
    set->pixels.insert(set->pixels.end(), digit->glyph.begin(), digit->glyph.end());
    set->labels.push_back(static_cast<Label>(digit->label));
  }
  return set;
}

}  // namespace

void exportIdx(const std::filesystem::path& folder, std::span<const PersonalDigit> digits) {
  if (digits.empty()) throw Error("There are no digits to export.");
  std::vector<const PersonalDigit*> learnt;
  std::vector<const PersonalDigit*> heldOut;
  for (const PersonalDigit& digit : digits) (digit.heldOut() ? heldOut : learnt).push_back(&digit);
  if (learnt.empty()) learnt = heldOut;
  if (heldOut.empty()) heldOut = learnt;
  DataSource source;
  source.classNames = numberNames(kDigitClasses);
  source.train = setOf(learnt);
  source.test = setOf(heldOut);
  exportIdxFolder(source, folder);
}

int exportStrokes(const std::filesystem::path& file, std::span<const PersonalDigit> digits) {
  std::string text;
  int leftOut = 0;
  for (const PersonalDigit& digit : digits) {
    if (digit.ink.empty()) {
      ++leftOut;
      continue;
    }
    PenDigit pen{digit.label, "inkling", "me", 100, digit.ink};
    for (Stroke& stroke : pen.ink) {
      for (InkPoint& p : stroke.points) {
        p.x *= kStrokeUnits;
        p.y *= kStrokeUnits;
      }
    }
    text += strokeLine(pen);
  }
  if (text.empty()) throw Error("There are no digits with strokes to export.");
  writeFileAtomically(file, text);
  return leftOut;
}

}  // namespace inkling
