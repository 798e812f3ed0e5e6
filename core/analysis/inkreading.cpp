// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/inkreading.h"

#include "core/data/classnames.h"
#include "core/ink/grouping.h"
#include "core/ink/preparation.h"
#include "core/model/fits.h"

#include <utility>

namespace inkling {
namespace {

bool readsGlyphs(const ModelPtr& model) { return model && fits(model->network, kGlyphShape); }

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

const Reading& InkReader::Memory::read(std::span<const std::uint8_t> image) {
  const std::string key(image.begin(), image.end());
  const auto found = now.find(key);
  if (found != now.end()) return found->second;
  auto known = before.extract(key);
  if (known) return now.insert(std::move(known)).position->second;
  return now.emplace(key, readImage(*model, image)).first->second;
}

void InkReader::setModel(ModelPtr model) { m_reader.setModel(std::move(model)); }

void InkReader::setGrouper(ModelPtr model) { m_grouper.setModel(std::move(model)); }

bool InkReader::reads() const { return m_reader.model != nullptr; }

bool InkReader::readsNumbers() const { return reads() && areDigits(m_reader.model->classNames); }

std::vector<DigitReading> InkReader::read(const Ink& ink) {
  m_reader.forgetOld();
  m_grouper.forgetOld();
  std::vector<Ink> parts;
  if (readsNumbers() && m_options.fit) {
    const bool same = m_grouper.model == m_reader.model && readsGlyphs(m_reader.model);
    Memory& asked = same ? m_reader : m_grouper;
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
    Reading reading;
    if (const ModelPtr& model = m_reader.model)
      reading =
          m_reader.read(prepare(part, model->preparation, model->network.inputShape(), m_options));
    digits.push_back({std::move(part), glyph, std::move(reading)});
  }
  return digits;
}

DigitReading InkReader::read(const Glyph& glyph) {
  return {{}, glyph, reads() ? readGlyph(*m_reader.model, glyph) : Reading()};
}

}  // namespace inkling
