// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/look/labpane.h"

#include "core/analysis/lab.h"
#include "core/model/fits.h"
#include "core/train/evaluate.h"
#include "ui/pages/look/layernames.h"
#include "ui/session/sentences.h"
#include "ui/session/session.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace inkling::ui {

namespace {

// As in the box of names; what is none of them stands behind them.
constexpr std::array kFactors = {0.0, -1.0, 0.5, 2.0};
constexpr double kLargest = 100;
}  // namespace

LabPane::LabPane(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_layer(new QComboBox(this)),
      m_unitOrAll(new QComboBox(this)),
      m_unit(new QSpinBox(this)),
      m_input(new QSpinBox(this)),
      m_factor(new QComboBox(this)),
      m_times(new QDoubleSpinBox(this)),
      m_change(new QPushButton(this)),
      m_share(new QSlider(Qt::Horizontal, this)),
      m_prune(new QPushButton(this)),
      m_done(new QListWidget(this)),
      m_result(new QLabel(this)),
      m_reset(new QPushButton(this)) {
  setObjectName(QStringLiteral("labPane"));
  build();
  connect(m_layer, &QComboBox::activated, this, &LabPane::showUnits);
  connect(m_unitOrAll, &QComboBox::activated, this, &LabPane::showUnits);
  connect(m_factor, &QComboBox::activated, this, [this](int index) {
    if (index < static_cast<int>(kFactors.size()))
      return m_times->setValue(kFactors[static_cast<std::size_t>(index)]);
    m_times->setFocus();
    m_times->selectAll();
  });
  connect(m_times, &QDoubleSpinBox::valueChanged, this, &LabPane::nameFactor);
  connect(m_change, &QPushButton::clicked, this, &LabPane::change);
  connect(m_share, &QSlider::valueChanged, this, &LabPane::describe);
  connect(m_prune, &QPushButton::clicked, this, &LabPane::prune);
  connect(m_reset, &QPushButton::clicked, this, &LabPane::reset);
  retranslate();
}

void LabPane::build() {
  m_layer->setObjectName(QStringLiteral("labLayer"));
  m_unitOrAll->setObjectName(QStringLiteral("labUnitOrAll"));
  m_unit->setObjectName(QStringLiteral("labUnit"));
  m_input->setObjectName(QStringLiteral("labInput"));
  m_factor->setObjectName(QStringLiteral("labFactor"));
  m_times->setObjectName(QStringLiteral("labTimes"));
  m_times->setRange(-kLargest, kLargest);
  m_times->setDecimals(2);
  m_times->setSingleStep(0.1);
  m_change->setObjectName(QStringLiteral("labChange"));
  m_share->setObjectName(QStringLiteral("labShare"));
  m_share->setRange(0, 99);
  m_share->setValue(50);
  m_prune->setObjectName(QStringLiteral("labPrune"));
  m_done->setObjectName(QStringLiteral("labDone"));
  m_done->setFrameShape(QFrame::NoFrame);
  m_result->setObjectName(QStringLiteral("labResult"));
  m_result->setWordWrap(true);
  m_reset->setObjectName(QStringLiteral("labReset"));
  auto* grid = new QGridLayout;
  grid->addWidget(m_layer, 0, 0, 1, 3);
  grid->addWidget(m_unitOrAll, 1, 0);
  grid->addWidget(m_unit, 1, 1);
  grid->addWidget(m_input, 1, 2);
  grid->addWidget(m_factor, 2, 0);
  grid->addWidget(m_times, 2, 1);
  grid->addWidget(m_change, 2, 2);
  grid->addWidget(m_share, 3, 0);
  grid->addWidget(m_prune, 3, 1, 1, 2);
  grid->setColumnStretch(0, 1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 6, 0, 0);
  column->addLayout(grid);
  column->addWidget(m_done, 1);
  column->addWidget(m_result);
  column->addWidget(m_reset, 0, Qt::AlignLeft);
}

void LabPane::setModel(const ModelPtr& model) {
  m_model = model;
  const ModelPtr& from = subject();
  if (from && from->network.specs() != m_specs) {
    m_specs = from->network.specs();
    fillLayers();
  }
  describe();
}

void LabPane::fillLayers() {
  m_layer->clear();
  for (std::size_t i = 0; i < m_specs.size(); ++i)
    if (m_specs[i].kind == LayerKind::Dense || m_specs[i].kind == LayerKind::Conv2d)
      m_layer->addItem(QStringLiteral("%1 %2").arg(i + 1).arg(describeLayer(m_specs[i])),
                       static_cast<int>(i));
  showUnits();
}

void LabPane::showUnits() {
  const int layer = m_layer->currentData().toInt();
  if (m_layer->count() == 0) return;
  const LayerSpec& spec = m_specs[static_cast<std::size_t>(layer)];
  const bool kernels = spec.kind == LayerKind::Conv2d && subject();
  m_unit->setRange(0, std::max(0, spec.units - 1));
  m_unit->setEnabled(m_unitOrAll->currentIndex() != WholeLayer);
  m_input->setVisible(kernels && m_unitOrAll->currentIndex() == Kernel);
  if (kernels)
    m_input->setRange(0, subject()->network.layer(layer).inputShape().channels - 1);
  else if (m_unitOrAll->currentIndex() == Kernel)
    m_unitOrAll->setCurrentIndex(Unit);
}

void LabPane::chooseUnit(int layer, int unit) {
  const int index = m_layer->findData(layer);
  if (index < 0) return;
  m_layer->setCurrentIndex(index);
  m_unitOrAll->setCurrentIndex(Unit);
  showUnits();
  m_unit->setValue(unit);
}

void LabPane::nameFactor() {
  const auto* found = std::ranges::find(kFactors, m_times->value());
  m_factor->setCurrentIndex(static_cast<int>(found - kFactors.begin()));
}

void LabPane::change() {
  const ModelPtr from = subject();
  if (!from || m_layer->count() == 0) return;
  const int layer = m_layer->currentData().toInt();
  const int what = m_unitOrAll->currentIndex();
  QString where = m_layer->currentText();
  if (what == Unit) where = tr("%1, unit %2").arg(where).arg(m_unit->value());
  if (what == Kernel)
    where = tr("%1, kernel from %2 to %3").arg(where).arg(m_input->value()).arg(m_unit->value());
  const bool named = m_factor->currentIndex() < static_cast<int>(kFactors.size());
  apply(changed(from->network, layer, m_times->value()),
        tr("%1: %2").arg(where, named ? m_factor->currentText() : m_times->text()));
}

Network<float> LabPane::changed(const Network<float>& network, int layer, double factor) const {
  switch (m_unitOrAll->currentIndex()) {
    case Unit:
      return withUnitScaled(network, layer, m_unit->value(), factor);
    case Kernel:
      return withKernelScaled(network, layer, m_unit->value(), m_input->value(), factor);
    default:
      return withLayerScaled(network, layer, factor);
  }
}

void LabPane::prune() {
  if (!subject()) return;
  apply(pruned(subject()->network, m_share->value() / 100.0),
        tr("the smallest %1 % of the weights cut").arg(m_share->value()));
}

void LabPane::apply(Network<float> network, const QString& what) {
  if (!m_copy) {
    m_origin = m_model;
    m_before = -1;
  }
  auto copy = std::make_shared<Model>(*m_origin);
  copy->network = std::move(network);
  m_copy = std::move(copy);
  m_done->addItem(what);
  m_done->scrollToBottom();
  measure();
  emit copyChanged();
}

void LabPane::reset() {
  m_work.cancel();
  m_copy.reset();
  m_origin.reset();
  m_done->clear();
  setModel(m_model);
  emit copyChanged();
}

const DataView& LabPane::images() const {
  const Split& split = m_session.modelSplit();
  return split.validation.count() > 0 ? split.validation : split.test;
}

bool LabPane::measurable() const { return images().count() > 0 && fits(m_copy->network, images()); }

void LabPane::measure() {
  m_after = -1;
  describe();
  if (!measurable()) return;
  m_work.start(
      [origin = m_origin, copy = m_copy, view = images(),
       before = m_before](const std::atomic<bool>&) {
        const double was = before < 0 ? evaluate(*origin, view, 1).accuracy : before;
        return std::pair(was, evaluate(*copy, view, 1).accuracy);
      },
      [this](const std::pair<double, double>& accuracies) {
        std::tie(m_before, m_after) = accuracies;
        describe();
      },
      [this](const QString& sentence) { m_result->setText(sentence); });
}

void LabPane::describe() {
  m_change->setEnabled(m_model != nullptr);
  m_prune->setEnabled(m_model != nullptr);
  m_prune->setText(tr("Cut %1 %").arg(m_share->value()));
  m_reset->setEnabled(m_copy != nullptr);
  if (!m_copy)
    m_result->setText(tr("Nothing is changed: everything here shows the network in use."));
  else if (m_after < 0 && !measurable())
    m_result->setText(
        tr("Everything here shows the changed copy. It does not fit the images of the data set."));
  else if (m_after < 0)
    m_result->setText(tr("Everything here shows the changed copy. Measuring …"));
  else
    m_result->setText(tr("Everything here shows the changed copy. Accuracy %1 → %2.")
                          .arg(percent(m_before), percent(m_after)));
}

void LabPane::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void LabPane::retranslate() {
  const auto refill = [](QComboBox* box, const QStringList& texts) {
    const QSignalBlocker quiet(box);
    const int index = std::max(0, box->currentIndex());
    box->clear();
    box->addItems(texts);
    box->setCurrentIndex(index);
  };
  refill(m_unitOrAll, {tr("one unit or channel"), tr("one kernel"), tr("the whole layer")});
  refill(m_factor, {tr("switched off"), tr("flipped"), tr("halved"), tr("doubled"), tr("scaled")});
  const int layer = m_layer->currentIndex();
  fillLayers();
  m_layer->setCurrentIndex(std::max(0, layer));
  m_layer->setAccessibleName(tr("Layer"));
  m_layer->setToolTip(tr("The layer to change. Try the first one, unit by unit."));
  m_unitOrAll->setAccessibleName(tr("Unit or layer"));
  m_unitOrAll->setToolTip(
      tr("Whether one unit is changed, one kernel of a convolution, or all of the layer."));
  m_unit->setAccessibleName(tr("Unit"));
  m_unit->setToolTip(tr(
      "The number of the unit, or of the kernel. Click a picture among the weights to choose it."));
  m_unit->setPrefix(tr("unit "));
  m_input->setPrefix(tr("from "));
  m_input->setAccessibleName(tr("Input channel"));
  m_input->setToolTip(tr("The input channel that the kernel reads."));
  m_factor->setAccessibleName(tr("Change"));
  m_factor->setToolTip(tr(
      "What is done to its weights and bias. Switch single units off: which ones does it miss?"));
  m_times->setPrefix(tr("× "));
  m_times->setAccessibleName(tr("Factor"));
  m_times->setToolTip(
      tr("Its weights and bias times this number. Try 0.9, then 1.5: how much does it bear?"));
  m_change->setText(tr("Change it"));
  m_change->setToolTip(tr("Changes a copy of the network; the one in use is never touched."));
  m_share->setAccessibleName(tr("Share of the weights"));
  m_share->setToolTip(tr(
      "How many of the smallest weights are set to 0. Try 50, then 90 %: how many does it need?"));
  m_prune->setToolTip(tr("Sets the smallest weights of all layers to 0, in the copy."));
  m_done->setAccessibleName(tr("Changes made"));
  m_reset->setText(tr("Reset"));
  m_reset->setToolTip(tr("Throws the copy away: everything shows the network in use again."));
  describe();
}

}  // namespace inkling::ui
