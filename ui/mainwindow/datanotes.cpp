// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/datanotes.h"

#include "ui/mainwindow/messagebar.h"
#include "ui/pages/data/problemlist.h"
#include "ui/session/sentences.h"
#include "ui/session/session.h"

#include <utility>

namespace inkling::ui {

DataNotes::DataNotes(Session& session, MessageBar& messages, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_messages(messages) {
  connect(&session, &Session::splitChanged, this, &DataNotes::noteProblems);
  connect(&session, &Session::dataChanged, this, &DataNotes::noteLoading);
  connect(&session, &Session::loadingWentOn, this, &DataNotes::noteLoading);
  connect(&session.training(), &Training::started, this, &DataNotes::noteStart);
}

/// Not at once: most sets are there before anybody has read a sentence.
void DataNotes::noteLoading() {
  if (!m_session.loading()) {
    m_loadingTime.invalidate();
    m_messages.end(MessageBar::Kind::Work);
    return;
  }
  constexpr int kPatience = 400;  // ms
  if (!m_loadingTime.isValid()) m_loadingTime.start();
  if (m_loadingTime.elapsed() < kPatience) return;
  const int share = qRound(100 * m_session.loadingShare());
  m_messages.say(MessageBar::Kind::Work, tr("The data set is being loaded: %1 %").arg(share),
                 {tr("Cancel"), [this] { m_session.cancelLoading(); }});
}

void DataNotes::noteProblems() {
  m_messages.end(MessageBar::Kind::Work);
  if (std::exchange(m_noted, m_session.data()) == m_session.data()) return;
  const std::vector<DataProblem> problems = openProblems(m_session);
  if (problems.empty()) return m_messages.withdraw();
  QString sentence = problemSentence(problems.front());
  if (problems.size() > 1)
    sentence += QLatin1Char(' ') +
                tr("%n more on the page Data.", nullptr, static_cast<int>(problems.size()) - 1);
  m_messages.say(MessageBar::Kind::Note, sentence,
                 {mendingWords(problems.front()),
                  [this, first = problems.front()] { mendProblem(m_session, first); }});
}

void DataNotes::noteStart(bool fresh) {
  m_messages.settle();
  if (!fresh) return;
  QStringList sentences;
  for (const DataWarning& warning : m_session.loaded()->warnings)
    sentences << warningSentence(warning, m_session.data()->classNames);
  if (!sentences.isEmpty())
    m_messages.say(MessageBar::Kind::Note, sentences.join(QLatin1Char(' ')));
}

}  // namespace inkling::ui
