// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/look/weightspane.h"

#include "ui/pages/look/layernames.h"
#include "ui/pages/look/weightsview.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace inkling::ui {

WeightsPane::WeightsPane(QWidget* parent)
    : QWidget(parent),
      m_layer(new QComboBox(this)),
      m_unit(new QSpinBox(this)),
      m_view(new WeightsView) {
  setObjectName(QStringLiteral("weightsPane"));
  m_layer->setObjectName(QStringLiteral("weightsLayer"));
  m_unit->setObjectName(QStringLiteral("weightsUnit"));
  m_view->setObjectName(QStringLiteral("weightsView"));
  auto* scroll = new QScrollArea;
  scroll->setObjectName(QStringLiteral("weightsScroll"));
  scroll->setWidget(m_view);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->viewport()->setAutoFillBackground(false);
  m_view->setAutoFillBackground(false);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* row = new QHBoxLayout;
  row->addWidget(m_layer);
  row->addWidget(m_unit);
  row->addStretch(1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 6, 0, 0);
  column->addLayout(row);
  column->addWidget(scroll, 1);
  connect(m_layer, &QComboBox::activated, this, &WeightsPane::layerChosen);
  connect(m_unit, &QSpinBox::valueChanged, this, &WeightsPane::showLayer);
  connect(m_view, &WeightsView::tileReached, this,
          [scroll](const QRect& at) { scroll->ensureVisible(at.center().x(), at.center().y()); });
  connect(m_view, &WeightsView::unitClicked, this,
          [this](int unit) { emit unitChosen(m_layer->currentData().toInt(), unit); });
  retranslate();
}

void WeightsPane::setModel(const ModelPtr& model) {
  m_model = model;
  if (model && model->network.specs() != m_specs) {
    m_specs = model->network.specs();
    fillLayers();
  }
  if (isVisible()) showLayer();
}

void WeightsPane::fillLayers() {
  const QSignalBlocker quiet(m_layer);
  const int index = m_layer->currentIndex();
  m_layer->clear();
  for (std::size_t i = 0; i < m_specs.size(); ++i)
    if (m_specs[i].kind == LayerKind::Dense || m_specs[i].kind == LayerKind::Conv2d)
      m_layer->addItem(QStringLiteral("%1 %2").arg(i + 1).arg(describeLayer(m_specs[i])),
                       static_cast<int>(i));
  m_layer->setCurrentIndex(std::clamp(index, 0, std::max(0, m_layer->count() - 1)));
  layerChosen();
}

// So many kernels have room for their numbers only unit by unit.
void WeightsPane::layerChosen() {
  if (!m_model || m_layer->count() == 0) return;
  const LayerSpec& spec = m_specs[static_cast<std::size_t>(m_layer->currentData().toInt())];
  const bool convolution = spec.kind == LayerKind::Conv2d;
  {
    const QSignalBlocker quiet(m_unit);
    m_unit->setVisible(convolution);
    m_unit->setRange(-1, spec.units - 1);
    m_unit->setValue(-1);
  }
  showLayer();
}

void WeightsPane::showLayer() {
  if (!m_model || m_layer->count() == 0 || !isVisible()) return;
  m_view->setLayer(m_model, m_layer->currentData().toInt(),
                   m_unit->isHidden() ? -1 : m_unit->value());
}

void WeightsPane::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  showLayer();
}

void WeightsPane::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void WeightsPane::retranslate() {
  fillLayers();
  m_layer->setAccessibleName(tr("Layer"));
  m_layer->setToolTip(tr(
      "Which layer's weights are shown. Watch those of the first layer while the network trains: "
      "noise turns into strokes."));
  m_unit->setPrefix(tr("kernels of unit "));
  m_unit->setSpecialValueText(tr("all kernels"));
  m_unit->setAccessibleName(tr("Unit"));
  m_unit->setToolTip(tr("The kernels of one unit, large and with their numbers, or of all units."));
  m_view->setAccessibleName(tr("Weights"));
  m_view->setToolTip(tr(
      "The weights of each unit or kernel, or the whole matrix with a row for each unit. Click one "
      "to see what it makes of the drawing."));
}

}  // namespace inkling::ui
