// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/evaluate/robustnesspane.h"

#include "ui/pages/evaluate/robustnessplot.h"
#include "ui/session/session.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace inkling::ui {

namespace {

constexpr int kColumns = 2;

}  // namespace

RobustnessPane::RobustnessPane(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_start(new QPushButton(this)),
      m_progress(new QProgressBar(this)),
      m_state(new QLabel(this)) {
  setObjectName(QStringLiteral("robustnessPane"));
  m_start->setObjectName(QStringLiteral("robustnessStart"));
  m_progress->setObjectName(QStringLiteral("robustnessProgress"));
  m_progress->setRange(0, 100);
  m_progress->setTextVisible(false);
  m_state->setObjectName(QStringLiteral("robustnessState"));
  m_state->setWordWrap(true);
  auto* row = new QHBoxLayout;
  row->addWidget(m_start);
  row->addWidget(m_progress);
  row->addWidget(m_state, 1);
  auto* grid = new QGridLayout;
  grid->setSpacing(4);
  for (const Corruption kind : allCorruptions()) {
    const int at = static_cast<int>(m_plots.size());
    m_plots.push_back(new RobustnessPlot(kind, this));
    grid->addWidget(m_plots.back(), at / kColumns, at % kColumns);
  }
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 6, 0, 0);
  column->addLayout(row);
  column->addLayout(grid, 1);
  connect(m_start, &QPushButton::clicked, this, &RobustnessPane::toggle);
  retranslate();
}

void RobustnessPane::setEvaluation(const EvaluationPtr& evaluation) {
  m_evaluation = evaluation;
  describe();
}

void RobustnessPane::toggle() {
  if (m_measuring) {
    m_work.cancel();
    m_measuring = false;
    showCurves(m_curves);
    describe();
  } else if (m_evaluation) {
    start();
  }
}

void RobustnessPane::start() {
  m_measuring = true;
  m_progress->setValue(0);
  RobustnessOptions options;
  options.limit = kImages;
  options.threads = m_session.training().state() == Training::State::Running ? 1 : 0;
  m_work.start([this, subject = m_evaluation, other = m_other,
                options](const std::atomic<bool>& cancel) -> Background::Apply {
    const double part = other ? 0.5 : 1;
    const auto tell = [&](double share, const std::vector<RobustnessCurve>& sofar) {
      if (cancel) return;
      QMetaObject::invokeMethod(
          this,
          [this, share, sofar] {
            if (!m_measuring) return;
            m_progress->setValue(static_cast<int>(100 * share));
            showCurves(sofar);
          },
          Qt::QueuedConnection);
    };
    auto curves = robustness(
        *subject->model, subject->view, options,
        [&](double share, const auto& sofar) { tell(part * share, sofar); }, &cancel);
    std::vector<RobustnessCurve> others;
    if (other)
      others = robustness(
          *other, subject->view, options,
          [&](double share, const auto&) { tell(part + part * share, curves); }, &cancel);
    if (cancel) return {};
    return [this, subject, curves, others] { finish(subject, curves, others); };
  });
  describe();
}

void RobustnessPane::finish(const EvaluationPtr& subject, std::vector<RobustnessCurve> curves,
                            std::vector<RobustnessCurve> others) {
  m_measuring = false;
  const QString before =
      std::exchange(m_measured, tr("%1 after epoch %2")
                                    .arg(QString::fromStdString(subject->model->recipe.name))
                                    .arg(subject->model->position.epoch));
  m_before = others.empty() ? before : m_otherName;
  m_ghosts = others.empty() ? std::move(m_curves) : std::move(others);
  m_curves = std::move(curves);
  for (std::size_t i = 0; i < m_plots.size(); ++i)
    m_plots[i]->setGhost(i < m_ghosts.size() ? m_ghosts[i] : RobustnessCurve{});
  showCurves(m_curves);
  describe();
}

void RobustnessPane::setOther(const ModelPtr& other, const QString& name) {
  m_other = other;
  m_otherName = name;
  describe();
}

QList<FigurePlot*> RobustnessPane::plots() const { return {m_plots.begin(), m_plots.end()}; }

void RobustnessPane::showCurves(const std::vector<RobustnessCurve>& curves) {
  for (std::size_t i = 0; i < m_plots.size(); ++i)
    m_plots[i]->setCurve(i < curves.size() ? curves[i] : RobustnessCurve{});
}

void RobustnessPane::describe() {
  m_start->setEnabled(m_evaluation != nullptr);
  m_start->setText(m_measuring ? tr("Cancel") : tr("Measure"));
  m_progress->setVisible(m_measuring);
  if (m_measuring) return m_state->setText(QString());
  if (m_curves.empty())
    return m_state->setText(
        m_other ? tr("Press Measure: this network and %2 read %1 images in 42 disguises.")
                      .arg(QLocale().toString(kImages), m_otherName)
                : tr("Press Measure: it reads %1 images in 42 disguises.")
                      .arg(QLocale().toString(kImages)));
  m_state->setText(m_before.isEmpty() ? m_measured : tr("%1; grey: %2").arg(m_measured, m_before));
}

void RobustnessPane::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void RobustnessPane::retranslate() {
  m_start->setToolTip(tr(
      "Measures the accuracy on noisy, turned, shifted, scaled, thickened, blurred and covered "
      "images. Measure, train with augmentation, measure again: the earlier curves stay in grey."));
  m_progress->setAccessibleName(tr("Progress of the measurement"));
  for (RobustnessPlot* plot : m_plots) {
    plot->setAccessibleName(plot->xAxis->label());
    plot->setToolTip(
        tr("Accuracy against the strength of the change; the dashed curve is the "
           "measurement before."));
  }
  describe();
}

}  // namespace inkling::ui
