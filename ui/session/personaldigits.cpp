// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/personaldigits.h"

#include "core/base/error.h"
#include "core/io/atomicfile.h"

#include <utility>

namespace inkling::ui {

PersonalDigits::PersonalDigits(std::filesystem::path file, QObject* parent)
    : QObject(parent),
      m_set(std::move(file)) {}

bool PersonalDigits::attempt(const std::function<void()>& change) {
  const std::string before = m_set.problem();
  try {
    change();
  } catch (const MayNotLast& error) {
    emit failed(QString::fromUtf8(error.what()));
    emit changed();
    return false;
  } catch (const Error& error) {
    emit failed(QString::fromUtf8(error.what()));
    return false;
  }
  if (m_set.problem() != before) emit failed(QString::fromStdString(m_set.problem()));
  emit changed();
  return true;
}

void PersonalDigits::load() {
  try {
    m_set.load();
  } catch (const Error& error) {
    emit unreadable(QString::fromUtf8(error.what()));
    return;
  }
  if (!m_set.problem().empty()) emit failed(QString::fromStdString(m_set.problem()));
  emit changed();
}

long PersonalDigits::keep(const Ink& ink, const Glyph& glyph, int label) {
  long id = 0;
  const bool done = attempt([&] {
    id = m_set.add({.label = label, .ink = ink, .glyph = glyph});
    m_undo.emplace_back([this, id] { m_set.remove(std::vector<long>{id}); });
  });
  return done ? id : 0;
}

void PersonalDigits::relabel(const std::vector<long>& ids, int label) {
  attempt([&] {
    std::vector<std::pair<long, int>> before;
    for (const long id : ids) {
      const PersonalDigit* digit = m_set.find(id);
      if (digit == nullptr || digit->label == label) continue;
      before.emplace_back(id, digit->label);
    }
    if (before.empty()) return;
    for (const auto& [id, old] : before) m_set.relabel(id, label);
    m_undo.emplace_back([this, before] {
      for (const auto& [id, old] : before) m_set.relabel(id, old);
    });
  });
}

void PersonalDigits::remove(const std::vector<long>& ids) {
  attempt([&] {
    std::vector<PersonalDigit> gone;
    for (const long id : ids)
      if (const PersonalDigit* digit = m_set.find(id)) gone.push_back(*digit);
    if (gone.empty()) return;
    m_set.remove(ids);
    m_undo.emplace_back([this, gone] { m_set.restore(gone); });
  });
}

void PersonalDigits::undo() {
  if (m_undo.empty()) return;
  const auto last = std::move(m_undo.back());
  m_undo.pop_back();
  attempt(last);
}

}  // namespace inkling::ui
