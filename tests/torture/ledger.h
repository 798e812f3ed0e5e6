// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/torture/asker.h"
#include "ui/session/session.h"

#include <QMap>
#include <QObject>
#include <QSet>
#include <QStringList>

namespace inkling::torture {

/// What has happened, so that a quiet program is not taken for a thorough one.
struct Deeds {
  int runs = 0;
  int finished = 0;
  int saved = 0;
  int documents = 0;
  int refusals = 0;
};

/// Watches a session and says what does not hold of it.
class Ledger final : public QObject {
  Q_OBJECT
  Q_DISABLE_COPY_MOVE(Ledger)
public:
  Ledger(ui::Session& session, const Asker& asker, Deeds& deeds);

  /// Looks at everything that must hold between two events.
  void check();
  /// The model in use may be written to that file from now on.
  void allow(const QString& path) { m_owners[path] = m_session.document().number(); }
  void broken(const QString& sentence) { m_broken << sentence; }
  const QStringList& broken() const { return m_broken; }
  /// The last words of the session.
  const QString& lastFailure() const { return m_lastFailure; }

private:
  void checkModel();
  void checkRun();
  void checkData();
  void checkFile();
  void follow();
  void checkSaved(const QString& path);
  void expect(bool holds, const char* sentence);

  ui::Session& m_session;
  const Asker& m_asker;
  Deeds& m_deeds;
  QStringList m_broken;
  QString m_lastFailure;
  ui::UsedModel m_used;  ///< as it was last seen
  int m_number = 0;
  bool m_silent = false;             ///< the run has not yet shown its model
  int m_asked = 0;                   ///< questions before this document
  QMap<int, QSet<quint64>> m_seeds;  ///< of the models of a document
  QMap<QString, int> m_owners;       ///< the document that may write the file
};

}  // namespace inkling::torture
