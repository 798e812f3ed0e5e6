// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/evaluate/confidencepane.h"

#include "ui/pages/evaluate/coverageplot.h"
#include "ui/pages/evaluate/reliabilityplot.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>

namespace inkling::ui {

namespace {

QString roundPercent(double share) {
  return QLocale().toString(100 * share, 'f', 1) + QStringLiteral(" %");
}

}  // namespace

ConfidencePane::ConfidencePane(QWidget* parent)
    : QWidget(parent),
      m_reliability(new ReliabilityPlot(this)),
      m_coverage(new CoveragePlot(this)),
      m_trust(new QLabel(this)),
      m_use(new QLabel(this)) {
  setObjectName(QStringLiteral("confidencePane"));
  m_trust->setObjectName(QStringLiteral("confidenceTrust"));
  m_use->setObjectName(QStringLiteral("confidenceUse"));
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 4, 0, 0);
  grid->addWidget(m_reliability, 0, 0);
  grid->addWidget(m_coverage, 2, 0);
  for (QLabel* label : {m_trust, m_use}) {
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignTop);
    grid->addWidget(label, label == m_trust ? 1 : 3, 0);
  }
  grid->setRowStretch(0, 1);
  grid->setRowStretch(2, 1);
  connect(m_coverage, &CoveragePlot::thresholdChanged, this, &ConfidencePane::describe);
  retranslate();
}

void ConfidencePane::show(const EvaluationPtr& evaluation) {
  m_evaluation = evaluation;
  if (evaluation) {
    m_reliability->setBins(evaluation->bins, evaluation->cooledBins);
    m_coverage->setCurve(evaluation->coverage);
  } else {
    m_reliability->setBins({}, {});
    m_coverage->setCurve({});
  }
  describe();
}

QList<FigurePlot*> ConfidencePane::plots() const { return {m_reliability, m_coverage}; }

void ConfidencePane::describe() {
  if (!m_evaluation) {
    m_trust->clear();
    m_use->clear();
    return;
  }
  const double t = m_evaluation->temperature;
  const QString verdict = t > 1.05   ? tr("The network is too sure of itself.")
                          : t < 0.95 ? tr("The network is less sure than it could be.")
                                     : tr("The network is about as sure as it should be.");
  m_trust->setText(
      tr("%1 With its logits divided by %2 (orange) its confidence is off by %3 instead of %4.")
          .arg(verdict, QLocale().toString(t, 'f', 2), roundPercent(m_evaluation->cooledError),
               roundPercent(m_evaluation->calibrationError)));
  const CoveragePoint point = m_coverage->current();
  m_use->setText(tr("If it answers only when at least %1 sure, it answers %2 of all, and %3 of the "
                    "answers are right.")
                     .arg(roundPercent(m_coverage->threshold()), roundPercent(point.share),
                          QLocale().toString(100 * point.accuracy, 'f', 2) + QStringLiteral(" %")));
}

void ConfidencePane::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void ConfidencePane::retranslate() {
  m_reliability->setAccessibleName(tr("Reliability"));
  m_reliability->setToolTip(
      tr("Of the images that get 80 % confidence, 80 % should be right: then the bars end on the "
         "dashed line. Bars below it mean too much confidence."));
  m_coverage->setAccessibleName(tr("Accuracy against the share answered"));
  m_coverage->setToolTip(
      tr("Leave the unsure ones to a person: drag the line (or press the arrow keys) and see how "
         "many answers it costs to make hardly any mistake."));
  describe();
}

}  // namespace inkling::ui
