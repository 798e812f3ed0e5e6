// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/canvas/inkeditor.h"

#include "ui/widgets/canvas/inkgeometry.h"

#include <utility>

namespace inkling::ui {
namespace {

constexpr float kNearest = 1.0F / 2000;

}  // namespace

void InkEditor::remember() {
  m_undo.push_back(m_now);
  m_redo.clear();
}

void InkEditor::beginStroke(const InkPoint& point) {
  remember();
  m_now.glyph.reset();
  m_now.ink.push_back({{point}});
  m_drawing = true;
}

bool InkEditor::extendStroke(const InkPoint& point) {
  if (!m_drawing) return false;
  auto& points = m_now.ink.back().points;
  if (distance(points.back(), point) < kNearest) return false;
  points.push_back(point);
  return true;
}

void InkEditor::endStroke() { m_drawing = false; }

void InkEditor::beginErase() {
  m_drawing = false;
  m_eraseRemembered = false;
}

bool InkEditor::eraseAlong(const InkPoint& a, const InkPoint& b, float radius) {
  State next = m_now;
  std::erase_if(next.ink, [&](const Stroke& stroke) { return touches(stroke, a, b, radius); });
  const bool onGlyph = next.glyph.has_value();
  if (onGlyph) next.glyph.reset();
  if (!onGlyph && next.ink.size() == m_now.ink.size()) return false;
  if (!m_eraseRemembered) remember();
  m_eraseRemembered = true;
  m_now = std::move(next);
  return true;
}

void InkEditor::replace(Ink ink) {
  endStroke();
  remember();
  m_now = {std::move(ink), std::nullopt};
}

void InkEditor::replace(const Glyph& glyph) {
  endStroke();
  remember();
  m_now = {{}, glyph};
}

void InkEditor::clear() {
  if (isEmpty()) return;
  endStroke();
  remember();
  m_now = {};
}

void InkEditor::undo() {
  if (m_undo.empty()) return;
  endStroke();
  m_redo.push_back(std::exchange(m_now, std::move(m_undo.back())));
  m_undo.pop_back();
}

void InkEditor::redo() {
  if (m_redo.empty()) return;
  endStroke();
  m_undo.push_back(std::exchange(m_now, std::move(m_redo.back())));
  m_redo.pop_back();
}

}  // namespace inkling::ui
