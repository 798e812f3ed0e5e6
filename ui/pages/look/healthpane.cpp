// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/look/healthpane.h"

#include "core/model/fits.h"
#include "ui/pages/look/histogramplot.h"
#include "ui/pages/look/layernames.h"
#include "ui/session/session.h"
#include "ui/widgets/figuretext.h"
#include "ui/widgets/tablerows.h"

#include <QEvent>
#include <QHeaderView>
#include <QLocale>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace inkling::ui {

namespace {

constexpr int kBatch = 128;  // images the gradients are measured on

QString twoDigits(double value) { return figureText(value, 2); }

}  // namespace

HealthPane::HealthPane(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_table(new QTableWidget(0, kColumns, this)),
      m_histogram(new HistogramPlot(this)) {
  setObjectName(QStringLiteral("healthPane"));
  buildTable();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 6, 0, 0);
  column->addWidget(m_table, 3);
  column->addWidget(m_histogram, 2);
  connect(m_table, &QTableWidget::currentCellChanged, this, &HealthPane::showHistogram);
  retranslate();
}

void HealthPane::buildTable() {
  m_table->setObjectName(QStringLiteral("healthTable"));
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setFrameShape(QFrame::NoFrame);
  m_table->setShowGrid(false);
  m_table->setTabKeyNavigation(false);
  m_table->verticalHeader()->hide();
  new TableRows(*m_table, 6);
  m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  m_table->horizontalHeader()->setSectionResizeMode(Layer, QHeaderView::Stretch);
}

void HealthPane::setModel(const ModelPtr& model) {
  m_model = model;
  refresh();
}

// Steps of training between two states of one run; 0: not known.
long HealthPane::stepsSince(const Model& before, const Model& after) const {
  const long perEpoch = m_session.training().progress().stepsPerEpoch;
  const auto steps = [perEpoch](const Model& m) {
    return perEpoch * m.position.epoch + m.position.step;
  };
  const bool sameRun = before.recipe.seed == after.recipe.seed &&
                       before.network.specs() == after.network.specs() &&
                       before.network.inputShape() == after.network.inputShape();
  return perEpoch > 0 && sameRun ? std::max(0L, steps(after) - steps(before)) : 0;
}

void HealthPane::refresh() {
  if (!isVisible() || !m_model || m_work.busy()) return;
  DataView batch = m_session.modelSplit().train.first(kBatch);
  if (!fits(m_model->network, batch)) batch = {};
  if (m_figures && m_figures->model == m_model && m_figures->batch == batch) return;
  const bool running = m_session.training().state() == Training::State::Running;
  if (running && !m_pacer.due()) return;
  const ModelPtr before = m_figures ? m_figures->model : nullptr;
  const long steps = before ? stepsSince(*before, *m_model) : 0;
  // The end of a run tells its last weights once more.
  const bool again = before && before->position == m_model->position;
  m_work.start(
      [model = m_model, batch, before, steps,
       last = again ? m_figures->ratios : std::vector<double>()](const std::atomic<bool>&) {
        const double start = threadSeconds();
        auto made = std::make_shared<Figures>();
        made->model = model;
        made->batch = batch;
        made->health = health(*model, batch);
        made->ratios = steps > 0 ? updateRatios(before->network, model->network, steps) : last;
        return std::pair(made, threadSeconds() - start);
      },
      [this](const std::pair<std::shared_ptr<Figures>, double>& result) {
        m_pacer.worked(result.second);
        m_figures = result.first;
        showFigures();
        refresh();  // another model may have come in between
      },
      [this](const QString& sentence) { emit failed(sentence); });
}

void HealthPane::showFigures() {
  if (!m_figures) return;
  const Health& health = m_figures->health;
  const QLocale locale;
  const int rows = static_cast<int>(health.layers.size() + health.relus.size());
  if (m_table->rowCount() != rows) {
    m_table->setRowCount(rows);
    for (int r = 0; r < rows; ++r)
      for (int c = 0; c < kColumns; ++c) m_table->setItem(r, c, new QTableWidgetItem);
  }
  int row = 0;
  const auto put = [&](Column column, const QString& text) {
    QTableWidgetItem* item = m_table->item(row, column);
    item->setText(text);
    if (column != Layer) item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
  };
  const auto name = [&](int layer) {
    return QStringLiteral("%1 %2").arg(layer + 1).arg(
        describeLayer(m_figures->model->network.layer(layer).spec()));
  };
  std::size_t relu = 0;
  for (std::size_t i = 0; i < health.layers.size(); ++i) {
    const LayerHealth& of = health.layers[i];
    // ReLUs stand where they are in the network.
    for (; relu < health.relus.size() && health.relus[relu].layer < of.layer; ++relu, ++row) {
      const ReluHealth& r = health.relus[relu];
      put(Layer, name(r.layer));
      for (const Column column : {Weights, Gradient, Update}) put(column, {});
      put(Dead, tr("%1 of %2").arg(locale.toString(r.dead), locale.toString(r.units)));
      m_table->item(row, Layer)->setData(Qt::UserRole, -1);
    }
    put(Layer, name(of.layer));
    m_table->item(row, Layer)->setData(Qt::UserRole, of.layer);
    put(Weights, QStringLiteral("± %1").arg(locale.toString(of.stdWeight, 'f', 3)));
    put(Gradient, twoDigits(of.gradientNorm));
    put(Update,
        i < m_figures->ratios.size() ? twoDigits(m_figures->ratios[i]) : QStringLiteral("–"));
    put(Dead, {});
    ++row;
  }
  if (m_table->currentRow() < 0) m_table->setCurrentCell(0, 0);
  showHistogram();
}

void HealthPane::showHistogram() {
  if (!m_figures || m_table->currentRow() < 0) return;
  const QTableWidgetItem* item = m_table->item(m_table->currentRow(), Layer);
  const int layer = item ? item->data(Qt::UserRole).toInt() : -1;
  if (layer >= 0) m_histogram->setHistogram(weightHistogram(m_figures->model->network, layer));
}

void HealthPane::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  refresh();
}

void HealthPane::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void HealthPane::retranslate() {
  m_table->setHorizontalHeaderLabels(
      {tr("Layer"), tr("Weights"), tr("Gradient"), tr("Update / weight"), tr("Dead units")});
  const QStringList tips = {tr("Choose a layer to see how its weights are distributed."),
                            tr("The standard deviation of the weights, without the biases."),
                            tr("The length of the gradient on %1 training images. If it falls by a "
                               "factor of a hundred from "
                               "the last layer to the first, the first hardly learns.")
                                .arg(kBatch),
                            tr("How far a step moves the weights, relative to their size: about "
                               "0.001 is usual. Much more: "
                               "lower the learning rate; much less: raise it."),
                            tr("Units that give 0 for each of these images: they do not learn any "
                               "more. Many of them point to "
                               "a learning rate that was too high.")};
  for (int c = 0; c < kColumns; ++c) m_table->horizontalHeaderItem(c)->setToolTip(tips[c]);
  m_table->setAccessibleName(tr("Health of the layers"));
  m_histogram->setAccessibleName(tr("Distribution of the weights"));
  m_histogram->setToolTip(
      tr("The weights of the chosen layer. Watch the bell grow wider as the network trains."));
  showFigures();
}

}  // namespace inkling::ui
