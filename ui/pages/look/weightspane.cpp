// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/look/weightspane.h"

#include "ui/pages/look/layernames.h"
#include "ui/pages/look/weightsview.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace inkling::ui {

WeightsPane::WeightsPane(QWidget* parent)
    : QWidget(parent),
      m_layer(new QComboBox(this)),
      m_legend(new QLabel(this)),
      m_view(new WeightsView) {
  setObjectName(QStringLiteral("weightsPane"));
  m_layer->setObjectName(QStringLiteral("weightsLayer"));
  m_legend->setObjectName(QStringLiteral("weightsLegend"));
  m_legend->setWordWrap(true);
  m_view->setObjectName(QStringLiteral("weightsView"));
  auto* scroll = new QScrollArea;
  scroll->setObjectName(QStringLiteral("weightsScroll"));
  scroll->setWidget(m_view);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* row = new QHBoxLayout;
  row->addWidget(m_layer);
  row->addWidget(m_legend, 1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 6, 0, 0);
  column->addLayout(row);
  column->addWidget(scroll, 1);
  connect(m_layer, &QComboBox::activated, this, &WeightsPane::showLayer);
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
}

void WeightsPane::showLayer() {
  if (m_model && m_layer->count() > 0) m_view->setLayer(m_model, m_layer->currentData().toInt());
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
  m_legend->setText(tr("blue: positive, orange: negative"));
  m_view->setAccessibleName(tr("Weights"));
  m_view->setToolTip(tr(
      "The weights of each unit or kernel, or the whole matrix with a row for each unit. Click one "
      "to see what it makes of the drawing."));
}

}  // namespace inkling::ui
