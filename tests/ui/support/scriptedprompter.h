// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/prompter.h"

#include <QList>
#include <QString>

namespace inkling::test {

/// Answers at once what the test has laid down, and keeps what it was asked.
class ScriptedPrompter final : public ui::Prompter {
public:
  void ask(Question question, std::function<void(Answer)> answered) override {
    asked << question;
    answered(answer);
  }
  void chooseFile(File file, const QString& suggestion,
                  std::function<void(const QString&)> chosen) override {
    files << file;
    suggested = suggestion;
    chosen(path);
  }

  Answer answer = Answer::Cancel;
  QString path;  ///< the file that is "chosen"
  QList<Question> asked;
  QList<File> files;
  QString suggested;
};

}  // namespace inkling::test
