// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/personalset.h"

#include <QObject>

#include <filesystem>
#include <functional>
#include <vector>

namespace inkling::ui {

/// The user's own digits, with undo: what was corrected on the canvas, kept in a file.
class PersonalDigits final : public QObject {
  Q_OBJECT
  Q_DISABLE_COPY_MOVE(PersonalDigits)
public:
  explicit PersonalDigits(std::filesystem::path file, QObject* parent = nullptr);

  const std::vector<PersonalDigit>& digits() const { return m_set.digits(); }
  const PersonalDigit* find(long id) const { return m_set.find(id); }

  /// Reads what is there; unreadable() or failed() say if something is wrong with
  /// it.
  void load();
  /// Its id, 0 if it could not be kept (then failed() has said why).
  long keep(const Ink& ink, const Glyph& glyph, int label);
  void relabel(const std::vector<long>& ids, int label);
  void remove(const std::vector<long>& ids);
  bool canUndo() const { return !m_undo.empty(); }
  void undo();  ///< the last of the above

signals:
  void changed();
  void failed(const QString& sentence);
  void unreadable(const QString& sentence);  ///< load() cannot even look

private:
  bool attempt(const std::function<void()>& change);

  PersonalSet m_set;
  std::vector<std::function<void()>> m_undo;
};

}  // namespace inkling::ui
