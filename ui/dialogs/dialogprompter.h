// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/prompter.h"

#include <QCoreApplication>

class QFileDialog;

namespace inkling::ui {

/// Asks with dialogs of the desktop over `window`.
class DialogPrompter final : public Prompter {
  Q_DECLARE_TR_FUNCTIONS(DialogPrompter)
public:
  explicit DialogPrompter(QWidget* window) : m_window(window) {}

  void ask(Question question, std::function<void(Answer)> answered) override;
  void chooseFile(File file, const QString& suggestion,
                  std::function<void(const QString&)> chosen) override;
  void chooseOne(const QString& sentence, const QStringList& titles,
                 std::function<void(int)> chosen) override;

private:
  struct Words {
    QString text, more, go;
  };

  static Words wordsFor(Question question);
  static void describe(File file, QFileDialog& dialog);

  QWidget* m_window;
};

}  // namespace inkling::ui
