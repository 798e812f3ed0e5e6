// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/torture/places.h"
#include "ui/dialogs/dialogprompter.h"

#include <QPointer>
#include <QWidget>

namespace inkling::torture {

/// Asks with the real boxes; files are chosen by chance, of any kind, some in a dialog that stays
/// open for a while.
class MonkeyPrompter final : public ui::Prompter {
public:
  MonkeyPrompter(const Places& places, Random& random) : m_places(places), m_random(random) {}

  void setWindow(QWidget* window);
  void ask(Question question, std::function<void(Answer)> answered) override;
  void chooseFile(File file, const QString& suggestion,
                  std::function<void(const QString&)> chosen) override;

  void chooseOne(const QString& sentence, const QStringList& titles,
                 std::function<void(int)> chosen) override;

  /// A file or folder to be opened.
  static QString anything(const Places& places, Random& random);

private:
  QString fileFor(File file, const QString& suggestion);

  const Places& m_places;
  Random& m_random;
  QPointer<QWidget> m_window;
  std::unique_ptr<ui::DialogPrompter> m_boxes;
};

}  // namespace inkling::torture
