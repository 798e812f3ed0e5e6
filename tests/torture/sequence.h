// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/torture/asker.h"
#include "tests/torture/ledger.h"
#include "tests/torture/places.h"
#include "ui/session/session.h"

#include <QStringList>

#include <functional>
#include <memory>

namespace inkling::torture {

/// What a user might do with one session, drawn by seed: an act, time for what it starts, and a
/// look at everything that must hold.
class Sequence {
public:
  Sequence(const Places& places, std::uint64_t seed, const QString& folder, Deeds& deeds);
  ~Sequence();

  /// Does so many acts. What was broken, in sentences; empty: nothing.
  QStringList run(int acts);
  /// The acts so far, to be replayed by hand.
  const QStringList& log() const { return m_log; }

private:
  using Act = void (Sequence::*)();

  void open();
  void act();
  void letPass();
  bool waitFor(const char* what, const std::function<bool()>& condition);

  void toggle();
  void pause();
  void stepBatch();
  void stepEpoch();
  void stop();
  void rewind();
  void openFile();
  void save();
  void saveAs();
  void importFile();
  void keep();
  void keepNothing();
  void chooseRecipe();
  void chooseData();
  void steer();
  void answer();
  void close();
  void take(const std::shared_ptr<ModelFile>& file, const QString& path);

  std::uint64_t newSeed() { return m_seed * 1000 + static_cast<std::uint64_t>(++m_recipes); }
  QString newFile();

  const Places& m_places;
  std::uint64_t m_seed;
  QString m_folder;
  Deeds& m_deeds;
  Random m_random;
  QStringList m_log;
  QStringList m_saved;  ///< files of models
  int m_recipes = 0;
  int m_files = 0;
  bool m_closing = false;
  Asker m_asker;
  std::unique_ptr<ui::Session> m_session;
  std::unique_ptr<Ledger> m_ledger;
};

}  // namespace inkling::torture
