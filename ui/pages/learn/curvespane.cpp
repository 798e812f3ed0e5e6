// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/learn/curvespane.h"

#include "ui/plots/trainingplot.h"
#include "ui/session/session.h"

#include <algorithm>

namespace inkling::ui {

CurvesPane::CurvesPane(Session& session, QWidget* parent)
    : QSplitter(Qt::Vertical, parent),
      m_session(session),
      m_loss(new TrainingPlot(TrainingPlot::Metric::Loss, this)),
      m_accuracy(new TrainingPlot(TrainingPlot::Metric::Accuracy, this)) {
  setObjectName(QStringLiteral("curvesPane"));
  setChildrenCollapsible(false);
  m_loss->setObjectName(QStringLiteral("lossPlot"));
  m_accuracy->setObjectName(QStringLiteral("accuracyPlot"));
  for (TrainingPlot* plot : {m_loss, m_accuracy})
    connect(plot, &TrainingPlot::exportRequested, this,
            [this, plot] { emit exportRequested(plot); });
  connect(&session.training(), &Training::started, this, [this](bool fresh) {
    if (!fresh) return;
    beginRun();
    m_set = m_session.training().recipe().data.set;
  });
  connect(&session.training(), &Training::reported, this, &CurvesPane::append);
  connect(&session, &Session::rewound, this, [this] {
    dropForeign();
    beginRun();
  });
  connect(&session, &Session::modelOpened, this, &CurvesPane::showHistory);
  connect(&session, &Session::splitChanged, this, &CurvesPane::dropForeign);
}

void CurvesPane::append(const Report& report) {
  for (const CurvePoint& batch : report.batches) {
    m_loss->appendBatch(batch.epochs, static_cast<double>(batch.loss));
    m_accuracy->appendBatch(batch.epochs, static_cast<double>(batch.accuracy));
  }
  const double perEpoch = std::max(1, m_session.training().progress().stepsPerEpoch);
  for (const StepReport& steps : report.steps) {
    const double epochs = static_cast<double>(steps.step) / perEpoch;
    m_loss->appendReport(epochs, steps.loss, steps.count);
    m_accuracy->appendReport(epochs, steps.accuracy, steps.count);
  }
  for (const EpochRecord& epoch : report.epochs) appendEpoch(epoch);
  for (TrainingPlot* plot : {m_loss, m_accuracy}) {
    if (report.progress) plot->setPlannedEpochs(report.progress->epochs);
    if (!report.epochs.empty() && m_history.best() >= 0)
      plot->setBestEpoch(m_history.epochs[static_cast<std::size_t>(m_history.best())].epoch);
  }
}

void CurvesPane::appendEpoch(const EpochRecord& epoch) {
  m_history.epochs.push_back(epoch);
  if (epoch.validation.count > 0) {
    m_loss->appendValidation(epoch.epoch, epoch.validation.loss);
    m_accuracy->appendValidation(epoch.epoch, epoch.validation.accuracy);
  }
  if (epoch.test.count > 0) {
    m_loss->appendTest(epoch.epoch, epoch.test.loss);
    m_accuracy->appendTest(epoch.epoch, epoch.test.accuracy);
  }
}

/// Curves do not stand under the name of other data.
void CurvesPane::dropForeign() {
  const bool held =
      m_session.training().active() || m_session.training().state() == Training::State::Stopped;
  if (held || m_set.empty() || m_set == m_session.loaded()->set()) return;
  m_set.clear();
  m_history = {};
  for (TrainingPlot* plot : {m_loss, m_accuracy}) plot->clear();
}

void CurvesPane::beginRun() {
  m_history = {};
  for (TrainingPlot* plot : {m_loss, m_accuracy}) plot->beginRun();
}

void CurvesPane::showHistory() {
  m_history = {};
  m_set = m_session.model()->recipe.data.set;
  for (TrainingPlot* plot : {m_loss, m_accuracy}) plot->clear();
  const Model& model = *m_session.model();
  if (const int steps = model.history.stepsPerEpoch(model.recipe.batch); steps > 0)
    for (const BatchPoint& point : model.batches) {
      const double epochs = static_cast<double>(point.step) / steps;
      m_loss->appendBatch(epochs, static_cast<double>(point.loss));
      m_accuracy->appendBatch(epochs, static_cast<double>(point.accuracy));
    }
  for (const EpochRecord& epoch : model.history.epochs) appendEpoch(epoch);
  for (TrainingPlot* plot : {m_loss, m_accuracy}) plot->setPlannedEpochs(m_session.knobs().epochs);
}

}  // namespace inkling::ui
