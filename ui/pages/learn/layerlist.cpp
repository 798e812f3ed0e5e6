// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/learn/layerlist.h"

#include "core/base/error.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHeaderView>
#include <QLocale>

#include <algorithm>

namespace inkling::ui {

namespace {

constexpr int kRowsShown = 10;

QString say(const char* text) { return QCoreApplication::translate("LayerList", text); }

QString number(long n) { return QLocale().toString(static_cast<qlonglong>(n)); }

}  // namespace

QString layerName(const LayerSpec& layer) {
  switch (layer.kind) {
    case LayerKind::Dense:
      return say(QT_TRANSLATE_NOOP("LayerList", "Dense %1")).arg(layer.units);
    case LayerKind::Conv2d:
      return say(QT_TRANSLATE_NOOP("LayerList", "Conv %1·%2×%2"))
          .arg(layer.units)
          .arg(layer.kernel);
    case LayerKind::MaxPool2d:
      return say(QT_TRANSLATE_NOOP("LayerList", "Max-pool %1×%1")).arg(layer.kernel);
    case LayerKind::ReLU:
      return say(QT_TRANSLATE_NOOP("LayerList", "ReLU"));
    case LayerKind::Tanh:
      return say(QT_TRANSLATE_NOOP("LayerList", "tanh"));
    case LayerKind::Sigmoid:
      return say(QT_TRANSLATE_NOOP("LayerList", "Sigmoid"));
    case LayerKind::Flatten:
      return say(QT_TRANSLATE_NOOP("LayerList", "Flatten"));
    case LayerKind::Dropout:
      return say(QT_TRANSLATE_NOOP("LayerList", "Dropout %1")).arg(QLocale().toString(layer.rate));
    case LayerKind::BatchNorm:
      return say(QT_TRANSLATE_NOOP("LayerList", "Batch norm"));
  }
  return {};
}

QString shapeText(const inkling::Shape& shape) {
  if (shape.height == 1 && shape.width == 1) return QString::number(shape.channels);
  return QStringLiteral("%1×%2×%3").arg(shape.height).arg(shape.width).arg(shape.channels);
}

LayerList::LayerList(QWidget* parent) : QTreeWidget(parent) {
  setObjectName(QStringLiteral("layerList"));
  takeLetters(font());
  setColumnCount(3);
  setRootIsDecorated(false);
  setUniformRowHeights(true);
  setSelectionMode(QAbstractItemView::NoSelection);
  setFocusPolicy(Qt::TabFocus);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  header()->setStretchLastSection(false);
  header()->setSectionResizeMode(0, QHeaderView::Stretch);
  header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
  header()->setMinimumSectionSize(20);
  retranslate();
}

void LayerList::takeLetters(const QFont& around) {
  QFont small = around;
  small.setPointSizeF(small.pointSizeF() * 0.92);
  setFont(small);
}

void LayerList::setLayers(const std::vector<LayerSpec>& layers, inkling::Shape input) {
  m_shown = layers;
  m_input = input;
  m_parameters = 0;
  m_summary = QString::number(input.size());
  clear();
  inkling::Shape shape = input;
  for (const LayerSpec& layer : layers) {
    QString out;
    QString count;
    try {
      const long parameters = inkling::parameterCount(layer, shape);
      shape = outputShape(layer, shape);
      out = shapeText(shape);
      m_parameters += parameters;
      if (parameters > 0) count = number(parameters);
    } catch (const Error&) {
      out = QStringLiteral("✗");  // the reason stands beside the field that was refused
    }
    if (layer.units > 0) m_summary += QStringLiteral(" → %1").arg(layer.units);
    auto* item = new QTreeWidgetItem(this, {layerName(layer), out, count});
    item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
  }
  updateGeometry();
}

QSize LayerList::sizeHint() const {
  const int rows = std::clamp(topLevelItemCount(), 2, kRowsShown);
  const int row = topLevelItemCount() > 0 ? sizeHintForRow(0) : fontMetrics().height() + 4;
  return {220, header()->sizeHint().height() + rows * row + 2 * frameWidth()};
}

QSize LayerList::minimumSizeHint() const { return {120, sizeHint().height()}; }

void LayerList::changeEvent(QEvent* event) {
  QTreeWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::FontChange) updateGeometry();
}

void LayerList::retranslate() {
  setHeaderLabels({say(QT_TRANSLATE_NOOP("LayerList", "Layer")),
                   say(QT_TRANSLATE_NOOP("LayerList", "Output")),
                   say(QT_TRANSLATE_NOOP("LayerList", "Weights"))});
  headerItem()->setTextAlignment(1, Qt::AlignRight);
  headerItem()->setTextAlignment(2, Qt::AlignRight);
  setAccessibleName(say(QT_TRANSLATE_NOOP("LayerList", "Layers of the network")));
  setToolTip(
      say(QT_TRANSLATE_NOOP("LayerList",
                            "The network from the pixels down to the digits: what leaves "
                            "each layer and how many numbers it "
                            "learns. Try to guess where most of them are before you look.")));
  setLayers(std::vector(m_shown), m_input);
}

}  // namespace inkling::ui
