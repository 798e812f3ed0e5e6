// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/look/layerstack.h"

#include "core/analysis/receptivefield.h"
#include "ui/pages/look/layernames.h"
#include "ui/pages/look/layerview.h"
#include "ui/widgets/figuretext.h"
#include "ui/widgets/heatimage.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace inkling::ui {

LayerStack::LayerStack(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this)) {
  setObjectName(QStringLiteral("layerStack"));
  m_column->setContentsMargins(8, 6, 8, 8);
  m_column->setSpacing(3);
  m_column->addStretch(1);
}

void LayerStack::show(const ModelPtr& model, const Trace& trace) {
  const Network<float>& network = model->network;
  const bool another = network.specs() != m_specs || network.inputShape() != m_input;
  if (another) rebuild(network);
  m_model = model;
  showValues(trace);
  if (another) fitRoom();
}

void LayerStack::clear() {
  for (const Row& row : m_rows) row.view->clear();
}

void LayerStack::rebuild(const Network<float>& network) {
  for (const Row& row : m_rows) {
    delete row.header;
    delete row.view;
  }
  m_rows.clear();
  m_specs = network.specs();
  m_input = network.inputShape();
  m_chosenLayer = -1;
  m_chosenUnit.reset();
  QWidget* before = m_tabBefore;
  for (int i = -1; i < network.layerCount(); ++i) {
    auto* header = new QWidget(this);
    const Row row{header, new QLabel(header), new QLabel(header), new LayerView(this)};
    auto* line = new QHBoxLayout(header);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(row.title, 1);
    line->addWidget(row.scale);
    row.scale->setEnabled(false);  // muted
    row.view->setObjectName(QStringLiteral("layer%1").arg(i));
    m_column->insertWidget(m_column->count() - 1, header);
    m_column->insertWidget(m_column->count() - 1, row.view);
    m_rows.push_back(row);
    if (before) setTabOrder(before, row.view);
    before = row.view;
    connect(row.view, &LayerView::unitChosen, this,
            [this, i](const UnitAt& unit) { choose(i, unit); });
  }
  nameRows();
}

void LayerStack::nameRows() {
  for (int i = -1; i < layerCount(); ++i) {
    const Row& row = m_rows[static_cast<std::size_t>(i + 1)];
    const auto at = static_cast<std::size_t>(std::max(0, i));
    Shape shape = m_input;
    for (int k = 0; k <= i; ++k) shape = outputShape(m_specs[static_cast<std::size_t>(k)], shape);
    const QString name = i < 0 ? tr("what the network is given") : describeLayer(m_specs[at]);
    row.title->setText(
        i < 0 ? QStringLiteral("<b>%1</b> · %2").arg(name, shapeName(shape))
              : QStringLiteral("<b>%1</b> %2 · %3").arg(i + 1).arg(name, shapeName(shape)));
    row.view->setAccessibleName(i < 0 ? name : tr("Layer %1: %2").arg(i + 1).arg(name));
    row.scale->setToolTip(tr("The value that has the full colour."));
    row.view->setToolTip(
        tr("Click a value to see where it comes from; the arrow keys move to the next one."));
  }
}

void LayerStack::setScale(Scale scale) { m_scale = scale; }

void LayerStack::setRoom(int height) {
  m_room = height;
  fitRoom();
}

// Small networks are shown large.
void LayerStack::fitRoom() {
  const int title = fontMetrics().height() + 2 * m_column->spacing() + 4;
  const QMargins margins = m_column->contentsMargins();
  int needed = margins.top() + margins.bottom();
  for (const Row& row : m_rows) {
    const LayerLayout now = row.view->layoutNow();
    needed +=
        title + LayerLayout{now.shape, width() - margins.left() - margins.right(), true}.height();
  }
  for (const Row& row : m_rows) row.view->setLarge(needed <= m_room);
}

void LayerStack::showValues(const Trace& trace) {
  float all = 0;
  for (int i = 0; i < trace.layerCount(); ++i) all = std::max(all, largestSize(trace.output(i)));
  for (int i = -1; i < trace.layerCount(); ++i) {
    const float own = largestSize(trace.output(i));
    const float limit = m_scale == Scale::Layer || i < 0 ? own : all;
    view(i)->setValues(trace.output(i), trace.shape(i), limit);
    m_rows[static_cast<std::size_t>(i + 1)].scale->setText(
        QStringLiteral("± %1").arg(figureText(static_cast<double>(limit), 3)));
  }
}

QString LayerStack::scaleText(int layer) const {
  return m_rows[static_cast<std::size_t>(layer + 1)].scale->text();
}

void LayerStack::choose(int layer, const UnitAt& unit) {
  m_chosenLayer = layer;
  m_chosenUnit = unit;
  for (int i = -1; i < layerCount(); ++i)
    view(i)->setChosen(i == layer ? std::optional(unit) : std::nullopt);
  showField();
  emit unitChosen();
}

void LayerStack::showField() {
  for (int i = -1; i < layerCount(); ++i) {
    const bool before = m_chosenUnit && i < m_chosenLayer;
    view(i)->setField(before && view(i)->layoutNow().isImage()
                          ? std::optional(receptiveField(m_model->network, m_chosenLayer,
                                                         m_chosenUnit->y, m_chosenUnit->x, i))
                          : std::nullopt);
  }
}

void LayerStack::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange && !m_rows.empty()) nameRows();
}

}  // namespace inkling::ui
