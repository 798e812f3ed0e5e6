// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/prompter.h"

#include <QList>
#include <QMap>
#include <QString>

#include <deque>
#include <utility>

namespace inkling::test {

/// Answers at once what the test has laid down, or later, while the world changes; keeps what it
/// was asked.
class ScriptedPrompter final : public ui::Prompter {
public:
  void ask(Question question, std::function<void(Answer)> answered) override {
    asked << question;
    if (later)
      m_questions.push_back(std::move(answered));
    else
      answered(answers.value(question, answer));
  }
  void chooseFile(File file, const QString& suggestion,
                  std::function<void(const QString&)> chosen) override {
    files << file;
    suggested = suggestion;
    if (later)
      m_choices.push_back(std::move(chosen));
    else
      chosen(path);
  }

  void chooseOne(const QString& sentence, const QStringList& titles,
                 std::function<void(int)> chosen) override {
    offeredFor = sentence;
    offered = titles;
    chosen(one);
  }

  bool isAsking() const { return !m_questions.empty(); }
  bool isChoosing() const { return !m_choices.empty(); }
  /// The answer to the oldest open question.
  void answerNow(Answer given) {
    const auto answered = std::move(m_questions.front());
    m_questions.pop_front();
    answered(given);
  }
  void chooseNow(const QString& given) {
    const auto chosen = std::move(m_choices.front());
    m_choices.pop_front();
    chosen(given);
  }

  Answer answer = Answer::Cancel;
  /// What is answered differently. Rewind is pressed in many tests that are about something else.
  QMap<Question, Answer> answers{{Question::RewindUnsaved, Answer::Go}};
  bool later = false;  ///< questions stay open until answerNow(), chooseNow()
  QString path;        ///< the file that is "chosen"
  QList<Question> asked;
  QList<File> files;
  QString suggested;
  int one = -1;  ///< which of several is "chosen"
  QString offeredFor;
  QStringList offered;

private:
  std::deque<std::function<void(Answer)>> m_questions;
  std::deque<std::function<void(const QString&)>> m_choices;
};

}  // namespace inkling::test
