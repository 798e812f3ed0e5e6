// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/inkreading.h"

#include "core/ink/grouping.h"
#include "core/model/fits.h"

#include <utility>

namespace inkling {
namespace {

constexpr int kDigits = 10;

bool readsGlyphs(const ModelPtr& model) { return model && fits(model->network, kGlyphShape); }

bool namesDigits(const std::vector<std::string>& names) {
  if (names.size() != kDigits) return false;
  for (int i = 0; i < kDigits; ++i)
    if (names[static_cast<std::size_t>(i)] != std::to_string(i)) return false;
  return true;
}

}  // namespace

void InkReader::Memory::setModel(ModelPtr other) {
  if (other == model) return;
  model = std::move(other);
  now.clear();
  before.clear();
}

void InkReader::Memory::forgetOld() {
  before = std::move(now);
  now.clear();
}

const Reading& InkReader::Memory::read(const Glyph& glyph) {
  const auto found = now.find(glyph);
  if (found != now.end()) return found->second;
  auto known = before.extract(glyph);
  if (known) return now.insert(std::move(known)).position->second;
  return now.emplace(glyph, readGlyph(*model, glyph)).first->second;
}

void InkReader::setModel(ModelPtr model) { m_reader.setModel(std::move(model)); }

void InkReader::setGrouper(ModelPtr model) { m_grouper.setModel(std::move(model)); }

bool InkReader::reads() const { return readsGlyphs(m_reader.model); }

bool InkReader::readsNumbers() const { return reads() && namesDigits(m_reader.model->classNames); }

std::vector<DigitReading> InkReader::read(const Ink& ink) {
  m_reader.forgetOld();
  m_grouper.forgetOld();
  std::vector<Ink> parts;
  if (readsNumbers() && m_options.fit) {
    Memory& asked = m_grouper.model == m_reader.model ? m_reader : m_grouper;
    const GlyphConfidence confidence = [&asked](const Glyph& glyph) {
      return asked.read(glyph).confidence;
    };
    const auto groups =
        readsGlyphs(m_grouper.model) ? groupStrokes(ink, confidence) : groupStrokes(ink);
    for (const StrokeGroup& group : groups) parts.push_back(selectStrokes(ink, group));
  } else if (!ink.empty()) {
    parts.push_back(ink);
  }
  std::vector<DigitReading> digits;
  for (Ink& part : parts) {
    const Glyph glyph = renderGlyph(part, m_options);
    if (isBlank(glyph)) continue;
    digits.push_back({std::move(part), glyph, reads() ? m_reader.read(glyph) : Reading()});
  }
  return digits;
}

DigitReading InkReader::read(const Glyph& glyph) {
  m_reader.forgetOld();
  return {{}, glyph, reads() ? m_reader.read(glyph) : Reading()};
}

}  // namespace inkling
