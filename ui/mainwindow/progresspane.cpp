// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/progresspane.h"

#include "ui/session/sentences.h"
#include "ui/session/session.h"
#include "ui/widgets/elidedlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>

#include <algorithm>

namespace inkling::ui {

namespace {

constexpr int kParts = 1000;

}  // namespace

ProgressPane::ProgressPane(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_bar(new QProgressBar(this)),
      m_epoch(new QLabel(this)),
      m_speed(new ElidedLabel(this)) {
  setObjectName(QStringLiteral("progressPane"));
  m_bar->setObjectName(QStringLiteral("progressBar"));
  m_bar->setRange(0, kParts);
  m_bar->setTextVisible(false);
  m_bar->setMinimumWidth(80);
  m_epoch->setObjectName(QStringLiteral("progressEpoch"));
  m_speed->setObjectName(QStringLiteral("progressSpeed"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(12, 0, 8, 0);
  row->addWidget(m_epoch);
  row->addWidget(m_bar, 1);
  row->addWidget(m_speed);
  connect(&session.training(), &Training::reported, this, &ProgressPane::refresh);
  connect(&session.training(), &Training::stateChanged, this, &ProgressPane::refresh);
  connect(&session, &Session::recipeChanged, this, &ProgressPane::refresh);
  connect(&session, &Session::splitChanged, this, &ProgressPane::refresh);
  refresh();
}

/// A checkpoint just opened does not say it: the data do, once they are there.
int ProgressPane::stepsPerEpoch() const {
  const int told = m_session.training().progress().stepsPerEpoch;
  const int batch = m_session.recipeInUse().batch;
  return told > 0 ? told : (m_session.split().train.count() + batch - 1) / std::max(1, batch);
}

void ProgressPane::refresh() {
  using State = Training::State;
  const Training& training = m_session.training();
  const Progress& progress = training.progress();
  const int epochs = m_session.knobs().epochs;
  const int steps = stepsPerEpoch();
  const double begunEpoch = steps > 0 ? static_cast<double>(progress.position.step) / steps : 0.0;
  const double done = progress.position.epoch + begunEpoch;
  m_bar->setValue(static_cast<int>(kParts * std::min(1.0, done / std::max(1, epochs))));
  const int begun = progress.position.epoch + (progress.position.step > 0 ? 1 : 0);
  m_epoch->setText(tr("epoch %1/%2").arg(std::min(epochs, begun)).arg(epochs));

  QStringList parts;
  if (training.state() == State::Running) {
    if (progress.secondsLeft > 0) parts << tr("%1 left").arg(duration(progress.secondsLeft));
    if (progress.samplesPerSecond > 0)
      parts << tr("%1/s").arg(shortNumber(progress.samplesPerSecond));
  } else if (training.summary()) {
    parts << tr("took %1").arg(duration(training.summary()->seconds));
  }
  m_speed->setText(parts.join(QStringLiteral(" · ")));
  m_bar->setToolTip(
      tr("How much of the planned epochs is done. Change the number of epochs at any time to end "
         "sooner or later."));
  m_bar->setAccessibleName(tr("Progress of the run"));
  m_speed->setToolTip(
      tr("Time left and images per second. Try another batch size and see how the speed changes."));
}

void ProgressPane::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) refresh();
}

}  // namespace inkling::ui
