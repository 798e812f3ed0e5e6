// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plots/trainingplot.h"

#include "ui/plots/plotexport.h"
#include "ui/plots/plotlegend.h"
#include "ui/plots/plotview.h"
#include "ui/theme/icons.h"
#include "ui/widgets/card.h"

#include <QEvent>
#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace inkling::ui {
namespace {

using Metric = TrainingPlot::Metric;

ValueScale::Kind kindOf(Metric metric, bool logarithmic) {
  if (metric == Metric::Loss) {
    return logarithmic ? ValueScale::Kind::LogNumber : ValueScale::Kind::Number;
  }
  return logarithmic ? ValueScale::Kind::LogPercent : ValueScale::Kind::Percent;
}

QToolButton* addButton(QHBoxLayout* row, Icon which, const QString& name) {
  auto* button = new QToolButton;
  button->setObjectName(name);
  button->setIcon(icon(which));
  button->setAutoRaise(true);
  row->addWidget(button);
  return button;
}

}  // namespace

TrainingPlot::TrainingPlot(Metric metric, QWidget* parent)
    : QWidget(parent),
      m_metric(metric),
      m_view(new PlotView(kindOf(metric, false), this)),
      m_title(new QLabel(this)),
      m_legend(new PlotLegend(this)) {
  const QString name = metric == Metric::Loss ? QStringLiteral("loss") : QStringLiteral("accuracy");
  m_view->setObjectName(name + QStringLiteral("View"));
  auto* header = new QHBoxLayout;
  header->setSpacing(4);
  QFont bold = font();
  bold.setWeight(QFont::DemiBold);
  m_title->setFont(bold);
  header->addWidget(m_title);
  header->addSpacing(10);
  header->addWidget(m_legend, 1);
  m_log = addButton(header, Icon::LogScale, name + QStringLiteral("LogScale"));
  m_log->setCheckable(true);
  m_fit = addButton(header, Icon::Fit, name + QStringLiteral("ResetView"));
  m_fit->setEnabled(false);
  m_export = addButton(header, Icon::Export, name + QStringLiteral("Export"));
  auto* all = new QVBoxLayout(this);
  setCardMargins(*all);
  all->setSpacing(2);
  all->addLayout(header);
  all->addWidget(m_view, 1);
  connect(m_log, &QToolButton::toggled, this, &TrainingPlot::applyLogarithmic);
  connect(m_fit, &QToolButton::clicked, this, &TrainingPlot::resetView);
  connect(m_export, &QToolButton::clicked, this, &TrainingPlot::exportRequested);
  connect(m_view, &PlotView::zoomedChanged, m_fit, &QToolButton::setEnabled);
  retranslate();
}

TrainingPlot::~TrainingPlot() = default;

void TrainingPlot::beginRun() {
  if (run().empty()) return;
  m_view->ghost() = std::exchange(m_view->run(), {});
  m_view->resetView();
  changed();
}

void TrainingPlot::clear() {
  m_view->run() = {};
  m_view->ghost() = {};
  m_view->resetView();
  changed();
}

void TrainingPlot::appendBatch(double epoch, double value) {
  m_view->run().batches.append(epoch, value);
  m_view->run().smoothed.append(epoch, value);
  changed();
}

void TrainingPlot::appendReport(double epoch, double value, int steps) {
  m_view->run().reports.append(epoch, value);
  m_view->run().reportSteps = steps;
  changed();
}

void TrainingPlot::appendValidation(double epoch, double value) {
  m_view->run().validation.append(epoch, value);
  changed();
}

void TrainingPlot::appendTest(double epoch, double value) {
  m_view->run().test.append(epoch, value);
  changed();
}

void TrainingPlot::setBestEpoch(double epoch) {
  m_view->run().bestEpoch = epoch;
  changed();
}

void TrainingPlot::setPlannedEpochs(double epochs) { m_view->setPlannedEpochs(epochs); }

const RunCurves& TrainingPlot::run() const { return m_view->run(); }

const RunCurves& TrainingPlot::ghost() const { return m_view->ghost(); }

bool TrainingPlot::isLogarithmic() const { return m_log->isChecked(); }

void TrainingPlot::setLogarithmic(bool on) { m_log->setChecked(on); }

void TrainingPlot::applyLogarithmic(bool on) {
  m_view->setKind(kindOf(m_metric, on));
  emit logarithmicChanged(on);
}

void TrainingPlot::resetView() { m_view->resetView(); }

void TrainingPlot::changed() {
  const RunCurves& now = run();
  m_legend->setShown({!now.batches.empty(), !now.validation.empty(), !now.test.empty(),
                      now.bestEpoch >= 0, !ghost().empty()});
  m_view->schedule();
}

QString TrainingPlot::exportTo(const QString& file) const {
  const QString suffix = QFileInfo(file).suffix().toLower();
  const QCPRange x = m_view->xAxis->range();
  const QCPRange y = m_view->yAxis->range();
  const QByteArray bytes = suffix == QLatin1String("csv") ? plotCsv(run(), ghost())
                                                          : renderPlot({run(),
                                                                        ghost(),
                                                                        m_view->scale(),
                                                                        {x.lower, x.upper},
                                                                        {y.lower, y.upper},
                                                                        m_title->text()},
                                                                       suffix);
  if (bytes.isEmpty()) return tr("%1: choose a name that ends in png, pdf, svg or csv").arg(file);
  // Not written atomically: waiting for the disk would freeze the curves, and they can be saved
  // again.
  QFile out(file);
  const bool written = out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size();
  out.close();
  const bool failed = !written || out.error() != QFileDevice::NoError;
  return failed ? tr("%1: %2").arg(file, out.errorString()) : QString();
}

void TrainingPlot::paintEvent(QPaintEvent*) { paintCard(*this); }

void TrainingPlot::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

void TrainingPlot::retranslate() {
  const bool loss = m_metric == Metric::Loss;
  m_title->setText(loss ? tr("Loss") : tr("Accuracy"));
  setAccessibleName(loss ? tr("Loss curves") : tr("Accuracy curves"));
  m_view->setAccessibleName(accessibleName());
  m_title->setToolTip(loss ? tr("Cross-entropy: 2.3 is guessing, 0 is perfect. If validation rises "
                                "while train falls, the network learns by heart.")
                           : tr("Share of digits read right: 10 % is guessing."));
  const auto label = [](QToolButton* button, const QString& name, const QString& tip) {
    button->setAccessibleName(name);
    button->setToolTip(tip);
  };
  label(m_log, tr("Logarithmic axis"),
        loss ? tr("Equal distances for equal ratios. Try it late in a run, when the curve looks "
                  "flat.")
             : tr("Gives 90, 99 and 99.9 % equal distances. Try it when the curve sticks to the "
                  "top."));
  label(m_fit, tr("Reset view"),
        tr("Back to the automatic view. Zoom with the wheel (Ctrl: vertically), drag to pan; a "
           "double click does this too."));
  label(m_export, tr("Save the curves"),
        tr("Saves the picture as PNG, PDF or SVG, or every point as CSV. Try a PDF in your "
           "report."));
}

}  // namespace inkling::ui
