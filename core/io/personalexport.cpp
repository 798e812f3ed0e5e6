// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/data/idxfolder.h"
#include "core/ink/strokefile.h"
#include "core/io/atomicfile.h"
#include "core/io/personalset.h"

namespace inkling {
namespace {

constexpr float kStrokeUnits = 1000;

// A magic number, the extents (big-endian), then the values.
std::string idxHead(std::initializer_list<std::size_t> extents) {
  std::string head{'\0', '\0', '\x08', static_cast<char>(extents.size())};
  for (const std::size_t extent : extents)
    for (int shift = 24; shift >= 0; shift -= 8) head += static_cast<char>((extent >> shift) & 255);
  return head;
}

struct Half {
  std::string images;
  std::string labels;
};

Half halfOf(const std::vector<const PersonalDigit*>& digits) {
  Half half{idxHead({digits.size(), 28, 28}), idxHead({digits.size()})};
  for (const PersonalDigit* digit : digits) {
    half.images.append(digit->glyph.begin(), digit->glyph.end());
    half.labels += static_cast<char>(digit->label);
  }
  return half;
}

}  // namespace

void exportIdx(const std::filesystem::path& folder, std::span<const PersonalDigit> digits) {
  if (digits.empty()) throw Error("There are no digits to export.");
  if (hasAnyIdxFile(folder))
    throw Error("There is a data set in " + folder.string() + " already: choose another folder.");
  std::vector<const PersonalDigit*> learnt;
  std::vector<const PersonalDigit*> heldOut;
  for (const PersonalDigit& digit : digits) (digit.heldOut() ? heldOut : learnt).push_back(&digit);
  if (learnt.empty()) learnt = heldOut;
  if (heldOut.empty()) heldOut = learnt;
  makeFolder(folder);
  const Half train = halfOf(learnt);
  const Half test = halfOf(heldOut);
  writeFilesAtomically({{folder / "train-images-idx3-ubyte", train.images},
                        {folder / "train-labels-idx1-ubyte", train.labels},
                        {folder / "t10k-images-idx3-ubyte", test.images},
                        {folder / "t10k-labels-idx1-ubyte", test.labels}});
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
