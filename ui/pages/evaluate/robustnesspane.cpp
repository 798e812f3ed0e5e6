// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/evaluate/robustnesspane.h"

#include "core/model/fits.h"
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
  m_next.evaluation = evaluation;
  describe();
}

void RobustnessPane::setOther(const ModelPtr& other, const QString& name) {
  m_next.other = other;
  m_next.otherName = name;
  describe();
}

void RobustnessPane::toggle() {
  if (m_measuring)
    cancel();
  else if (m_next.evaluation)
    start();
}

void RobustnessPane::cancel() {
  m_work.cancel();
  m_measuring = false;
  m_fresh = false;
  ++m_number;
  showCurves();
  describe();
}

bool RobustnessPane::unfinished() const {
  return m_subject == m_next && !m_curves.empty() && m_curves.size() < m_plots.size();
}

void RobustnessPane::start() {
  m_fresh = !unfinished();
  m_measuring = true;
  ++m_number;
  m_progress->setValue(0);
  m_work.start(
      [this, subject = m_next, first = m_fresh ? 0 : m_curves.size(), number = m_number,
       threads = m_session.threads()](const std::atomic<bool>& cancel) {
        measure(subject, first, number, threads, cancel);
      },
      [this] {
        m_measuring = false;
        describe();
      },
      [this](const QString& sentence) {
        cancel();
        m_state->setText(sentence);
      });
  describe();
}

// On the thread of the work.
void RobustnessPane::measure(const Subject& subject, std::size_t first, int number, int threads,
                             const std::atomic<bool>& cancel) {
  const auto tell = [&](auto report) {
    QMetaObject::invokeMethod(
        this,
        [this, number, report = std::move(report)] {
          if (number == m_number) report();
        },
        Qt::QueuedConnection);
  };
  const auto& kinds = allCorruptions();
  for (std::size_t k = first; k < kinds.size(); ++k) {
    const RobustnessOptions options{.kinds = {kinds[k]}, .limit = kImages, .threads = threads};
    const auto progress = [&](double share, const std::vector<RobustnessCurve>& sofar) {
      tell([this, done = (static_cast<double>(k) + share) / static_cast<double>(kinds.size()),
            curve = sofar.front()] {
        showCurves(&curve);
        m_progress->setValue(static_cast<int>(100 * done));
      });
    };
    const Evaluation& evaluation = *subject.evaluation;
    auto curve = robustness(*evaluation.model, evaluation.view, options, progress, &cancel);
    std::vector<RobustnessCurve> other;
    if (subject.other && fits(subject.other->network, evaluation.view))
      other = robustness(*subject.other, evaluation.view, options, {}, &cancel);
    if (cancel) return;
    tell([this, subject, curve = std::move(curve), other = std::move(other)] {
      keep(subject, curve.front(), other);
    });
  }
}

void RobustnessPane::keep(const Subject& subject, const RobustnessCurve& curve,
                          const std::vector<RobustnessCurve>& other) {
  if (std::exchange(m_fresh, false)) begin(subject);
  m_curves.push_back(curve);
  m_ghosts.insert(m_ghosts.end(), other.begin(), other.end());
  showGhosts();
  showCurves();
}

// What was measured before makes room, but not before there is something new.
void RobustnessPane::begin(const Subject& subject) {
  m_subject = subject;
  const Model& model = *subject.evaluation->model;
  const QString before =
      std::exchange(m_measured, tr("%1 after epoch %2")
                                    .arg(QString::fromStdString(model.recipe.name))
                                    .arg(model.position.epoch));
  m_before = subject.other ? subject.otherName : before;
  m_ghosts = subject.other ? std::vector<RobustnessCurve>() : std::move(m_curves);
  m_curves.clear();
}

QList<FigurePlot*> RobustnessPane::plots() const { return {m_plots.begin(), m_plots.end()}; }

void RobustnessPane::showCurves(const RobustnessCurve* underWay) {
  const std::size_t finished = m_fresh ? 0 : m_curves.size();
  for (std::size_t i = 0; i < m_plots.size(); ++i)
    m_plots[i]->setCurve(i < finished                                       ? m_curves[i]
                         : underWay && underWay->kind == m_plots[i]->kind() ? *underWay
                                                                            : RobustnessCurve{});
}

void RobustnessPane::showGhosts() {
  for (std::size_t i = 0; i < m_plots.size(); ++i)
    m_plots[i]->setGhost(i < m_ghosts.size() ? m_ghosts[i] : RobustnessCurve{});
}

void RobustnessPane::describe() {
  m_start->setEnabled(m_next.evaluation != nullptr);
  m_start->setText(m_measuring ? tr("Cancel") : tr("Measure"));
  m_progress->setVisible(m_measuring);
  m_state->setText(m_measuring ? QString() : sentence());
}

QString RobustnessPane::sentence() const {
  if (m_curves.empty())
    return m_next.other ? tr("Press Measure: this network and %2 read %1 images in 42 disguises.")
                              .arg(QLocale().toString(kImages), m_next.otherName)
                        : tr("Press Measure: it reads %1 images in 42 disguises.")
                              .arg(QLocale().toString(kImages));
  const QString which =
      m_before.isEmpty() ? m_measured : tr("%1; grey: %2").arg(m_measured, m_before);
  if (m_curves.size() == m_plots.size()) return which;
  return (unfinished() ? tr("%1. %2 of %3 kinds are measured: Measure goes on with the others.")
                       : tr("%1. %2 of %3 kinds are measured."))
      .arg(which)
      .arg(m_curves.size())
      .arg(m_plots.size());
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
