// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/data/datasurvey.h"

#include "ui/session/session.h"

namespace inkling::ui {

namespace {

DataFiguresPtr makeFigures(const Split& split, int classes, const std::atomic<bool>& cancel) {
  auto made = std::make_shared<DataFigures>();
  made->parts = {split.train, split.validation, split.test};
  for (std::size_t i = 0; i < made->parts.size(); ++i) {
    if (cancel) return nullptr;
    made->statistics[i] = dataStatistics(made->parts[i], classes);
  }
  DataView learnt = split.train;
  learnt.indices.insert(learnt.indices.end(), split.validation.indices.begin(),
                        split.validation.indices.end());
  made->learnt = dataStatistics(learnt, classes);
  if (cancel) return nullptr;
  made->duplicates = duplicates(made->parts);
  return made;
}

}  // namespace

DataSurvey::DataSurvey(Session& session, QObject* parent) : QObject(parent), m_session(session) {
  connect(&session, &Session::splitChanged, this, [this] {
    m_stale = true;
    m_figures.reset();
    m_work.cancel();
    emit changed();
    survey();
  });
}

void DataSurvey::setActive(bool active) {
  m_active = active;
  survey();
}

void DataSurvey::survey() {
  if (!m_active || !m_stale || !m_session.data()) return;
  m_stale = false;
  m_work.start([split = m_session.split(), classes = m_session.data()->classes()](
                   const std::atomic<bool>& cancel) { return makeFigures(split, classes, cancel); },
               [this](const DataFiguresPtr& made) {
                 m_figures = made;
                 emit changed();
               },
               [this](const QString& sentence) { emit failed(sentence); });
}

}  // namespace inkling::ui
